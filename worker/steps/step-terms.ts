import type { Term } from '../../model/term.js';
import { exact } from '../process/terms.js';

/** Arithmetic with the terms of steps (semantics 6.4). Forever beats unknown: what never ends certainly never ends. */

const unknown: Term = { type: 'unknown' };
const forever: Term = { type: 'forever' };
export const nothing: Term = { type: 'duration', value: 0 };

/** First `first`, then `second`. (Not named `then`: a module with that export would be taken for a promise.) */
export function followedBy(first: Term, second: Term): Term {
  if (first.type === 'forever' || second.type === 'forever') return forever;
  if (first.type === 'unknown' || second.type === 'unknown') return unknown;
  const resolution = (first.resolution ?? 0) + (second.resolution ?? 0);
  const type = first.type === 'datetime' || second.type === 'datetime' ? 'datetime' : 'duration';
  return { type, value: exact(first.value + second.value), ...(resolution > 0 ? { resolution: exact(resolution) } : {}) };
}

/** Whichever ends later, at a moment `now`. */
export function later(one: Term, other: Term, now: number): Term {
  if (one.type === 'forever' || other.type === 'forever') return forever;
  if (one.type === 'unknown' || other.type === 'unknown') return unknown;
  return endOf(one, now) >= endOf(other, now) ? one : other;
}

/** So many times; `null`: without end. */
export function times(term: Term, count: number | null): Term {
  if (count === null) return term.type === 'duration' && term.value === 0 ? unknown : forever;
  if (count === 0) return nothing;
  if (term.type !== 'duration') return term;
  return { ...term, value: exact(term.value * count), ...(term.resolution ? { resolution: exact(term.resolution * count) } : {}) };
}

function endOf(term: Extract<Term, { value: number }>, now: number): number {
  return term.type === 'datetime' ? term.value : now + term.value;
}
