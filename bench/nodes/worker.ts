import { answer } from '../threads/answer.js';
import { type Order, watchNodes } from './watched-nodes.js';

answer(async (order: Order) => {
  // The first one warms up.
  await watchNodes({ ...order, seconds: 2 });
  return watchNodes(order);
});
