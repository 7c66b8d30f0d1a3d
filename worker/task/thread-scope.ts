import type { Microseconds } from '../clock/virtual-clock.js';

/**
 * The time of a simulated thread (`toThread`). Its code runs in one go, ahead of the clock; each blocking call in it takes its
 * time one after the other, counted from the instant at which the thread started.
 */
export class ThreadScope {
  /** How long the calls so far take. */
  elapsed: Microseconds = 0;
  private readonly calls: { readonly label: string; readonly endsAt: Microseconds }[] = [];

  constructor(readonly startedAt: Microseconds) {}

  /** The instant at which the code of the thread stands. */
  get now(): Microseconds {
    return this.startedAt + this.elapsed;
  }

  take(length: Microseconds, label: string): void {
    this.elapsed += length;
    this.calls.push({ label, endsAt: this.now });
  }

  /** What the thread is busy with at the instant `at`. */
  labelAt(at: Microseconds): string {
    const call = this.calls.find(({ endsAt }) => at < endsAt);
    return call?.label ?? 'a blocking action';
  }
}
