import { answer } from '../browser/answer.js';
import { study } from './study.js';

answer((rounds: number) => study(rounds));
