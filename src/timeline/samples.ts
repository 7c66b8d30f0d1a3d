import { Floats, firstAbove } from './growing.js';

const bits = 3;

/** Numbers over time in the order of their times, with a pyramid of the smallest and the largest: a plot costs what its pixels cost. */
export class Samples {
  readonly #times = new Floats();
  readonly #values = new Floats();
  readonly #lows: Floats[] = [];
  readonly #highs: Floats[] = [];

  get length(): number {
    return this.#times.length;
  }

  time(index: number): number {
    return this.#times.values[index]!;
  }

  /** `NaN`: from here on there is no value. */
  value(index: number): number {
    return this.#values.values[index]!;
  }

  /** Adds a sample that is no earlier than those before it; costs O(log n). */
  add(time: number, value: number): void {
    const index = this.#times.length;
    this.#times.push(time);
    this.#values.push(value);
    for (let level = 0, at = index >> bits; ; level++, at >>= bits) {
      const isNew = this.#lows[level] === undefined;
      const lows = (this.#lows[level] ??= new Floats());
      const highs = (this.#highs[level] ??= new Floats());
      if (at === lows.length) {
        // On top of what there was before, if this level is new.
        const low = isNew && level > 0 ? this.#lows[level - 1]!.values[0]! : Infinity;
        const high = isNew && level > 0 ? this.#highs[level - 1]!.values[0]! : -Infinity;
        lows.push(low);
        highs.push(high);
      }
      if (value < lows.values[at]!) lows.values[at] = value;
      if (value > highs.values[at]!) highs.values[at] = value;
      if (lows.length === 1) break;
    }
  }

  /** How many samples there are by the instant `t`. */
  countAt(t: number): number {
    return firstAbove(this.#times.values, this.length, t);
  }

  /** The value that holds at an instant: the last one before it; `NaN`: none. */
  at(t: number): number {
    const count = this.countAt(t);
    return count === 0 ? Number.NaN : this.value(count - 1);
  }

  /** The smallest and the largest of the samples from index `first` to before `end`; `[Infinity, -Infinity]` where there is no value. */
  range(first: number, end: number): [low: number, high: number] {
    let low = Infinity;
    let high = -Infinity;
    const take = (from: number, to: number): void => {
      for (let index = from; index < to; index++) {
        const value = this.#values.values[index]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    };
    let from = first;
    let to = end;
    for (let level = -1; from < to; level++) {
      const below = level < 0 ? null : { lows: this.#lows[level]!.values, highs: this.#highs[level]!.values };
      const whole = Math.min((from + 7) & ~7, to);
      const wholeEnd = Math.max(to & ~7, whole);
      const read = (start: number, stop: number): void => {
        if (below === null) return take(start, stop);
        for (let index = start; index < stop; index++) {
          if (below.lows[index]! < low) low = below.lows[index]!;
          if (below.highs[index]! > high) high = below.highs[index]!;
        }
      };
      read(from, whole);
      read(wholeEnd, to);
      from = whole >> bits;
      to = wholeEnd >> bits;
    }
    return [low, high];
  }
}
