import type { Microseconds } from '../clock/virtual-clock.js';

/** Stretches of time kept at most; of each the smallest and the largest value. */
const limit = 400;
/** Samples that are taken of a stretch at least. */
const samplesPerStretch = 4;

interface Stretch {
  readonly low: number;
  readonly lowAt: Microseconds;
  readonly high: number;
  readonly highAt: Microseconds;
}

/**
 * How a number went over a whole run, in bounded memory: the smallest and the largest value of each stretch of time, with their instants.
 * When there are too many stretches, two become one: the extremes stay. It is for people to look at; how finely it was sampled depends on
 * how often they looked, but what a process has read is always in it.
 */
export class PlotCourse {
  readonly #stretches: (Stretch | undefined)[] = [];
  /** Instants from which there was no value, one a stretch. */
  #gaps: Microseconds[] = [];
  #stretch: Microseconds;
  #next: Microseconds = 0;
  #missing = true;

  /** `finest`: the smallest time between two samples, and the first length of a stretch. */
  constructor(private readonly finest: Microseconds) {
    this.#stretch = finest;
  }

  /** Takes the samples that are due by `now`; `sample` gives `null` where there is no value. */
  extend(now: Microseconds, sample: (at: Microseconds) => number | null): void {
    this.#fit(now);
    const spacing = Math.max(this.finest, this.#stretch / samplesPerStretch);
    for (let at = Math.ceil(this.#next / spacing) * spacing; at <= now; at += spacing) {
      const value = sample(at);
      if (value !== null) this.add(at, value);
      else if (!this.#missing) {
        this.#gaps.push(at);
        this.#missing = true;
      }
      this.#next = at + 1;
    }
  }

  /** A value that is known of an instant. */
  add(at: Microseconds, value: number): void {
    this.#fit(at);
    this.#missing = false;
    const index = Math.floor(at / this.#stretch);
    this.#stretches[index] = joined(this.#stretches[index], { low: value, lowAt: at, high: value, highAt: at });
  }

  /** Oldest first; `[virtual seconds, value]`, `null` where a gap begins. */
  get samples(): (readonly [seconds: number, value: number | null])[] {
    const points: [Microseconds, number | null][] = this.#gaps.map((at) => [at, null]);
    for (const stretch of this.#stretches) {
      if (stretch === undefined) continue;
      points.push([stretch.lowAt, stretch.low]);
      if (stretch.highAt !== stretch.lowAt) points.push([stretch.highAt, stretch.high]);
    }
    return points.sort(([one], [other]) => one - other).map(([at, value]) => [at / 1e6, value]);
  }

  #fit(at: Microseconds): void {
    while (at / this.#stretch >= limit) {
      this.#stretch *= 2;
      const half = Math.ceil(this.#stretches.length / 2);
      for (let index = 0; index < half; index++)
        this.#stretches[index] = joined(this.#stretches[2 * index], this.#stretches[2 * index + 1]);
      this.#stretches.length = half;
      const stretchOf = (gap: Microseconds): number => Math.floor(gap / this.#stretch);
      this.#gaps = this.#gaps.filter((gap, index, gaps) => index === 0 || stretchOf(gap) !== stretchOf(gaps[index - 1] ?? gap));
    }
  }
}

function joined(one: Stretch | undefined, other: Stretch | undefined): Stretch | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const lower = other.low < one.low ? other : one;
  const higher = other.high > one.high ? other : one;
  return { low: lower.low, lowAt: lower.lowAt, high: higher.high, highAt: higher.highAt };
}
