import { fakeTimersEngine } from './fake-timers-engine.js';
import { heapEngine } from './heap-engine.js';
import { productEngine } from './product-engine.js';
import { taskEngine } from './task-engine.js';
import type { Engine } from './workload.js';

/** What the others are compared with. */
export const anchor = fakeTimersEngine;
/** The runtime with everything that it does for a page. */
export const product = productEngine('runtime, everything on');

export const engines: readonly Engine[] = [
  anchor,
  heapEngine,
  taskEngine,
  product,
  productEngine('the same + a location per sleep', ['context.sendLocation({ process, count });']),
];
