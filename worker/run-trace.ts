import type { TraceEvent } from '../model/events.js';
import { traceFullText } from '../model/messages.js';
import { isDroppable } from './publisher.js';

/** How many events are kept of a run. */
export const traceLimit = 1_000_000;

/** The events of a run from the first one on. */
export class RunTrace {
  readonly #events: TraceEvent[] = [];
  #full = false;

  constructor(private readonly limit = traceLimit) {}

  get total(): number {
    return this.#events.length;
  }

  /**
   * Keeps an event, of which `told` hears then. Beyond the limit those are left out that a page can do without, which a log line says once,
   * and a little later all of them.
   */
  add(event: TraceEvent, told: (event: TraceEvent) => void): void {
    if (this.#events.length >= this.limit && (isDroppable(event) || this.#events.length >= this.limit * 1.1)) {
      if (this.#full) return;
      this.#full = true;
      event = { t: event.t, event: 'log', level: 'warn', message: traceFullText(this.limit) };
    }
    this.#events.push(event);
    told(event);
  }

  /** Events from number `first` on, at most `limit`. */
  part(first: number, limit: number): readonly TraceEvent[] {
    return this.#events.slice(first, first + limit);
  }
}
