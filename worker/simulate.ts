import type { TraceEvent } from '../model/events.js';
import type { ProcessSource } from '../model/protocol.js';
import type { StepPath } from '../model/steps.js';
import type { Suspension } from '../model/suspension.js';
import { type Microseconds, microseconds } from './clock/virtual-clock.js';
import { Run } from './run.js';
import type { Scenario } from './scenario.js';

export interface SimulateOptions {
  /** Takes the lines of the trace, in order. */
  onEvent(event: TraceEvent): void;
  /** Report where the process is suspended, whenever that has changed by the end of an instant. */
  readonly suspensions?: boolean;
  /** An instant has come to rest: whoever wants to see the run as it is then looks at it. */
  readonly onRest?: (run: Run) => void;
  /** Report every change of a device. */
  readonly devices?: boolean;
}

/** Entries of the ready queue at one instant after which a run is taken for one that never lets time pass. */
const mostTurns = 3_000_000;

/** Runs a process under a scenario, without a browser and without waiting: virtual time is skipped. False when it could not be loaded. */
export function simulate(source: ProcessSource, scenario: Scenario, options: SimulateOptions): boolean {
  const run = new Run({
    source,
    data: scenario.data,
    point: scenario.point,
    seed: scenario.seed,
    bench: scenario.bench,
    devices: options.devices ?? false,
    onEvent: (event) => options.onEvent(event),
  });
  if (!run.load.ok) return false;
  const suspensions = new SuspensionTrace(run, options);
  for (const { at, what } of scenario.faults) run.faults.deviceAt(microseconds(at), what);
  for (const { at, what } of scenario.serviceFaults) run.faults.serviceAt(microseconds(at), what);
  run.start();
  const until = microseconds(scenario.until);
  const acts = actsOf(run, scenario);
  let next = 0;
  while (settle(run, until)) {
    suspensions.look();
    options.onRest?.(run);
    const act = acts[next];
    if (run.done && act === undefined) break;
    const actAt = act?.at ?? Number.POSITIVE_INFINITY;
    const timerAt = run.clock.nextAt ?? Number.POSITIVE_INFINITY;
    const at = Math.min(actAt, timerAt);
    // Nothing can happen any more: the process waits for a request that nobody makes.
    if (at === Number.POSITIVE_INFINITY) break;
    if (at > until) {
      run.clock.passTo(until);
      break;
    }
    if (timerAt <= actAt) {
      run.clock.fireNext();
      continue;
    }
    run.clock.passTo(actAt);
    // What is done at one instant is done back to back: nothing runs in between.
    for (; acts[next]?.at === actAt; next++) acts[next]!.make();
  }
  run.end();
  return true;
}

/** Something done from outside, in time with what the run does by itself. */
interface Act {
  readonly at: Microseconds;
  make(): void;
}

/** Requests and manual control in the order of their instants, requests first at the same one. */
function actsOf(run: Run, { requests, controls }: Scenario): readonly Act[] {
  return [
    ...requests.map(({ at, what }) => ({ at: microseconds(at), make: () => void run.request(what) })),
    ...controls.map(({ at, what }) => ({ at: microseconds(at), make: () => void run.control(what) })),
  ].sort((one, other) => one.at - other.at);
}

/** Runs what is ready at this instant. False when that never ends, or only beyond the limit: blocking calls take time too. */
function settle(run: Run, until: Microseconds): boolean {
  const { loop, clock } = run;
  for (;;) {
    const settled = loop.drain(1000);
    if (loop.turnsAtInstant >= mostTurns) {
      run.noteStandstill(loop.turnsAtInstant);
      return false;
    }
    if (settled) return true;
    if (clock.now > until) return false;
  }
}

/** Tells when a process suspends somewhere else and when it goes on. */
class SuspensionTrace {
  private readonly last = new Map<StepPath | null, Suspension>();

  constructor(
    private readonly run: Run,
    private readonly options: SimulateOptions,
  ) {}

  look(): void {
    if (!this.options.suspensions) return;
    for (const [step, { suspension }] of this.run.processes()) this.#compare(step, suspension);
  }

  #compare(step: StepPath | null, next: Suspension | null): void {
    const last = this.last.get(step) ?? null;
    if (same(last, next)) return;
    const head = { t: this.run.clock.seconds, ...(step === null ? {} : { step }) };
    if (last !== null) this.options.onEvent({ ...head, event: 'resumed', at: last.at });
    if (next === null) this.last.delete(step);
    else {
      this.options.onEvent({ ...head, event: 'suspended', at: next.at });
      this.last.set(step, next);
    }
  }
}

function same(a: Suspension | null, b: Suspension | null): boolean {
  return a === b || (a !== null && b !== null && a.since === b.since && JSON.stringify(a.at) === JSON.stringify(b.at));
}
