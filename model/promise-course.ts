/** How it goes over a run what pause, jump and swap would come to: the bands of the timeline, made from the trace. */
import { stateOf } from './event-look.js';
import type { TraceEvent } from './events.js';
import type { OwnerState } from './owner.js';
import type { Range } from './place.js';
import { type Interruption, interruptions, type Promised, promiseOf } from './promise.js';
import type { StepPath } from './steps.js';
import type { Suspension } from './suspension.js';

/** From `t` on a request would come to something else; `null`: there is no process any more. */
export type PromiseChange = (request: Interruption, t: number, promised: Promised | null) => void;

/** Takes the events of one process in order. What lasts no time, within one instant, is not told. */
export class PromiseCourse {
  readonly #told: Partial<Record<Interruption, Promised | null>> = {};
  #state: OwnerState | null = null;
  #suspension: Suspension | null = null;
  #at = 0;
  #changed = false;

  /** `step`: of a protocol; `''`: a process alone. `guards`: where its text can catch what an await raises. */
  constructor(
    private readonly step: StepPath,
    private readonly guards: () => readonly Range[],
    private readonly tell: PromiseChange,
  ) {}

  add(event: TraceEvent): void {
    if ((event.step ?? '') !== this.step) return;
    this.pass(event.t);
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

  /** Time has come to `t`: what the instants before it left is what counts. */
  pass(t: number): void {
    if (t <= this.#at || !this.#changed || this.#state === null) return;
    this.#changed = false;
    for (const request of interruptions) {
      const promised = this.#state.mode === 'done' ? null : promiseOf(request, this.#state, this.#suspension, this.guards());
      if (promised === this.#told[request]) continue;
      this.#told[request] = promised;
      this.tell(request, this.#at, promised);
    }
  }
}
