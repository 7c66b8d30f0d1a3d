import type { Update } from '../model/snapshot.js';

interface Parcel {
  readonly update: Update;
  readonly shown: () => void;
}

/**
 * Hands updates to a page that asks for them one by one. Asking for the next one says that the last one is on screen:
 * that is when `publish` resolves. Whoever publishes waits for it, so at most one update is under way.
 */
export class Outbox {
  private waiting: Parcel[] = [];
  private underWay: Parcel | null = null;
  private asked: ((update: Update) => void) | null = null;

  /** Resolves when the update is on screen. */
  publish(update: Update): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ update, shown: resolve });
      this.send();
    });
  }

  /** The next update; the one before it is on screen. Only the newest call is answered. */
  next(): Promise<Update> {
    this.underWay?.shown();
    this.underWay = null;
    return new Promise((resolve) => {
      this.asked = resolve;
      this.send();
    });
  }

  private send(): void {
    if (!this.asked || this.waiting.length === 0) return;
    this.underWay = this.waiting.shift()!;
    this.asked(this.underWay.update);
    this.asked = null;
  }
}
