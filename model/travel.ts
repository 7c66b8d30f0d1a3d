/** What a look into the past of a run, and a run made from a recording, are asked and answered with. */
import type { DeviceView } from './devices.js';
import type { TraceEvent } from './events.js';
import type { Place } from './place.js';
import type { Recording } from './recording.js';
import type { RequestResult } from './requests.js';
import type { ServicesView } from './services.js';
import type { SuspensionKind } from './suspension.js';
import type { LoadResult, Snapshot, Speed, Update } from './snapshot.js';

/** A run as it stood at an instant of its past, everything of that instant included. */
export interface Moment {
  /** Virtual seconds: the instant that was asked for, or the last one of the run. */
  readonly at: number;
  readonly snapshot: Snapshot;
  readonly services: ServicesView;
}

/** The bench as it stood a little earlier than an instant of the past: known at once, where a `Moment` has to be replayed. Without the course of the values. */
export interface Glimpse {
  /** Virtual seconds: when it was taken. */
  readonly at: number;
  readonly ambient: number;
  readonly devices: readonly DeviceView[];
}

/** Some events of a run in a row. */
export interface TracePart {
  readonly run: number;
  /** How many events there were before these. */
  readonly first: number;
  readonly events: readonly TraceEvent[];
  /** How many events of the run there are. */
  readonly total: number;
}

/** A new run that is brought to an instant as the recording has it, and goes on from there. */
export interface ReplayOptions {
  readonly recording: Recording;
  /** Virtual seconds. What was done at this instant is done. */
  readonly from: number;
  /** What was done after `from`: is done again at its instant (one watches the recording), or is left out (another way from there). */
  readonly acts: 'follow' | 'drop';
  readonly speed: Speed;
  readonly held: boolean;
}

export interface RunReply {
  readonly load: LoadResult;
  readonly update: Update;
}

/**
 * What a request that is made now would do: its effect is a pause that is kept, a jump or new data that the process takes, a message that it
 * receives, the end of a process that is halted.
 */
export interface Foresight {
  readonly verdict: RequestResult;
  /**
   * `recreates`: the jump or new data leaves the process, which begins anew. `never`: it is refused, or the process ends before. `unknown`: not
   * within the time that was looked ahead.
   */
  readonly effect: 'now' | 'later' | 'recreates' | 'never' | 'unknown';
  /** Virtual seconds of the effect; of `never` when the process ends, of `unknown` how far was looked; `null`: it is refused. */
  readonly at: number | null;
  /** Where in the process: the line at which it learns of it, or, of a halt, at which it is cancelled; `null`: not known. */
  readonly place: Place | null;
  /** What it learns of it by, or, of a halt, what is cancelled. */
  readonly by: SuspensionKind | 'test' | null;
}
