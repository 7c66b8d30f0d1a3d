import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';

/** A future that somebody else completes and that shows another one as what it waits for, which its cancellation leaves alone. */
export class Watch extends Future<void> {
  constructor(
    loop: EventLoop,
    private readonly seen: () => Future<unknown> | null,
  ) {
    super(loop);
  }

  override get inner(): Future<unknown> | null {
    return this.seen();
  }

  /** Completes it, unless it has ended already. */
  readonly release = (): void => {
    if (!this.done) this.setResult(undefined);
  };

  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.setCancelled(message);
    return true;
  }
}

/** The first of some futures that has not ended. */
export function firstPending(futures: Iterable<Future<unknown>>): Future<unknown> | null {
  for (const future of futures) if (!future.done) return future;
  return null;
}
