import { Floats, firstAbove, firstAboveFrom } from './growing.js';

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

  /** The same, known to be at least `from`: quick when it is not far from there. */
  countAtFrom(t: number, from: number): number {
    return firstAboveFrom(this.#times.values, this.length, t, from);
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
    let [from, to] = [first, end];
    for (let level = -1; from < to; level++) {
      const lows = level < 0 ? this.#values.values : this.#lows[level]!.values;
      const highs = level < 0 ? lows : this.#highs[level]!.values;
      // What does not fill a node of the next level: at the beginning, and at the end.
      const whole = Math.min((from + 7) & ~7, to);
      const wholeEnd = Math.max(to & ~7, whole);
      for (let index = from; index < whole; index++) {
        if (lows[index]! < low) low = lows[index]!;
        if (highs[index]! > high) high = highs[index]!;
      }
      for (let index = wholeEnd; index < to; index++) {
        if (lows[index]! < low) low = lows[index]!;
        if (highs[index]! > high) high = highs[index]!;
      }
      from = whole >> bits;
      to = wholeEnd >> bits;
    }
    return [low, high];
  }
}
