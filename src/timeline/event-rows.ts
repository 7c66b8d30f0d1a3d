/** The rows of the event list: the events that were found, with what the page itself has to say put in at its place. */
import type { TraceEvent } from '../../model/events.js';
import type { NumberedEvent } from '../../model/run-log.js';
import type { Trace } from '../../model/trace.js';
import type { Remark } from '../runtime/page-view.js';
import type { Found } from './event-search.svelte.js';

export interface EventRow {
  /** Where it stands in the run: the number of the event, from 1; what the page says stands between two of them. */
  readonly key: number;
  /** `null`: so many events are still on their way. */
  readonly event: TraceEvent | null;
  readonly missing: number;
  /** Of the run, and not of the page. */
  readonly own: boolean;
}

/** Rows that are made when they are drawn: there may be a million. */
export class EventRows {
  readonly length: number;
  readonly #trace: Trace;
  readonly #found: Found;
  /** Rows of the page with their index among all rows, rising. */
  readonly #put: readonly { readonly index: number; readonly row: EventRow }[];
  readonly #tail: readonly EventRow[];

  /** `remarks` and `tail` (the newest events, while the trace has not come that far) are those that the filter lets through. */
  constructor(trace: Trace, found: Found, remarks: readonly Remark[], tail: readonly NumberedEvent[]) {
    this.#trace = trace;
    this.#found = found;
    const put: { readonly index: number; readonly row: EventRow }[] = [];
    const end: EventRow[] = [];
    for (const [count, { after, event }] of remarks.entries()) {
      const row = { key: after + (count + 1) / 1024, event, missing: 0, own: false };
      if (after > trace.length) end.push(row);
      else put.push({ index: placesBelow(found, after) + put.length, row });
    }
    const missing = trace.total - trace.length;
    if (missing > 0) end.push({ key: trace.length + 0.5, event: null, missing, own: false });
    for (const { id, event } of tail) end.push({ key: id, event, missing: 0, own: true });
    this.#put = put;
    this.#tail = end.sort((a, b) => a.key - b.key);
    this.length = found.length + put.length + end.length;
  }

  at(index: number): EventRow | null {
    const behind = index - this.#found.length - this.#put.length;
    if (behind >= 0) return this.#tail[behind] ?? null;
    let before = 0;
    for (const { index: at, row } of this.#put) {
      if (at === index) return row;
      if (at > index) break;
      before++;
    }
    const place = this.#found.places === null ? index - before : this.#found.places[index - before];
    const event = place === undefined ? undefined : this.#trace.events[place];
    return event === undefined ? null : { key: place! + 1, event, missing: 0, own: true };
  }

  /** The index of the first row that stands at `key` or behind it; `length` when there is none. */
  indexOf(key: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle)!.key < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How many of what was found stand before the place. */
function placesBelow({ places, length }: Found, place: number): number {
  if (places === null) return Math.min(place, length);
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The newest events of a run beyond those of its trace, while that has not come to its end. */
export function tailOf({ events, length, total }: Trace, newest: readonly NumberedEvent[]): readonly NumberedEvent[] {
  if (total === length) return [];
  const last = events[length - 1]?.t ?? 0;
  return newest.filter(({ id, event }) => id > length && event.t >= last);
}
