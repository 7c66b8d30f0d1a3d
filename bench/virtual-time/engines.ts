import { fakeTimersEngine } from './fake-timers-engine.js';
import { heapEngine } from './heap-engine.js';
import { productEngine } from './product-engine.js';
import { taskEngine } from './task-engine.js';
import type { Engine } from './workload.js';

/** What the others are compared with. */
export const anchor = fakeTimersEngine;
/** The runtime with everything that it does for a page. */
export const product = productEngine('runtime, everything on');

/** The engines by the thread that they are measured in: what one leaves behind for V8 (kinds of objects, a grown heap) slows the others down. */
export const groups = {
  usual: [anchor, heapEngine, taskEngine, product],
  locations: [anchor, productEngine('runtime, a location per sleep', ['context.sendLocation({ process, count });'])],
} as const satisfies Readonly<Record<string, readonly Engine[]>>;

export type Group = keyof typeof groups;
