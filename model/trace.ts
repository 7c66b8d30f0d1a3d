/** The events of a run from its first one on, as far as somebody has them: what timelines, lists and looks into the past are made of. */
import type { TraceEvent } from './events.js';

/**
 * The beginning of a run's trace. `events` is only ever added to, so an older `Trace` stays what it was: its own events are the first
 * `length` ones. A reader that keeps a place in it goes on from there when the next one comes.
 */
export interface Trace {
  readonly events: readonly TraceEvent[];
  readonly length: number;
  /** How many events of the run there are; more than `length` while the rest is still to come. */
  readonly total: number;
}

export const emptyTrace: Trace = { events: [], length: 0, total: 0 };

/**
 * The trace with `events` at its end, of which `dropped` did not come along. Once some are missing, what comes after them has to be fetched
 * in order (`first` says where these begin, from 0): only what joins on is taken.
 */
export function extendTrace(trace: Trace, events: readonly TraceEvent[], dropped = 0, first = trace.total): Trace {
  const total = Math.max(trace.total, first + events.length + dropped);
  const joins = dropped === 0 && first <= trace.length && first + events.length > trace.length;
  if (!joins) return total === trace.total ? trace : { ...trace, total };
  // Somebody who went another way from the same trace keeps what they have.
  const known =
    trace.events.length === trace.length && trace !== emptyTrace ? (trace.events as TraceEvent[]) : trace.events.slice(0, trace.length);
  for (let index = trace.length - first; index < events.length; index++) known.push(events[index]!);
  return { events: known, length: known.length, total };
}

/** How many events had happened at an instant, those of the instant itself included. */
export function countAt({ events, length }: Trace, t: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle]!.t <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
