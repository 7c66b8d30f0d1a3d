import { type Kind, rankOf } from './kinds.js';
import { Floats } from './growing.js';
import { Spans } from './spans.js';

/** What lanes are about; people choose by these which are shown. */
export type LaneSort =
  'state' | 'location' | 'await' | 'pause' | 'jump' | 'swap' | 'requests' | 'diagnostics' | 'effects' | 'faults' | 'hand' | 'services';

/** Words for a span. */
export interface LaneWords {
  /** A few characters, to stand in the span. */
  label(event: number): string;
  /** A sentence. */
  text(event: number): string;
}

/** One line of the timeline: spans, each made by an event of the trace. */
export class Lane {
  readonly spans = new Spans();
  readonly #events = new Floats();
  readonly #words: LaneWords;

  constructor(
    readonly id: string,
    readonly sort: LaneSort,
    readonly title: string,
    words: LaneWords,
  ) {
    this.#words = words;
  }

  /** Instants, not stretches: they are drawn a little wider than they are. */
  get marks(): boolean {
    return this.sort === 'requests' || this.sort === 'diagnostics' || this.sort === 'effects' || this.sort === 'services';
  }

  /** Adds a span that is not over, or an instant; `event` is its place in the trace. */
  add(start: number, kind: Kind, event: number, end = Number.POSITIVE_INFINITY): number {
    this.#events.push(event);
    return this.spans.add(start, end, rankOf[kind]);
  }

  /** Where in the trace the event stands that made a span. */
  event(span: number): number {
    return this.#events.values[span]!;
  }

  label(span: number): string {
    return this.#words.label(this.event(span));
  }

  text(span: number): string {
    return this.#words.text(this.event(span));
  }
}
