import type { Microseconds } from '../clock/virtual-clock.js';

/** Part of how a value goes on: offset + slope·t + Σ swing·exp(rate·t), with t in seconds since `from`. */
export interface Stretch {
  readonly from: Microseconds;
  readonly offset: number;
  readonly slope: number;
  readonly terms: readonly { readonly swing: number; readonly rate: number }[];
}

/** How a value goes on when nothing happens any more, known at every instant without being stepped through. Stretches in order of time, at least one. */
export class Course {
  constructor(readonly stretches: readonly [Stretch, ...Stretch[]]) {}

  static constant(value: number): Course {
    return new Course([{ from: 0, offset: value, slope: 0, terms: [] }]);
  }

  /** The same in another unit: `factor` times it, and `plus` added. */
  scaled(factor: number, plus = 0): Course {
    const [first, ...others] = this.stretches.map(({ from, offset, slope, terms }) => ({
      from,
      offset: plus + offset * factor,
      slope: slope * factor,
      terms: terms.map(({ swing, rate }) => ({ swing: swing * factor, rate })),
    }));
    return new Course([first!, ...others]);
  }

  /** `at`: not before the first stretch. */
  at(at: Microseconds): number {
    let [stretch] = this.stretches;
    for (const next of this.stretches) if (next.from <= at) stretch = next;
    return valueOf(stretch, (at - stretch.from) / 1e6);
  }
}

/**
 * What follows a value with a time constant (seconds), from `value` at `from` on: y' = (u − y)/τ, solved stretch by stretch (Åström &
 * Murray, Feedback Systems, section 3.3). A sensor in its sheath, a tube in a block. With a time constant of 0 it is the value itself.
 */
export function follow(course: Course, seconds: number, value: number, from: Microseconds): Course {
  if (seconds === 0) return course;
  const stretches: Stretch[] = [];
  let start = value;
  for (const [index, stretch] of course.stretches.entries()) {
    const end = course.stretches[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (end <= from) continue;
    const own = response(startingAt(stretch, Math.max(from, stretch.from)), seconds, start);
    stretches.push(own);
    start = valueOf(own, (end - own.from) / 1e6);
  }
  return new Course(stretches as [Stretch, ...Stretch[]]);
}

function valueOf({ offset, slope, terms }: Stretch, seconds: number): number {
  let value = offset + slope * seconds;
  for (const { swing, rate } of terms) value += swing * Math.exp(rate * seconds);
  return value;
}

/** The same stretch, told from a later instant. */
function startingAt({ from, offset, slope, terms }: Stretch, at: Microseconds): Stretch {
  const seconds = (at - from) / 1e6;
  return {
    from: at,
    offset: offset + slope * seconds,
    slope,
    terms: terms.map(({ swing, rate }) => ({ swing: swing * Math.exp(rate * seconds), rate })),
  };
}

function response({ from, offset, slope, terms }: Stretch, seconds: number, start: number): Stretch {
  const steady = offset - slope * seconds;
  const driven = terms.map(({ swing, rate: given }) => {
    // Where both time constants are one, the solution has another form; a millionth beside it nobody can tell the difference.
    const rate = Math.abs(1 + given * seconds) < 1e-6 ? given * (1 + 1e-6) : given;
    return { swing: swing / (1 + rate * seconds), rate };
  });
  const own = start - steady - driven.reduce((sum, { swing }) => sum + swing, 0);
  return { from, offset: steady, slope, terms: [...driven, { swing: own, rate: -1 / seconds }] };
}
