import type { TraceEvent } from '../model/events.js';
import type { StepPath } from '../model/steps.js';
import type { Suspension } from '../model/suspension.js';
import type { Run } from './run.js';

/** Tells when a process suspends somewhere else and when it goes on. */
export class SuspensionTrace {
  readonly #last = new Map<StepPath | null, Suspension>();

  constructor(
    private readonly run: Run,
    private readonly onEvent: (event: TraceEvent) => void,
  ) {}

  look(): void {
    for (const [step, { suspension }] of this.run.processes()) this.#compare(step, suspension);
  }

  #compare(step: StepPath | null, next: Suspension | null): void {
    const last = this.#last.get(step) ?? null;
    if (same(last, next)) return;
    const head = { t: this.run.clock.seconds, ...(step === null ? {} : { step }) };
    if (last !== null) this.onEvent({ ...head, event: 'resumed', at: last.at });
    if (next === null) this.#last.delete(step);
    else {
      this.onEvent({ ...head, event: 'suspended', at: next.at });
      this.#last.set(step, next);
    }
  }
}

function same(a: Suspension | null, b: Suspension | null): boolean {
  return a === b || (a !== null && b !== null && a.since === b.since && JSON.stringify(a.at) === JSON.stringify(b.at));
}
