/** Where two runs part. */
import type { TraceEvent } from './events.js';
import type { Trace } from './trace.js';

/** What each of two runs did first that the other did not; `null`: it had done nothing more. */
export interface Difference {
  /** Virtual seconds up to which they are the same. */
  readonly at: number;
  readonly one: TraceEvent | null;
  readonly other: TraceEvent | null;
}

/** Looks are taken as often as a run leaves time for them: two runs that are the same need not have the same ones. */
const compared = ({ event }: TraceEvent): boolean => event !== 'suspended' && event !== 'resumed';

/** Compares two traces while they grow, some events at a time. */
export class Comparison {
  #one = 0;
  #other = 0;
  #at = 0;
  #found: Difference | null = null;

  /** The first difference; `null`: none so far. */
  get found(): Difference | null {
    return this.#found;
  }

  /** Virtual seconds up to which the runs have been found to be the same. */
  get at(): number {
    return this.#at;
  }

  /** Goes on for at most `limit` events; `ended`: neither of them grows any more. False when there is nothing left to do for now. */
  advance(one: Trace, other: Trace, ended: boolean, limit = 4000): boolean {
    for (let count = 0; count < limit && this.#found === null; count++) {
      this.#one = skip(one, this.#one);
      this.#other = skip(other, this.#other);
      const a = this.#one < one.length ? one.events[this.#one]! : null;
      const b = this.#other < other.length ? other.events[this.#other]! : null;
      if (a === null || b === null) {
        if (ended && a !== b) this.#found = { at: this.#at, one: a, other: b };
        return false;
      }
      if (!same(a, b)) this.#found = { at: this.#at, one: a, other: b };
      else {
        this.#at = a.t;
        this.#one++;
        this.#other++;
      }
    }
    return this.#found === null;
  }
}

function skip({ events, length }: Trace, index: number): number {
  while (index < length && !compared(events[index]!)) index++;
  return index;
}

/** Whether two values of plain data are the same. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && same(a[key as never], b[key as never]));
}
