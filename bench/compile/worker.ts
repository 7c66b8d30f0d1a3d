import { answer } from '../threads/answer.js';
import { timeRuns } from './run-to-first-statement.js';

answer(timeRuns);
