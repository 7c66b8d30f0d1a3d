/** Between two times that the text moves by itself, in milliseconds: slower than a person can follow would be flicker. */
const pace = 1_000;

/** Decides whether the text moves so that a failure comes in sight: once, when there is a new one; but never while the person is in the text. */
export class FollowFailure {
  #known: string | null = null;

  /** The failure that is marked in the text in front now, or none. Its line, if that should come in sight. */
  found(failure: { readonly message: string; readonly line: number } | null, focused: boolean): number | null {
    const known = this.#known;
    this.#known = failure?.message ?? null;
    return failure === null || failure.message === known || focused ? null : failure.line;
  }
}

/** Decides whether the text moves so that the line at which the process waits stays in sight. */
export class Follow {
  #line: number | null = null;
  #inSight = false;
  #movedAt = -Infinity;

  /** The person (or we) scrolled: whether the line can be seen now. */
  seen(inSight: boolean): void {
    this.#inSight = inSight;
  }

  /**
   * The process waits at `line` now, or nowhere. True if it should come in sight: when it begins to wait, or was in sight and has moved on;
   * but never while the person is in the text.
   * @param at time in milliseconds.
   */
  moved(line: number | null, focused: boolean, at: number): boolean {
    const begins = this.#line === null;
    const same = line === this.#line;
    this.#line = line;
    if (line === null || same || focused || !(begins || this.#inSight) || at - this.#movedAt < pace) return false;
    this.#movedAt = at;
    return true;
  }
}
