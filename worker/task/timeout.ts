import { durationText } from '../../model/time-text.js';
import type { Timer } from '../clock/virtual-clock.js';
import { CancelledError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';
import { type Coroutine, type Task, join } from './task.js';
import { TimeoutError } from './timeout-error.js';

/**
 * Runs `body`; when it has not ended after `seconds`, cancels it, waits for its cleanup and raises `TimeoutError`. A body that
 * swallows the cancellation and returns has ended in time; one that fails raises its own error; a halt meanwhile stays a halt.
 * `null`: no limit. What asyncio's `timeout` block does, and its `wait_for`.
 */
export function timeout<T>(loop: EventLoop, seconds: number | null, body: () => T | PromiseLike<T>): Task<T> {
  return loop.task(run(loop, seconds, body), { name: 'timeout' });
}

function* run<T>(loop: EventLoop, seconds: number | null, body: () => T | PromiseLike<T>): Coroutine<T> {
  const self = loop.currentTask!;
  const limited = loop.follow(body());
  let expired = false;
  const timer: Timer | null = seconds === null ? null : loop.callLater(seconds, () => void (expired = limited.cancel()));
  try {
    return yield* join(limited);
  } catch (error) {
    // Only a cancellation that is all ours becomes a timeout.
    if (!expired || !(error instanceof CancelledError) || self.cancelling() > 0) throw error;
    throw new TimeoutError(`It took longer than the ${durationText(seconds!, true)} that it was given.`);
  } finally {
    if (timer !== null) loop.clock.cancel(timer);
  }
}
