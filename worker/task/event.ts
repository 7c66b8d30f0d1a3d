import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';

/** A flag that tasks can wait for: asyncio's `Event`. */
export class Event {
  private waiters: Future<true>[] = [];
  private flag = false;

  constructor(private readonly loop: EventLoop) {}

  get isSet(): boolean {
    return this.flag;
  }

  /** Raises the flag and wakes everybody who waits, in order. */
  set(): void {
    this.flag = true;
    const waiters = this.waiters;
    this.waiters = [];
    for (const waiter of waiters) if (!waiter.done) waiter.setResult(true);
  }

  /** Lowers the flag; who waits from now on waits for the next `set()`. */
  clear(): void {
    this.flag = false;
  }

  /** Completes when the flag is up; at once when it is. */
  wait(): Future<true> {
    const waiter = this.loop.future<true>('an event');
    if (this.flag) waiter.setResult(true);
    else this.waiters = [...this.waiters.filter((other) => !other.done), waiter];
    return waiter;
  }
}
