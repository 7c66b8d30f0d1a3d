import type { ControlCommand } from './control.js';
import type { Json } from './json.js';
import type { TimedAct } from './recording.js';
import type { FaultCommand } from './faults.js';
import type { ServiceFaultCommand } from './service-faults.js';
import type { DataInput, Request } from './requests.js';

/** A request, a fault or a person's hand at a moment of a run, in virtual seconds. */
export interface Timed<T> {
  readonly at: number;
  readonly what: T;
}

/** What happens to a run from outside (spec: scenarios and traces). */
export interface Scenario {
  readonly data: DataInput;
  readonly point: Json;
  /** Any integer. */
  readonly seed: number;
  /** Virtual seconds at which the run is left at the latest. */
  readonly until: number;
  /** In the order in which they are made: by time, then as written. */
  readonly requests: readonly Timed<Request>[];
  readonly faults: readonly Timed<FaultCommand>[];
  readonly serviceFaults: readonly Timed<ServiceFaultCommand>[];
  /** What a person does by hand; made as requests are, after those of the same instant. */
  readonly controls: readonly Timed<ControlCommand>[];
  /** The name of the bench. */
  readonly bench: string;
  /**
   * What is done as a recording has it, instead of the lists above: each once its instant has come to rest, and the time of the run ends with
   * it, as in a session.
   */
  readonly acts?: readonly TimedAct[];
}

/** A month: long enough for any process, short enough for one that never ends. */
export const defaultUntil = 30 * 86_400;

export const emptyScenario: Scenario = {
  data: { value: null },
  point: null,
  seed: 1,
  until: defaultUntil,
  requests: [],
  faults: [],
  serviceFaults: [],
  controls: [],
  bench: 'default',
};
