import type { Term } from '../../../model/term.js';
import { durationText } from '../../../model/time-text.js';
import { Samples } from './samples.js';

/** How good the estimates of a process were, once its end is known; seconds. */
export interface EstimateScore {
  /** The first foreseen end minus the real one: positive when it came sooner than foreseen. */
  readonly first: number;
  /** How far off the estimate was on average, over the time during which there was one. */
  readonly mean: number;
}

/** When a process was to end, as it said over time. */
export class Estimates {
  /** Foreseen ends over time, in virtual seconds; `NaN` while none was foreseen. A line: it rises while a length of time waits to run. */
  readonly line = new Samples();
  #at = 0;
  #term: Term = { type: 'unknown' };
  #first: number | null = null;
  /** Pieces of the line that count for the score: `[from, to, end at from, rise per second]`. */
  #pieces: (readonly [from: number, to: number, end: number, rise: 0 | 1])[] = [];
  #score: EstimateScore | null = null;
  #over = false;

  /** Since the process has ended as foreseen. */
  get score(): EstimateScore | null {
    return this.#score;
  }

  /** The foreseen end as it stands at the instant `t`, which is not before the last change; `NaN`: none. */
  foreseen(t: number): number {
    return endAt(this.#term, this.#at, t);
  }

  /** The process goes on to say something; what it said first counts anew when it begins again. */
  restart(t: number): void {
    this.#change(t, { type: 'unknown' });
    this.#pieces = [];
    this.#first = null;
    this.#score = null;
    this.#over = false;
  }

  add(t: number, term: Term): void {
    if (this.#over) return;
    this.#change(t, term);
    const end = this.foreseen(t);
    if (!Number.isNaN(end)) this.#first ??= end;
  }

  /** The process has ended; `scored`: by itself, not because somebody ended it. */
  end(t: number, scored: boolean): void {
    if (this.#over) return;
    this.#change(t, { type: 'unknown' });
    this.#over = true;
    const time = this.#pieces.reduce((sum, [from, to]) => sum + to - from, 0);
    if (!scored || this.#first === null || time <= 0) return;
    const off = this.#pieces.reduce((sum, piece) => sum + areaOff(piece, t), 0);
    this.#score = { first: this.#first - t, mean: off / time };
  }

  #change(t: number, term: Term): void {
    const before = this.foreseen(t);
    if (!Number.isNaN(before)) {
      this.line.add(t, before);
      if (t > this.#at) this.#pieces.push([this.#at, t, endAt(this.#term, this.#at, this.#at), this.#term.type === 'duration' ? 1 : 0]);
    }
    this.#term = term;
    this.#at = t;
    const after = this.foreseen(t);
    if (after !== before && !(Number.isNaN(after) && Number.isNaN(before))) this.line.add(t, after);
  }
}

function endAt(term: Term, at: number, t: number): number {
  if (term.type === 'datetime') return term.value;
  return term.type === 'duration' ? term.value + Math.max(at, t) : Number.NaN;
}

/** The area between a piece of the line and the real end. */
function areaOff([from, to, end, rise]: readonly [number, number, number, 0 | 1], real: number): number {
  const [a, b] = [end - real, end + rise * (to - from) - real];
  const length = to - from;
  if (a * b >= 0) return (length * (Math.abs(a) + Math.abs(b))) / 2;
  const crossing = length * (Math.abs(a) / (Math.abs(a) + Math.abs(b)));
  return (crossing * Math.abs(a) + (length - crossing) * Math.abs(b)) / 2;
}

/** `First estimate 10 min too early; 4 min off on average.` */
export function scoreText({ first, mean }: EstimateScore): string {
  const exact = (seconds: number): string => durationText(Math.abs(seconds), true);
  if (Math.abs(first) < 0.05 && mean < 0.05) return 'The first estimate was right.';
  const beginning = Math.abs(first) < 0.05 ? 'First estimate right' : `First estimate ${exact(first)} too ${first > 0 ? 'late' : 'early'}`;
  return `${beginning}; ${exact(mean)} off on average.`;
}
