import type { ProcessSource } from '../protocol.js';
import type { Recording, TimedAct } from '../recording.js';
import type { DataInput } from '../requests.js';
import type { Check } from './check.js';

/** What a learner has written, and the bench that it is for. */
export interface Learned {
  readonly source: ProcessSource;
  /** The text of the data document. */
  readonly data: string;
  readonly bench: string;
}

/** The run of a check as a recording: the same is run for the check and shown to whoever wants to see why it was not met. */
export function checkRecording(check: Check, { source, data, bench }: Learned): Recording {
  const { scenario } = check;
  const own: DataInput = { text: data };
  return {
    source,
    data: check.data ?? own,
    point: scenario.point,
    seed: scenario.seed,
    bench: check.bench ?? bench,
    acts: scenario.acts ?? actsOf(check),
    end: microseconds(scenario.until),
  };
}

/** Faults first, those of the beginning before the process begins; then requests, then what is done by hand. */
function actsOf({ scenario }: Check): readonly TimedAct[] {
  const fault = (at: number, act: TimedAct['act']): TimedAct => ({
    at: microseconds(at),
    act,
    ...(at === 0 ? { prepared: true as const } : {}),
  });
  return [
    ...scenario.faults.map(({ at, what }) => fault(at, { type: 'fault', what })),
    ...scenario.serviceFaults.map(({ at, what }) => fault(at, { type: 'service-fault', what })),
    ...scenario.requests.map(({ at, what }): TimedAct => ({ at: microseconds(at), act: { type: 'request', what } })),
    ...scenario.controls.map(({ at, what }): TimedAct => ({ at: microseconds(at), act: { type: 'control', what } })),
  ].sort((one, other) => one.at - other.at);
}

const microseconds = (seconds: number): number => (seconds > 0 ? Math.max(1, Math.round(seconds * 1e6)) : 0);
