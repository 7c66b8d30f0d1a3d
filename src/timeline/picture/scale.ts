import type { Fold } from './fold.js';
import type { Piece } from './spans.js';

/** The part of the axis that is in sight: places (see `Fold`), in seconds. */
export interface Window {
  readonly from: number;
  readonly span: number;
}

/** From instants to pixels and back, for one window that is `width` pixels wide. */
export class Scale {
  readonly #perPlace: number;
  /** Straight pieces for drawing; the second list tells which of them are folded. */
  readonly pieces: readonly Piece[];
  readonly folds: readonly { readonly left: number; readonly right: number }[];

  constructor(
    readonly fold: Fold,
    readonly window: Window,
    readonly width: number,
  ) {
    this.#perPlace = width / window.span;
    const pieces = fold.pieces(window.from, window.from + window.span).map(({ place, end, instant, rate, folded }) => {
      const start = (place - window.from) * this.#perPlace;
      const perSecond = this.#perPlace / rate;
      const left = Math.max(0, Math.round(start));
      const right = Math.min(width, Math.round((end - window.from) * this.#perPlace));
      return { from: instant - start / perSecond, perSecond, left, right, folded };
    });
    this.pieces = pieces.filter(({ left, right }) => right > left);
    this.folds = pieces.filter(({ folded, left, right }) => folded && right > left);
  }

  x(t: number): number {
    return (this.fold.place(t) - this.window.from) * this.#perPlace;
  }

  instant(x: number): number {
    return this.fold.instant(this.window.from + x / this.#perPlace);
  }

  /** Pixels of a second where nothing is folded. */
  get perSecond(): number {
    return this.#perPlace;
  }
}
