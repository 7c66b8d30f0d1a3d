import type { Term } from '../../model/term.js';

/**
 * How long something still takes: `DurationTerm` ("this long, once it runs") and `DatetimeTerm` ("until then").
 * Values in seconds, NaN is unknown, infinity is forever; arithmetic as in semantics 6.4.
 */
export class DurationTerm {
  static unknown(): DurationTerm {
    return new DurationTerm(Number.NaN);
  }
  static forever(): DurationTerm {
    return new DurationTerm(Number.POSITIVE_INFINITY);
  }
  static zero(): DurationTerm {
    return new DurationTerm(0);
  }

  /** `value` and `resolution` (the uncertainty) in seconds. */
  constructor(
    readonly value: number,
    readonly resolution: number = 0,
  ) {
    checkNumbers('DurationTerm', value, resolution);
  }

  /** A duration and a duration is a duration; a duration and a datetime is a datetime. Resolutions add up. */
  plus(other: DurationTerm): DurationTerm;
  plus(other: DatetimeTerm): DatetimeTerm;
  plus(other: DurationTerm | DatetimeTerm): DurationTerm | DatetimeTerm {
    if (other instanceof DatetimeTerm) return other.plus(this);
    if (!(other instanceof DurationTerm)) throw new TypeError('Only a term can be added to a DurationTerm.');
    return new DurationTerm(sum(this.value, other.value), this.resolution + other.resolution);
  }

  /** So many times this long; zero times forever is nothing. */
  times(factor: number): DurationTerm {
    if (typeof factor !== 'number' || Number.isNaN(factor) || factor < 0)
      throw new TypeError('A DurationTerm is multiplied by a number of at least 0.');
    return new DurationTerm(factor === 0 ? 0 : this.value * factor, this.resolution * factor);
  }
}

export class DatetimeTerm {
  static unknown(): DatetimeTerm {
    return new DatetimeTerm(Number.NaN);
  }
  static forever(): DatetimeTerm {
    return new DatetimeTerm(Number.POSITIVE_INFINITY);
  }

  /** `value`: virtual seconds since the run began; `resolution` (the uncertainty) in seconds. */
  constructor(
    readonly value: number,
    readonly resolution: number = 0,
  ) {
    checkNumbers('DatetimeTerm', value, resolution);
  }

  plus(other: DurationTerm): DatetimeTerm {
    if (!(other instanceof DurationTerm)) throw new TypeError('Only a DurationTerm can be added to a DatetimeTerm.');
    return new DatetimeTerm(sum(this.value, other.value), this.resolution + other.resolution);
  }
}

/** As plain data. */
export function termView(term: DurationTerm | DatetimeTerm): Term {
  if (Number.isNaN(term.value)) return { type: 'unknown' };
  if (term.value === Number.POSITIVE_INFINITY) return { type: 'forever' };
  const type = term instanceof DatetimeTerm ? 'datetime' : 'duration';
  return { type, value: exact(term.value), ...(term.resolution > 0 ? { resolution: exact(term.resolution) } : {}) };
}

export function sameTerm(a: Term, b: Term): boolean {
  if (a.type === 'unknown' || a.type === 'forever' || b.type === 'unknown' || b.type === 'forever') return a.type === b.type;
  return a.type === b.type && a.value === b.value && a.resolution === b.resolution;
}

/** A time in whole microseconds, as the clock has it: 0.1 + 0.2 is 0.3. Beyond the clock's 285 years it stays as it is. */
export function exact(seconds: number): number {
  const rounded = Math.round(seconds * 1e6);
  return Number.isSafeInteger(rounded) ? rounded / 1e6 : seconds;
}

/** Forever beats unknown: it certainly never ends. */
function sum(a: number, b: number): number {
  return a === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : a + b;
}

function checkNumbers(name: string, value: number, resolution: number): void {
  if (typeof value !== 'number' || value === Number.NEGATIVE_INFINITY) throw new TypeError(`${name} needs a number of seconds.`);
  if (!Number.isFinite(resolution) || resolution < 0)
    throw new TypeError(`The resolution of a ${name} is a number of seconds of at least 0.`);
}
