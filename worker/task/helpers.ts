/** What asyncio and Automancer offer on top of tasks; each takes the loop first. */
export { automancerShield } from './automancer-shield.js';
export { blockFor } from './block-for.js';
export { cancelTask } from './cancel-task.js';
export { Event } from './event.js';
export { gather, gatherOutcomes } from './gather.js';
export { Lock } from './lock.js';
export { Queue, QueueEmpty, QueueFull } from './queue.js';
export { race } from './race.js';
export { shield } from './shield.js';
export { AllEnded, FirstEnded } from './several.js';
export { TaskGroup } from './task-group.js';
export { timeout } from './timeout.js';
export { TimeoutError } from './timeout-error.js';
export { ThreadJob, toThread } from './to-thread.js';
export { tryAll } from './try-all.js';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, type ReturnWhen, type WaitOptions, type WaitResult, wait } from './wait.js';
export { waitFor } from './wait-for.js';
export { waitAll } from './wait-all.js';
