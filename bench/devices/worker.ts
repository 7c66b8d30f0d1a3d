import { answer } from '../threads/answer.js';
import { watchedDay } from './watched-day.js';

answer(({ hours, rounds }: { readonly hours: number; readonly rounds: number }) => {
  // The first one warms up.
  watchedDay(1);
  return Promise.resolve(Array.from({ length: rounds }, () => watchedDay(hours)));
});
