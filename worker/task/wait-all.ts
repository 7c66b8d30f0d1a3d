import type { EventLoop } from './event-loop.js';
import { raiseAll } from './raise-all.js';
import { AllEnded, claimOutcomes } from './several.js';
import { type Coroutine, type Task, join } from './task.js';

/**
 * Waits until all have ended, also when some fail; then raises what failed (one error as it is, several as an `AggregateError`),
 * or completes with the results in order. Automancer's `wait_all`.
 */
export function waitAll<T>(loop: EventLoop, awaitables: Iterable<T | PromiseLike<T>>): Task<T[]> {
  return loop.task(run(loop, awaitables), { name: 'waitAll' });
}

function* run<T>(loop: EventLoop, awaitables: Iterable<T | PromiseLike<T>>): Coroutine<T[]> {
  const children = Array.from(awaitables, (awaitable) => loop.follow(awaitable));
  claimOutcomes(children);
  yield* join(new AllEnded(loop, children));
  raiseAll(children);
  return children.map((child) => child.result());
}
