import { durationText } from '../../model/time-text.js';
import type { Bucket, Microseconds, Timer } from '../clock/virtual-clock.js';
import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';
import type { Runnable } from './ready-queue.js';
import { Task } from './task.js';

/** A future that completes at an instant, and its own timer: one object per sleep. */
export class SleepFuture extends Future<void> implements Timer, Runnable {
  readonly at: Microseconds;
  bucket: Bucket | null = null;
  previous: Timer | null = null;
  next: Timer | null = null;

  constructor(
    loop: EventLoop,
    private readonly delay: Microseconds,
  ) {
    super(loop);
    this.at = loop.clock.now + delay;
    if (delay === 0) loop.enqueue(this);
    else loop.clock.add(this);
  }

  override get label(): string {
    return `sleep ${durationText(this.delay / 1e6, true)}`;
  }

  override get wakesAt(): Microseconds {
    return this.at;
  }

  /** Called by the clock. */
  fire(): void {
    if (!this.retrieved && !this.awaited) this.loop.observer.unawaited?.(this);
    // The way through an empty queue is left out: most awaits are sleeps.
    if (this.loop.idle) this.complete();
    else this.setResult(undefined);
  }

  /** Called by the ready queue (a sleep of zero). The task that sleeps goes on in this very turn, as after a bare `yield` in Python. */
  run(): void {
    if (!this.done) this.complete();
  }

  private complete(): void {
    const waiter = this.takeOnlyWaiter();
    this.setResult(undefined);
    if (waiter instanceof Task) waiter.run();
    else waiter?.wake(this);
  }

  /** A sleep of zero stands in the ready queue for the task, which keeps its place there, as after a bare `yield` in Python. */
  override interrupt(message: string): boolean {
    return this.delay > 0 && this.cancel(message);
  }

  override cancel(message?: string): boolean {
    this.loop.clock.cancel(this);
    return super.cancel(message);
  }
}
