import type { RealTime } from './real-time.js';

/** For tests: real time that the test owns. It passes when the test says so, or when work costs some. */
export class OwnedTime implements RealTime {
  milliseconds = 0;
  /** What looking at the time takes. */
  lookMilliseconds = 0;
  private waiting: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return (this.milliseconds += this.lookMilliseconds);
  }
  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.milliseconds + milliseconds, callback };
    this.waiting.push(entry);
    return () => void (this.waiting = this.waiting.filter((other) => other !== entry));
  }
  soon(callback: () => void): void {
    this.after(0, callback);
  }
  /** Runs one callback that is due. False when there is none. */
  turn(): boolean {
    const next = this.waiting.filter(({ at }) => at <= this.milliseconds).sort((a, b) => a.at - b.at)[0];
    if (!next) return false;
    this.waiting = this.waiting.filter((other) => other !== next);
    next.callback();
    return true;
  }
  /** Lets so much time pass; every callback runs at its moment. */
  pass(milliseconds: number): void {
    const end = this.milliseconds + milliseconds;
    for (;;) {
      while (this.turn());
      const next = Math.min(...this.waiting.map(({ at }) => at));
      if (next > end) break;
      this.milliseconds = next;
    }
    this.milliseconds = Math.max(this.milliseconds, end);
  }
  get idle(): boolean {
    return this.waiting.length === 0;
  }
}
