export { CancelledError, InvalidStateError, isCancellation } from './cancelled-error.js';
export { EventLoop, type DetachedJob, type LoopObserver } from './event-loop.js';
export { Future, type AwaitKind, thenOf } from './future.js';
export type { Runnable } from './ready-queue.js';
export { type Coroutine, Task, type TaskOptions, busyLimit, join, noSite, reached } from './task.js';
export { TimeoutError } from './timeout-error.js';
export { createPromise, type ProcessPromise } from './promise.js';
export * as helpers from './helpers.js';
