import { answer } from '../threads/answer.js';
import { engines } from './engines.js';
import { study } from './study.js';

answer((rounds: number) => study(engines, rounds));
