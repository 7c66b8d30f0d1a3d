/** A stretch of the original text that nobody has touched: `length` characters, once at `from`, now at `at`. */
interface Stretch {
  readonly from: number;
  readonly at: number;
  readonly length: number;
}

/** A change without its words: `removed` characters at `at` gave way to `inserted` new ones. */
export interface Change {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * What has become of an original text under edits, so that a place in it can still be found later: in a text that was run and then edited,
 * the line where the process waits keeps its mark. Never changes; `edit` makes another one.
 */
export class SurvivingText {
  readonly #stretches: readonly Stretch[];

  private constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  static of(length: number): SurvivingText {
    return new SurvivingText([{ from: 0, at: 0, length }]);
  }

  edit({ at, removed, inserted }: Change): SurvivingText {
    const end = at + removed;
    const shift = inserted - removed;
    const result: Stretch[] = [];
    for (const stretch of this.#stretches) {
      const stretchEnd = stretch.at + stretch.length;
      const before = Math.min(at, stretchEnd) - stretch.at;
      const after = stretchEnd - Math.max(end, stretch.at);
      // A stretch that the edit only touches at its edge stays whole, also when it is empty: the text may have been empty.
      if (before >= stretch.length) result.push(stretch);
      else if (after >= stretch.length) result.push({ ...stretch, at: stretch.at + shift });
      else {
        if (before > 0) result.push({ from: stretch.from, at: stretch.at, length: before });
        if (after > 0) result.push({ from: stretch.from + stretch.length - after, at: end + shift, length: after });
      }
    }
    return new SurvivingText(result);
  }

  /** Where the original characters from `start` to `end` (exclusive) are now; `null` when something between them was changed. */
  find(start: number, end: number): { readonly start: number; readonly end: number } | null {
    for (const { from, at, length } of this.#stretches) {
      if (from <= start && end <= from + length) return { start: start - from + at, end: end - from + at };
    }
    return null;
  }

  /** About where the original offset is now, although its text was changed: where the untouched text before it ends. */
  near(offset: number): number {
    let result = 0;
    for (const { from, at, length } of this.#stretches) {
      if (from <= offset) result = at + Math.min(offset - from, length);
    }
    return result;
  }
}
