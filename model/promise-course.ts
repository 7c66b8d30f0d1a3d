/** How it went over a run what pause, jump and swap would have come to: the band of the timeline, made from the trace. */
import { stateOf } from './event-look.js';
import type { TraceEvent } from './events.js';
import type { OwnerState } from './owner.js';
import type { Range } from './place.js';
import { type Interruption, interruptions, type Promised, promiseOf } from './promise.js';
import type { StepPath } from './steps.js';
import type { Suspension } from './suspension.js';

/** A stretch of virtual time in which a request would have come to the same; `end` is `null` while it lasts. */
export interface PromiseSpan {
  readonly start: number;
  readonly end: number | null;
  readonly promised: Promised;
}

/** Takes the events of one process in order. What lasts no time (within one instant) leaves no span. */
export class PromiseCourse {
  readonly #spans: Record<Interruption, PromiseSpan[]> = { pause: [], jump: [], swap: [] };
  #state: OwnerState | null = null;
  #suspension: Suspension | null = null;
  #at = 0;
  #changed = false;

  /** `step`: of a protocol; `''`: a process alone. `guards`: where its text can catch what an await raises. */
  constructor(
    private readonly step: StepPath,
    private readonly guards: readonly Range[],
  ) {}

  add(event: TraceEvent): void {
    if ((event.step ?? '') !== this.step) return;
    if (event.t > this.#at) this.#settle();
    this.#at = event.t;
    switch (event.event) {
      case 'state':
        this.#state = stateOf(event);
        if (event.mode !== 'running') this.#suspension = null;
        break;
      case 'suspended':
        this.#suspension = { at: event.at, since: event.t };
        break;
      case 'resumed':
        this.#suspension = null;
        break;
      default:
        return;
    }
    this.#changed = true;
  }

  /** The spans so far, oldest first. */
  spans(request: Interruption): readonly PromiseSpan[] {
    this.#settle();
    return this.#spans[request];
  }

  /** The instant is over: what it left is what counts. */
  #settle(): void {
    if (!this.#changed || this.#state === null) return;
    this.#changed = false;
    for (const request of interruptions) this.#tell(request, this.#state);
  }

  #tell(request: Interruption, state: OwnerState): void {
    const spans = this.#spans[request];
    const promised = promiseOf(request, state, this.#suspension, this.guards);
    const last = spans.at(-1);
    if (last?.end === null) {
      if (last.promised === promised && state.mode !== 'done') return;
      spans.pop();
      if (last.start < this.#at) spans.push({ ...last, end: this.#at });
    }
    if (state.mode === 'done') return;
    // Somebody may have looked in the middle of an instant that came back to what was before.
    const before = spans.at(-1);
    const same = before?.end === this.#at && before.promised === promised;
    if (same) spans.pop();
    spans.push({ start: same ? before.start : this.#at, end: null, promised });
  }
}
