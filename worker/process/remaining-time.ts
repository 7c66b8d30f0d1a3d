import type { Term } from '../../model/term.js';
import { type Quantity, secondsOf } from '../quantity/index.js';
import { DatetimeTerm, DurationTerm, exact, sameTerm, termView } from './terms.js';

/** What `sendDuration()` takes: seconds, a quantity of time, or a term. */
export type DurationInput = number | Quantity | DurationTerm | DatetimeTerm;

/**
 * The estimate of when a process ends: a moment while it runs, a length while it is paused (semantics 2.4).
 * `now` is virtual seconds.
 */
export class RemainingTime {
  term: Term = { type: 'unknown' };

  /** As said by `sendDuration`: from now, or once it goes on when it is on its way into a pause. Returns whether the length was below zero. */
  setDuration(input: DurationInput, now: number, pausing: boolean): { readonly clamped: boolean } {
    if (input instanceof DurationTerm || input instanceof DatetimeTerm) {
      this.term = termView(input);
      if (!pausing) this.thaw(now);
      return { clamped: false };
    }
    const seconds = typeof input === 'number' && !(input >= 0) ? input : secondsOf(input);
    const clamped = seconds < 0;
    this.term = termView(new DurationTerm(clamped ? 0 : seconds));
    if (!pausing) this.thaw(now);
    return { clamped };
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

  differsFrom(term: Term): boolean {
    return !sameTerm(this.term, term);
  }
}
