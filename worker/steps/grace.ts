import type { Timer, VirtualClock } from '../clock/virtual-clock.js';
import { microseconds } from '../clock/virtual-clock.js';
import type { ProcessStep } from './process-step.js';

/**
 * How long error handling waits for steps that it has asked to pause before halting them is offered (semantics 4.3.4). Nobody but a
 * person halts them: a slow step may be parking its hardware.
 */
export class Grace {
  readonly #waiting = new Map<ProcessStep, Timer>();

  constructor(
    private readonly clock: VirtualClock,
    /** Virtual seconds. */
    private readonly seconds: number,
    /** The time of a step is over. */
    private readonly over: (step: ProcessStep) => void,
  ) {}

  /** Begins to wait for a step, if nobody waits for it yet. */
  begin(step: ProcessStep): void {
    if (this.#waiting.has(step)) return;
    const since = this.clock.seconds;
    const at = this.clock.now + microseconds(this.seconds);
    const timer = this.clock.schedule(at, () => {
      step.overdueSince = since;
      this.over(step);
    });
    this.#waiting.set(step, timer);
  }

  /** It has come to its checkpoint, or nobody waits for it any more. */
  end(step: ProcessStep): void {
    const timer = this.#waiting.get(step);
    if (timer === undefined) return;
    this.clock.cancel(timer);
    this.#waiting.delete(step);
    step.overdueSince = null;
  }
}
