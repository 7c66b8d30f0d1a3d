import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';

class ShieldFuture<T> extends Future<T> {
  private readonly take = (shielded: Future<T>) => {
    // Cancelled in the very turn in which the shielded future ended: the call was under way already.
    if (this.done) return;
    if (shielded.cancelled) this.setCancelled('');
    else if (shielded.failed) this.setException(shielded.exception());
    else this.setResult(shielded.result());
  };

  constructor(
    loop: EventLoop,
    private readonly shielded: Future<T>,
  ) {
    super(loop);
    shielded.addDoneCallback(this.take);
  }

  override get inner(): Future<unknown> {
    return this.shielded as Future<unknown>;
  }

  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.shielded.removeDoneCallback(this.take);
    this.setCancelled(message);
    return true;
  }
}

/** Waits for `awaitable` without passing a cancellation on to it: whoever waits gets it at once, and `awaitable` goes on alone (A9). asyncio's `shield`. */
export function shield<T>(loop: EventLoop, awaitable: T | PromiseLike<T>): Future<T> {
  const shielded = loop.follow(awaitable);
  return shielded.done ? shielded : new ShieldFuture(loop, shielded);
}
