import { type EventFilter, type EventGroup, eventGroups, everything, matcher } from '../../model/event-filter.js';
import type { NumberedEvent } from '../../model/run-log.js';
import type { StepPath } from '../../model/steps.js';
import type { Trace } from '../../model/trace.js';
import type { Remark } from '../runtime/page-view.js';
import { browserPreferences, type Preferences } from '../ui/preferences.js';
import { Steady } from '../ui/steady.svelte.js';
import { type EventRow, EventRows, tailOf } from './event-rows.js';
import { EventSearch } from './event-search.svelte.js';

/** What there is to list. */
export interface EventSource {
  readonly trace: Trace;
  /** The newest events, also those that the trace has not come to. */
  readonly newest: readonly NumberedEvent[];
  readonly remarks: readonly Remark[];
}

/** Awaits are every other event of many runs: whoever wants to see them says so. */
const hiddenAtFirst: readonly EventGroup[] = ['awaits'];

/** The event list: what is listed, and which of it is selected. */
export class EventLog {
  readonly #preferences: Preferences;
  readonly #steady: Steady<EventSource>;
  readonly #search: EventSearch;
  #filter = $state.raw<EventFilter>(everything);
  /** The entry that the keys start from, and the other end of what is selected, by their keys. */
  #active = $state.raw<number | null>(null);
  #anchor = $state.raw<number | null>(null);
  readonly #rows = $derived.by(() => {
    const { trace, newest, remarks } = this.#steady.value;
    const matches = matcher(this.#filter);
    return new EventRows(
      trace,
      this.#search.value,
      remarks.filter(({ event }) => matches(event)),
      tailOf(trace, newest).filter(({ event }) => matches(event)),
    );
  });

  constructor(read: () => EventSource, preferences: Preferences = browserPreferences) {
    this.#preferences = preferences;
    this.#steady = new Steady(read);
    this.#search = new EventSearch(() => ({ trace: this.#steady.value.trace, filter: this.#filter }));
    const kept = preferences.read('hidden-events');
    const hidden: readonly unknown[] = Array.isArray(kept) ? kept : hiddenAtFirst;
    this.#filter = { ...everything, hidden: new Set(eventGroups.map(({ id }) => id).filter((id) => hidden.includes(id))) };
  }

  get rows(): EventRows {
    return this.#rows;
  }

  get filter(): EventFilter {
    return this.#filter;
  }

  /** How many events the run has. */
  get total(): number {
    return this.#steady.value.trace.total;
  }

  /** Part of the trace has still to be looked through. */
  get searching(): boolean {
    return this.#search.value.searched < this.#steady.value.trace.length;
  }

  toggle(group: EventGroup): void {
    const hidden = new Set(this.#filter.hidden);
    if (!hidden.delete(group)) hidden.add(group);
    this.#filter = { ...this.#filter, hidden };
    this.#preferences.write('hidden-events', [...hidden]);
  }

  look(text: string): void {
    this.#filter = { ...this.#filter, text };
  }

  ofStep(step: StepPath | null): void {
    this.#filter = { ...this.#filter, step };
  }

  /** Lists everything again. */
  showAll(): void {
    this.#filter = everything;
    this.#preferences.write('hidden-events', []);
  }

  get active(): number | null {
    return this.#active;
  }

  /** Makes an entry the active one; `extend`: what is selected reaches from where it began to here. */
  activate({ key }: EventRow, extend = false): void {
    this.#active = key;
    if (!extend || this.#anchor === null) this.#anchor = key;
  }

  deselect(): void {
    this.#active = null;
    this.#anchor = null;
  }

  selects(key: number): boolean {
    if (this.#active === null || this.#anchor === null) return false;
    return key >= Math.min(this.#active, this.#anchor) && key <= Math.max(this.#active, this.#anchor);
  }

  /** The rows that are selected: from one index up to before another. */
  get selected(): { readonly first: number; readonly end: number } {
    const { rows } = this;
    if (this.#active === null || this.#anchor === null) return { first: 0, end: 0 };
    const first = rows.indexOf(Math.min(this.#active, this.#anchor));
    const end = rows.indexOf(Math.max(this.#active, this.#anchor) + 1 / 4096);
    return { first, end };
  }
}
