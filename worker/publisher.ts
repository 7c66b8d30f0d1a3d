import type { TraceEvent } from '../model/events.js';
import { noServices, type ServicesView } from '../model/services.js';
import type { Snapshot, Update } from '../model/snapshot.js';

/** Events that a page can do without when they come faster than it shows them; the newest are kept. */
const droppable: ReadonlySet<TraceEvent['event']> = new Set(['location', 'term', 'suspended', 'resumed', 'device', 'log'] as const);
export function isDroppable(event: TraceEvent): boolean {
  // That a location was dropped is worth no more than a location.
  // A mail that was sent twice is what somebody looks for.
  if (event.event === 'service') return event.service !== 'mail';
  return event.event === 'note' ? event.name === 'locations-dropped' : droppable.has(event.event);
}
/** How many of each kind one update carries at most. */
export const updateLimit = { droppable: 200, kept: 1000 } as const;

/** Services as they are published: their view when the revision has changed. */
export interface PublishedServices {
  readonly revision: number;
  view(): ServicesView;
}
const nothingKept: PublishedServices = { revision: 0, view: () => noServices };

interface Entry {
  readonly order: number;
  readonly event: TraceEvent;
}

/** A list that keeps its newest entries, in a ring. */
class Newest {
  private entries: Entry[] = [];
  private oldest = 0;

  constructor(private readonly limit: number) {}

  /** Whether an older one had to go. */
  push(entry: Entry): boolean {
    if (this.entries.length < this.limit) {
      this.entries.push(entry);
      return false;
    }
    this.entries[this.oldest] = entry;
    this.oldest = (this.oldest + 1) % this.limit;
    return true;
  }

  take(): Entry[] {
    const taken = this.oldest === 0 ? this.entries : [...this.entries.slice(this.oldest), ...this.entries.slice(0, this.oldest)];
    this.entries = [];
    this.oldest = 0;
    return taken;
  }
}

/**
 * Brings a run to the page: the newest snapshot, and the events since the last one. One message is under way at a time, so a
 * process may report as often as it likes (performance study, 4).
 */
export class Publisher {
  private readonly streamed = new Newest(updateLimit.droppable);
  private readonly kept = new Newest(updateLimit.kept);
  private order: number;
  private dropped = 0;
  /** Events that were taken, or dropped before. */
  private told: number;
  private dirty = true;
  private underWay = false;
  private closed = false;
  private servicesTold = 0;

  constructor(
    private readonly run: number,
    private readonly snapshot: () => Snapshot,
    private readonly publish: (update: Update) => Promise<void>,
    private readonly services: PublishedServices = nothingKept,
    /** Events of the run that were told before. */
    told = 0,
  ) {
    this.told = this.order = told;
  }

  add(event: TraceEvent): void {
    const list = isDroppable(event) ? this.streamed : this.kept;
    if (list.push({ order: this.order++, event })) this.dropped++;
    this.dirty = true;
  }

  /** The snapshot differs although nothing happened: time has passed. */
  touch(): void {
    this.dirty = true;
  }

  /** Sends what is new, unless a message is under way; then it goes once that has arrived. */
  flush(): void {
    if (!this.dirty || this.underWay || this.closed) return;
    const update = this.take();
    const next = () => {
      this.underWay = false;
      this.flush();
    };
    this.underWay = true;
    // Whoever could not take this one gets the next.
    void this.publish(update).then(next, next);
  }

  /** What is new, for an answer that goes out now. */
  take(): Update {
    const snapshot = this.snapshot();
    this.dirty = false;
    const entries = [...this.kept.take(), ...this.streamed.take()].sort((a, b) => a.order - b.order);
    const { dropped, told: first } = this;
    this.dropped = 0;
    this.told = this.order;
    return { run: this.run, snapshot, ...this.takeServices(), events: entries.map((entry) => entry.event), first, dropped };
  }

  /** What the services hold crosses the wire when it has changed. */
  private takeServices(): Pick<Update, 'services'> {
    const { revision } = this.services;
    if (revision === this.servicesTold) return {};
    this.servicesTold = revision;
    return { services: this.services.view() };
  }

  close(): void {
    this.closed = true;
  }
}
