import type { TraceEvent } from '../model/events.js';
import type { ProcessSource } from '../model/protocol.js';
import type { TimedAct } from '../model/recording.js';
import { type Microseconds, microseconds } from './clock/virtual-clock.js';
import type { LoadEnvironment } from './languages.js';
import { PlayedRun } from './played-run.js';
import { RecordedRun } from './recorded-run.js';
import { Run } from './run.js';
import type { Scenario } from '../model/scenario.js';
import { SuspensionTrace } from './suspension-trace.js';

export interface SimulateOptions {
  /** Takes the lines of the trace, in order. */
  onEvent(event: TraceEvent): void;
  /** Report where the process is suspended, whenever that has changed by the end of an instant. */
  readonly suspensions?: boolean;
  /** An instant has come to rest: whoever wants to see the run as it is then looks at it. */
  readonly onRest?: (run: Run) => void;
  /** Report every change of a device. */
  readonly devices?: boolean;
  /** Of a scenario of lists: a loop of the user's text goes round. Called every few thousand rounds; what it raises ends the loop. */
  readonly guard?: LoadEnvironment['guard'] | undefined;
}

/** Entries of the ready queue at one instant after which a run is taken for one that never lets time pass. */
const mostTurns = 3_000_000;

/** Runs a process under a scenario, without a browser and without waiting: virtual time is skipped. False when it could not be loaded. */
export function simulate(source: ProcessSource, scenario: Scenario, options: SimulateOptions): boolean {
  return scenario.acts === undefined ? simulateLists(source, scenario, options) : simulateActs(source, scenario, scenario.acts, options);
}

function simulateLists(source: ProcessSource, scenario: Scenario, options: SimulateOptions): boolean {
  const run = new Run({
    source,
    data: scenario.data,
    point: scenario.point,
    seed: scenario.seed,
    bench: scenario.bench,
    devices: options.devices ?? false,
    guard: options.guard,
    onEvent: (event) => options.onEvent(event),
  });
  if (!run.load.ok) return false;
  const suspensions = options.suspensions ? new SuspensionTrace(run, (event) => options.onEvent(event)) : null;
  for (const { at, what } of scenario.faults) run.faults.deviceAt(microseconds(at), what);
  for (const { at, what } of scenario.serviceFaults) run.faults.serviceAt(microseconds(at), what);
  const acts = actsOf(scenario);
  const rested = (): void => {
    suspensions?.look();
    options.onRest?.(run);
  };
  const played = new PlayedRun(run, { acts, asListed: true, standstillTurns: mostTurns, rested });
  run.start();
  const until = microseconds(scenario.until);
  while (settle(played, until)) {
    if (run.done && played.over) break;
    const at = played.nextAt;
    // Nothing can happen any more: the process waits for a request that nobody makes.
    if (at === null) break;
    if (!played.fireNext(until)) {
      played.passTo(until);
      break;
    }
  }
  run.end();
  return true;
}

/** As a session does it: the same events, from the first to the last. */
function simulateActs(source: ProcessSource, scenario: Scenario, acts: readonly TimedAct[], options: SimulateOptions): boolean {
  const { data, point, seed, bench, until } = scenario;
  const recorded = new RecordedRun({ recipe: { source, data, point, seed, bench }, acts, devices: options.devices ?? false });
  const { run, played, trace } = recorded;
  const tell = (event: TraceEvent): void => {
    if (options.suspensions || (event.event !== 'suspended' && event.event !== 'resumed')) options.onEvent(event);
  };
  for (const event of trace.part(0, trace.total)) tell(event);
  recorded.listener = tell;
  if (!run.load.ok) return false;
  recorded.start();
  const end = microseconds(until);
  while (!played.playTo(end, 1000)) {
    const standsStill = run.loop.turnsAtInstant >= mostTurns || played.now > end;
    if (standsStill && !played.dueBy(played.now)) break;
  }
  run.end();
  return true;
}

/** Requests and manual control in the order of their instants, requests first at the same one. */
function actsOf({ requests, controls }: Scenario): readonly TimedAct[] {
  return [
    ...requests.map(({ at, what }): TimedAct => ({ at: microseconds(at), act: { type: 'request', what } })),
    ...controls.map(({ at, what }): TimedAct => ({ at: microseconds(at), act: { type: 'control', what } })),
  ].sort((one, other) => one.at - other.at);
}

/** Runs what is ready at this instant. False when that never ends, or only beyond the limit: blocking calls take time too. */
function settle(played: PlayedRun, until: Microseconds): boolean {
  for (;;) {
    const settled = played.drain(1000);
    if (played.run.loop.turnsAtInstant >= mostTurns) return false;
    if (settled) return true;
    if (played.now > until) return false;
  }
}
