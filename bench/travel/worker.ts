import { answer } from '../threads/answer.js';
import { type Order, scrub } from './scrub.js';

answer(async (order: Order) => {
  // The first one warms up.
  await scrub({ wakes: 2_000, looks: 5 });
  return scrub(order);
});
