/** A time in which nothing happened. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** So many are kept: more folds than that would make the axis unreadable. */
const most = 40;

/** The longest times between two events, kept while events come in. */
export class Gaps {
  #last: number | null = null;
  #longest: Gap[] = [];

  /** The instant of the last event; `null` before the first. */
  get last(): number | null {
    return this.#last;
  }

  /** In the order of time. */
  get longest(): readonly Gap[] {
    return [...this.#longest].sort((one, other) => one.start - other.start);
  }

  add(t: number): void {
    const start = this.#last ?? 0;
    this.#last = t;
    const length = t - start;
    if (length <= 0) return;
    const shortest = this.#longest.at(-1);
    if (this.#longest.length === most && shortest && length <= shortest.end - shortest.start) return;
    const place = this.#longest.findIndex((gap) => gap.end - gap.start < length);
    this.#longest.splice(place < 0 ? this.#longest.length : place, 0, { start, end: t });
    this.#longest.length = Math.min(most, this.#longest.length);
  }
}
