import type { Microseconds } from '../clock/virtual-clock.js';

/** Samples kept at most. */
const limit = 160;

/**
 * How a number went over a whole run, in a bounded number of samples at even steps: when there are too many, the step doubles and
 * every other one goes. Which samples there are depends on the instant only, not on how often somebody looked.
 */
export class Trail {
  /** (Whoever looks gets them as they are kept: a page looks often.) */
  #samples: (readonly [seconds: number, value: number])[] = [];
  #next: Microseconds = 0;

  /** `step`: the first one. */
  constructor(private step: Microseconds) {}

  /** Takes the samples that are due by `now`. `sample` gives `null` where there is none. */
  extend(now: Microseconds, sample: (at: Microseconds) => number | null): void {
    if (now < this.#next) return;
    while (now / this.step >= limit) this.#thin();
    for (; this.#next <= now; this.#next += this.step) {
      const value = sample(this.#next);
      if (value !== null) this.#samples.push([this.#next / 1e6, value]);
    }
  }

  /** Oldest first; `[virtual seconds, value]`. */
  get samples(): (readonly [seconds: number, value: number])[] {
    return [...this.#samples];
  }

  #thin(): void {
    this.step *= 2;
    this.#samples = this.#samples.filter(([seconds]) => Math.round(seconds * 1e6) % this.step === 0);
    this.#next = Math.ceil(this.#next / this.step) * this.step;
  }
}
