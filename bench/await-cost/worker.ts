import { answer } from '../threads/answer.js';
import { retainedPerAwait } from './retained.js';
import { study } from './study.js';

answer(async (order: { readonly rounds: number } | 'retained') => (order === 'retained' ? retainedPerAwait() : study(order.rounds)));
