import type { Term } from '../../model/term.js';
import { type Quantity, secondsOf } from '../quantity/index.js';
import { DatetimeTerm, DurationTerm, exact, termView } from './terms.js';

/** What `sendDuration()` takes: seconds, a quantity of time, or a term. */
export type DurationInput = number | Quantity | DurationTerm | DatetimeTerm;

/**
 * The estimate of when a process ends: a moment while it runs, a length while it is paused (semantics 2.4).
 * `now` is virtual seconds.
 */
export class RemainingTime {
  term: Term = { type: 'unknown' };

  /** As said by `sendDuration`: from now, or once it goes on when it is on its way into a pause. Returns whether it was below zero and is taken as zero. */
  setDuration(input: DurationInput, now: number, pausing: boolean): boolean {
    const term = termOf(input);
    const clamped = term instanceof DurationTerm && term.value < 0;
    this.term = termView(clamped ? new DurationTerm(0, term.resolution) : term);
    if (!pausing) this.thaw(now);
    return clamped;
  }

  setTerm(term: DurationTerm | DatetimeTerm): void {
    if (!(term instanceof DurationTerm) && !(term instanceof DatetimeTerm))
      throw new TypeError('sendTerm() takes an am.DurationTerm or an am.DatetimeTerm.');
    this.term = termView(term);
  }

  /** Paused now: what was a moment becomes the length that is left. */
  freeze(now: number): void {
    const { term } = this;
    if (term.type === 'datetime') this.term = { ...term, type: 'duration', value: exact(Math.max(0, term.value - now)) };
  }

  /** Goes on now: what was a length becomes a moment. */
  thaw(now: number): void {
    const { term } = this;
    if (term.type === 'duration') this.term = { ...term, type: 'datetime', value: exact(now + term.value) };
  }

  forget(): void {
    this.term = { type: 'unknown' };
  }
}

function termOf(input: DurationInput): DurationTerm | DatetimeTerm {
  if (input instanceof DurationTerm || input instanceof DatetimeTerm) return input;
  if (Number.isNaN(input)) return DurationTerm.unknown();
  // Minus infinity, which is no length of a term, is below zero like any other.
  return new DurationTerm(Math.max(-1, secondsOf(input)));
}
