import type { Bucket, Microseconds, Timer } from '../clock/virtual-clock.js';
import type { EventLoop, Runnable } from './event-loop.js';
import { Future } from './future.js';

/** A future that completes at an instant, and its own timer: one object per sleep. */
export class SleepFuture extends Future<void> implements Timer, Runnable {
  readonly at: Microseconds;
  bucket: Bucket | null = null;
  previous: Timer | null = null;
  next: Timer | null = null;

  constructor(loop: EventLoop, delay: Microseconds) {
    super(loop);
    this.at = loop.clock.now + delay;
    if (delay === 0) loop.enqueue(this);
    else loop.clock.add(this);
  }

  /** Called by the clock. */
  fire(): void {
    this.setResult(undefined);
  }

  /** Called by the ready queue (a sleep of zero). */
  run(): void {
    if (!this.done) this.setResult(undefined);
  }

  override cancel(message?: string): boolean {
    this.loop.clock.cancel(this);
    return super.cancel(message);
  }
}
