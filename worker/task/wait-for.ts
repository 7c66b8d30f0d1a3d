import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { claimOutcomes } from './several.js';
import { type Coroutine, type Task, join } from './task.js';
import { timeout, timeoutError } from './timeout.js';
import { Watch } from './watch.js';

/**
 * Waits for `future`, but not longer than `seconds`: then cancels it, waits for its cleanup and raises `TimeoutError`. asyncio's
 * `wait_for` as CPython has it from 3.12 on (before, a result that was there could beat a cancellation).
 */
export function waitFor<T>(loop: EventLoop, future: Future<T>, seconds: number | null): Task<T> {
  if (seconds === null || seconds > 0) return timeout(loop, seconds, () => future);
  return loop.task(withoutTime(loop, future), { name: 'timeout' });
}

function* withoutTime<T>(loop: EventLoop, future: Future<T>): Coroutine<T> {
  claimOutcomes([future]);
  if (!future.done) {
    const ended = new Watch(loop, () => future);
    future.addDoneCallback(ended.release);
    future.cancel();
    try {
      yield* join(ended);
    } finally {
      future.removeDoneCallback(ended.release);
    }
    if (future.cancelled) throw timeoutError(0);
  }
  return future.result();
}
