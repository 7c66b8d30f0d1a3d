import { type EventLoop, type Future, helpers, type LoopObserver, Task } from '../task/index.js';

/** Lets several owners share a loop: what it tells goes to the observer of the one that it is about. */
export function shareLoop(loop: EventLoop, observerOf: (scope: object | null) => LoopObserver): void {
  loop.observer = {
    ...loop.observer,
    unretrieved: (future) => observerOf(scopeOf(future)).unretrieved?.(future),
    unawaited: (future) => observerOf(scopeOf(future)).unawaited?.(future),
    busy: (task) => observerOf(task.scope).busy?.(task),
    detached: (job) => observerOf(scopeOf(job)).detached?.(job),
    uncaught: (error) => observerOf(loop.scope).uncaught?.(error),
    blocked: (seconds, what) => observerOf(loop.scope).blocked?.(seconds, what),
  };
}

function scopeOf(future: Future<unknown>): object | null {
  return future instanceof Task || future instanceof helpers.ThreadJob ? future.scope : null;
}
