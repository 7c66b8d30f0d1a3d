import { createSubscriber } from 'svelte/reactivity';
import { type EventFilter, letsAllThrough, matcher } from '../../model/event-filter.js';
import type { TraceEvent } from '../../model/events.js';
import type { Trace } from '../../model/trace.js';
import { browserSlices, sliceLength, type SliceTime } from '../ui/slices.js';

/** The events of a trace that a filter lets through, as far as they have been looked for. */
export interface Found {
  /** Their places in the trace, rising; only the first `length` count. `null`: all of them. */
  readonly places: readonly number[] | null;
  readonly length: number;
  /** How many events have been looked at. */
  readonly searched: number;
}

/**
 * Looks for events while the trace grows, a few milliseconds at a time: whoever reads `value` is updated until everything has been
 * looked at. What was found stays found while only the trace gets longer.
 */
export class EventSearch {
  readonly #read: () => { readonly trace: Trace; readonly filter: EventFilter };
  readonly #time: SliceTime;
  readonly #subscribe: () => void;
  #update: (() => void) | null = null;
  #cancel: (() => void) | null = null;
  #filter: EventFilter | null = null;
  #events: readonly TraceEvent[] | null = null;
  #matches: (event: TraceEvent) => boolean = () => true;
  #places: number[] = [];
  #searched = 0;
  readonly #value = $derived.by(() => this.#next());

  constructor(read: () => { readonly trace: Trace; readonly filter: EventFilter }, time: SliceTime = browserSlices) {
    this.#read = read;
    this.#time = time;
    this.#subscribe = createSubscriber((update) => {
      this.#update = update;
      return () => {
        this.#cancel?.();
        this.#cancel = null;
      };
    });
  }

  get value(): Found {
    return this.#value;
  }

  #next(): Found {
    this.#subscribe();
    const { trace, filter } = this.#read();
    if (letsAllThrough(filter)) return { places: null, length: trace.length, searched: trace.length };
    if (filter !== this.#filter || trace.events !== this.#events || trace.length < this.#searched) this.#begin(trace, filter);
    const end = this.#time.now() + sliceLength;
    do this.#look(trace);
    while (this.#searched < trace.length && this.#time.now() < end);
    if (this.#searched < trace.length) {
      this.#cancel ??= this.#time.later(() => {
        this.#cancel = null;
        this.#update?.();
      });
    }
    return { places: this.#places, length: this.#places.length, searched: this.#searched };
  }

  #begin({ events }: Trace, filter: EventFilter): void {
    this.#filter = filter;
    this.#events = events;
    this.#matches = matcher(filter);
    // A new list: the last one may still be shown.
    this.#places = [];
    this.#searched = 0;
  }

  /** Looks at a few: the clock costs as much as one. */
  #look({ events, length }: Trace): void {
    const end = Math.min(length, this.#searched + 64);
    for (; this.#searched < end; this.#searched++) {
      if (this.#matches(events[this.#searched]!)) this.#places.push(this.#searched);
    }
  }
}
