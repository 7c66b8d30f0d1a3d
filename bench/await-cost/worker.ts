import { answer } from '../threads/answer.js';
import { heldPerProcess, retainedPerAwait } from './retained.js';
import { study } from './study.js';

export type Order = { readonly rounds: number } | 'retained' | 'held';

answer(async (order: Order) => (order === 'retained' ? retainedPerAwait() : order === 'held' ? heldPerProcess() : study(order.rounds)));
