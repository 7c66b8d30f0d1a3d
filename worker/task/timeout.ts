import { durationText } from '../../model/time-text.js';
import { CancelledError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';
import { type Coroutine, type Task, join } from './task.js';
import { TimeoutError } from './timeout-error.js';

/**
 * Runs `body`; when it has not ended after `seconds`, cancels it, waits for its cleanup and raises `TimeoutError`. A body that
 * swallows the cancellation and returns has ended in time; one that fails raises its own error; a halt meanwhile stays a halt.
 * `null`: no limit. What asyncio's `timeout` block does, step by step.
 */
export function timeout<T>(loop: EventLoop, seconds: number | null, body: () => T | PromiseLike<T>): Task<T> {
  return loop.task(run(loop, seconds, body), { name: 'timeout' });
}

/** The error that says that `seconds` were not enough. */
export function timeoutError(seconds: number): TimeoutError {
  return new TimeoutError(`It took longer than the ${durationText(seconds, true)} that it was given.`);
}

function* run<T>(loop: EventLoop, seconds: number | null, body: () => T | PromiseLike<T>): Coroutine<T> {
  const self = loop.currentTask!;
  let expired = false;
  const disarm = arm(loop, seconds, () => {
    expired = true;
    self.cancel();
  });
  try {
    return yield* join(body());
  } catch (error) {
    // Only a cancellation that is all ours becomes a timeout.
    if (expired && self.uncancel() === 0 && error instanceof CancelledError) throw timeoutError(seconds!);
    throw error;
  } finally {
    disarm();
  }
}

/** Calls `expire` after `seconds`, without any in the next turn; returns how to prevent that. */
function arm(loop: EventLoop, seconds: number | null, expire: () => void): () => void {
  if (seconds === null) return () => {};
  if (seconds > 0) {
    const timer = loop.callLater(seconds, expire);
    return () => loop.clock.cancel(timer);
  }
  let armed = true;
  loop.callSoon(() => {
    if (armed) expire();
  });
  return () => {
    armed = false;
  };
}
