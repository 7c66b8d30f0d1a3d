import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { type Coroutine, type Task, join } from './task.js';
import { Watch, firstPending } from './watch.js';

/** When `wait` returns. */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
export const ALL_COMPLETED = 'ALL_COMPLETED';
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

export interface WaitOptions {
  /** Seconds after which it returns anyway. */
  readonly timeout?: number | null;
  readonly returnWhen?: ReturnWhen;
}

export interface WaitResult<F> {
  readonly done: Set<F>;
  readonly pending: Set<F>;
}

/**
 * Waits until the first ends, the first fails, or all have ended (the default), or for `timeout` seconds. Never raises what they
 * raise and never cancels them, not even when it is cancelled itself. asyncio's `wait`, turn by turn: also for what has ended
 * already it waits a turn, and it tells what is done when the caller goes on.
 */
export function wait<F extends Future<unknown>>(loop: EventLoop, futures: Iterable<F>, options: WaitOptions = {}): Task<WaitResult<F>> {
  const set = new Set(futures);
  if (set.size === 0) throw new TypeError('wait() needs at least one task or future.');
  return loop.task(run(loop, set, options.returnWhen ?? ALL_COMPLETED, options.timeout ?? null), { name: 'wait' });
}

function* run<F extends Future<unknown>>(
  loop: EventLoop,
  futures: ReadonlySet<F>,
  returnWhen: ReturnWhen,
  timeout: number | null,
): Coroutine<WaitResult<F>> {
  const watch = new Watch(loop, () => firstPending(futures));
  const timer = timeout === null ? null : loop.callLater(timeout, watch.release);
  let left = futures.size;
  const count = (future: Future<unknown>): void => {
    left--;
    if (left === 0 || returnWhen === FIRST_COMPLETED || (returnWhen === FIRST_EXCEPTION && future.failed)) watch.release();
  };
  const unclaimed = [...futures].filter((future) => !future.retrieved);
  for (const future of futures) {
    future.retrieved = true;
    future.addDoneCallback(count);
  }
  try {
    yield* join(watch);
  } finally {
    if (timer !== null) loop.clock.cancel(timer);
    for (const future of futures) future.removeDoneCallback(count);
    unclaimed.forEach(disclaim);
  }
  const done = new Set([...futures].filter((future) => future.done));
  return { done, pending: new Set([...futures].filter((future) => !done.has(future))) };
}

/** Whoever waited has seen which ended, not how: a failure that nobody asks for now is reported. */
function disclaim(future: Future<unknown>): void {
  if (future.awaited) return;
  future.retrieved = false;
  if (future.failed) future.loop.noteFailed(future);
}
