import type { Glimpse } from '../model/travel.js';
import type { Microseconds } from './clock/virtual-clock.js';
import type { Run } from './run.js';

/** How many pictures are kept of a run at most. */
const most = 64;
/** Between two of them at first. */
const firstSpacing: Microseconds = 500_000;

/**
 * Pictures of the bench, taken while a run goes on: what can be shown at once of any instant, until it has been replayed exactly. When there are
 * too many, every other one goes and they are taken half as often, so that they cover the whole run evenly at a bounded cost.
 */
export class Keyframes {
  #frames: Glimpse[] = [];
  #spacing = firstSpacing;
  #nextAt: Microseconds = 0;

  constructor(private readonly run: Run) {}

  /** To be called when an instant has come to rest. */
  look(): void {
    const { clock, bench } = this.run;
    if (clock.now < this.#nextAt) return;
    // Without the course of their values: that is asked for by itself, and grows.
    const devices = bench.views().map((view) => ({ ...view, history: [] }));
    this.#frames.push({ at: clock.seconds, ambient: bench.environment.ambient, devices });
    if (this.#frames.length === most) {
      this.#frames = this.#frames.filter((_, index) => index % 2 === 0);
      this.#spacing *= 2;
    }
    this.#nextAt = clock.now + this.#spacing;
  }

  /** The latest picture that was taken at `at` virtual seconds or before; `null`: there is none. */
  before(at: number): Glimpse | null {
    return this.#frames.findLast((frame) => frame.at <= at) ?? null;
  }
}
