import type { Gap } from './gaps.js';

/** Idle times shorter than this part of the run stay as they are. */
const smallestPart = 0.03;
/** A fold is as wide as this part of what is not folded; of a run that is nearly all idle, as this part of the whole. */
const foldedPart = 0.02;
const wholePart = 0.004;

/** An idle time that is drawn as if it were short. `at`: where it begins on the folded axis. */
export interface FoldedGap extends Gap {
  readonly at: number;
}

/**
 * An axis of time with its idle times folded: instants (virtual seconds) become places on the axis and back. Both only grow, so what comes
 * first stands first. Without folds both are the same.
 */
export class Fold {
  static readonly none = new Fold([], 0);

  private constructor(
    readonly gaps: readonly FoldedGap[],
    /** How long a folded time is on the axis. */
    readonly width: number,
  ) {}

  /** Folds those of the gaps (in the order of time, apart from each other) that are long in a run of so many seconds. */
  static of(gaps: readonly Gap[], seconds: number): Fold {
    const long = gaps.filter(({ start, end }) => end - start >= smallestPart * seconds && end > start);
    if (long.length === 0) return Fold.none;
    const idle = long.reduce((sum, { start, end }) => sum + end - start, 0);
    const width = Math.min(Math.max((seconds - idle) * foldedPart, seconds * wholePart), ...long.map(({ start, end }) => end - start));
    let saved = 0;
    const folded = long.map(({ start, end }) => {
      const at = start - saved;
      saved += end - start - width;
      return { start, end, at };
    });
    return new Fold(folded, width);
  }

  /** Where an instant stands on the axis. */
  place(t: number): number {
    const gap = lastBy(this.gaps, (each) => each.start <= t);
    if (gap === null) return t;
    if (t < gap.end) return gap.at + ((t - gap.start) / (gap.end - gap.start)) * this.width;
    return gap.at + this.width + (t - gap.end);
  }

  /** The instant that stands at a place of the axis. */
  instant(place: number): number {
    const gap = lastBy(this.gaps, (each) => each.at <= place);
    if (gap === null) return place;
    const inside = place - gap.at;
    return inside < this.width ? gap.start + (inside / this.width) * (gap.end - gap.start) : gap.end + (inside - this.width);
  }

  /** The straight pieces of the axis between two places: each begins at an instant and goes so many seconds per second of the axis. */
  pieces(
    from: number,
    to: number,
  ): { readonly place: number; readonly end: number; readonly instant: number; readonly rate: number; readonly folded: boolean }[] {
    const pieces = [];
    let place = from;
    for (const gap of this.gaps) {
      const foldEnd = gap.at + this.width;
      if (foldEnd <= place) continue;
      if (gap.at >= to) break;
      if (gap.at > place) pieces.push({ place, end: gap.at, instant: this.instant(place), rate: 1, folded: false });
      const start = Math.max(place, gap.at);
      const rate = (gap.end - gap.start) / this.width;
      pieces.push({ place: start, end: Math.min(foldEnd, to), instant: this.instant(start), rate, folded: true });
      place = foldEnd;
    }
    if (place < to) pieces.push({ place, end: to, instant: this.instant(place), rate: 1, folded: false });
    return pieces;
  }
}

/** The last of the gaps (in order) for which something holds; it holds for all before that one. */
function lastBy(gaps: readonly FoldedGap[], holds: (gap: FoldedGap) => boolean): FoldedGap | null {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(gaps[middle]!)) low = middle + 1;
    else high = middle;
  }
  return gaps[low - 1] ?? null;
}
