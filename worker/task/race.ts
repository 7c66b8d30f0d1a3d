import type { EventLoop } from './event-loop.js';
import { AllEnded, FirstEnded, cancelAll, claimOutcomes } from './several.js';
import { type Coroutine, type Task, join } from './task.js';

/**
 * Waits for the first to end, cancels the others and waits until they have really ended. Completes with the index and the result
 * of the first, or raises its exception; of those that end together the first in order wins. What the others raise while they are
 * cancelled is left to be reported as unnoticed. Automancer's `race`.
 */
export function race<T>(loop: EventLoop, awaitables: Iterable<T | PromiseLike<T>>): Task<[number, T]> {
  return loop.task(run(loop, awaitables), { name: 'race' });
}

function* run<T>(loop: EventLoop, awaitables: Iterable<T | PromiseLike<T>>): Coroutine<[number, T]> {
  const runners = Array.from(awaitables, (awaitable) => loop.follow(awaitable));
  const index = yield* join(new FirstEnded(loop, runners));
  const winner = runners[index]!;
  claimOutcomes([winner]);
  cancelAll(runners);
  yield* join(new AllEnded(loop, runners));
  return [index, winner.result()];
}
