import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { raiseAll } from './raise-all.js';
import { Several, cancelAll, claimOutcomes } from './several.js';
import { type Coroutine, type Task, join } from './task.js';

/** Completes when all have ended; the first failure cancels the others. */
class AllOrNothing extends Several<void> {
  protected override childDone(child: Future<unknown>): void {
    if (child.failed) cancelAll(this.children);
  }

  protected override allDone(): void {
    this.setResult(undefined);
  }
}

/**
 * Like `waitAll`, but the first that fails cancels the others; what they raise while they are cancelled is raised too.
 * Automancer's `try_all`.
 */
export function tryAll<T>(loop: EventLoop, awaitables: Iterable<T | PromiseLike<T>>): Task<T[]> {
  return loop.task(run(loop, awaitables), { name: 'tryAll' });
}

function* run<T>(loop: EventLoop, awaitables: Iterable<T | PromiseLike<T>>): Coroutine<T[]> {
  const children = Array.from(awaitables, (awaitable) => loop.follow(awaitable));
  claimOutcomes(children);
  yield* join(new AllOrNothing(loop, children));
  raiseAll(children);
  return children.map((child) => child.result());
}
