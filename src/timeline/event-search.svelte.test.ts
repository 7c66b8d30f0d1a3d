// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { type EventFilter, everything } from '../../model/event-filter.js';
import type { TraceEvent } from '../../model/events.js';
import { emptyTrace, extendTrace, type Trace } from '../../model/trace.js';
import { EventSearch } from './event-search.svelte.js';
import { sliceLength, type SliceTime } from '../ui/slices.js';

const events = (count: number): TraceEvent[] =>
  Array.from({ length: count }, (_, t) =>
    t % 10 === 0 ? { t, event: 'log', level: 'info', message: `Round ${t}` } : { t, event: 'location', location: t },
  );
const logs: EventFilter = { ...everything, text: 'round' };

/** A clock on which every look at it takes a millisecond. */
class Ticking implements SliceTime {
  waiting: (() => void) | null = null;
  #now = 0;
  now = (): number => this.#now++;
  later = (callback: () => void): (() => void) => {
    this.waiting = callback;
    return () => (this.waiting = null);
  };
  next(): void {
    const callback = this.waiting;
    this.waiting = null;
    callback?.();
    flushSync();
  }
}

function bed(first: Trace, filter: EventFilter) {
  const time = new Ticking();
  let read = $state.raw({ trace: first, filter });
  const search = new EventSearch(() => read, time);
  let slices = 0;
  const stop = $effect.root(() => {
    $effect(() => {
      void search.value;
      slices++;
    });
  });
  flushSync();
  return {
    search,
    time,
    stop,
    get slices() {
      return slices;
    },
    set: (next: Partial<typeof read>) => {
      read = { ...read, ...next };
      flushSync();
    },
  };
}

describe('a search through a trace', () => {
  it('goes on in slices until everything has been looked at', () => {
    const { search, time, stop } = bed(extendTrace(emptyTrace, events(10_000)), logs);
    expect(search.value.searched).toBe(64 * sliceLength);
    let slices = 1;
    for (; time.waiting !== null; slices++) time.next();
    expect(search.value).toMatchObject({ length: 1000, searched: 10_000 });
    expect(slices).toBeGreaterThan(20);
    stop();
  });

  it('keeps what was found when the trace gets longer, and begins anew for another filter or run', () => {
    const trace = extendTrace(emptyTrace, events(100));
    const { search, set, stop } = bed(trace, logs);
    const { places } = search.value;
    expect(places).toHaveLength(10);
    set({ trace: extendTrace(trace, [{ t: 100, event: 'log', level: 'info', message: 'Round 100' }]) });
    expect(search.value.places).toBe(places);
    expect(search.value.length).toBe(11);
    set({ filter: { ...logs, text: 'round 50' } });
    expect(search.value.places).toEqual([50]);
    set({ trace: extendTrace(emptyTrace, events(60)) });
    expect(search.value).toMatchObject({ places: [50], length: 1, searched: 60 });
    stop();
  });

  it('looks at nothing when everything is let through', () => {
    const { search, time, stop } = bed(extendTrace(emptyTrace, events(10_000)), everything);
    expect(search.value).toEqual({ places: null, length: 10_000, searched: 10_000 });
    expect(time.waiting).toBeNull();
    stop();
  });
});
