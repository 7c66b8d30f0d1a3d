import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { Several, claimOutcomes } from './several.js';

class Gathering<T> extends Several<T[]> {
  protected override childDone(child: Future<unknown>): void {
    if (child.failed) this.setException(child.exception());
    else if (child.cancelled) this.setCancelled('');
  }

  protected override allDone(): void {
    this.setResult(this.children.map((child) => child.result() as T));
  }
}

/** Errors and cancellations of children are results like others. */
class GatheringOutcomes extends Several<unknown[]> {
  protected override allDone(): void {
    this.setResult(this.children.map(outcomeOf));
  }

  protected override ofCancelled(): void {
    this.setCancelled('');
  }
}

/**
 * Completes with the results of all, in order of the arguments; fails as soon as one fails, and lets the others go on. asyncio's
 * `gather`, except that when it is cancelled it waits until all have ended, not only the first.
 */
export function gather<T>(loop: EventLoop, awaitables: Iterable<T | PromiseLike<T>>): Future<T[]> {
  const children = Array.from(awaitables, (awaitable) => loop.follow(awaitable));
  claimOutcomes(children);
  return new Gathering<T>(loop, children);
}

/** The same with `return_exceptions`: completes when all have ended, with what each gave, raised or was cancelled by. */
export function gatherOutcomes(loop: EventLoop, awaitables: Iterable<unknown>): Future<unknown[]> {
  const children = Array.from(awaitables, (awaitable) => loop.follow(awaitable));
  claimOutcomes(children);
  return new GatheringOutcomes(loop, children);
}

function outcomeOf(child: Future<unknown>): unknown {
  try {
    return child.result();
  } catch (error) {
    return error;
  }
}
