import type { DataTypeView } from './datatype.js';
import type { DeviceView } from './devices.js';
import type { TraceEvent } from './events.js';
import type { Failure } from './failure.js';
import type { Json } from './json.js';
import type { OwnerState, Pending } from './owner.js';
import type { Range } from './place.js';
import type { ServicesView } from './services.js';
import type { StepInfo, StepView } from './steps.js';
import type { Suspension } from './suspension.js';
import type { Term } from './term.js';

export type Speed = 1 | 10 | 100 | 'max';

export interface ClockView {
  /** Virtual seconds since the run began. */
  readonly now: number;
  readonly speed: Speed;
  /** Virtual seconds per real second right now: 0 while stopped, `null` at *Max* (time jumps). Between snapshots the page adds `rate × elapsed`. */
  readonly rate: number | null;
  /** The person stopped the clock (independently of the process). */
  readonly held: boolean;
}

/** An action or task that goes on although nobody waits for it any more. */
export interface DetachedView {
  readonly label: string;
  readonly since: number;
}

export interface ProcessView {
  readonly name: string;
  readonly state: OwnerState;
  readonly pending: Pending;
  /** What a pending jump aims at. */
  readonly pendingPoint?: Json;
  /** 1, 2, … counts recreations. */
  readonly instance: number;
  readonly location: { readonly value: Json; readonly at: number } | null;
  readonly term: Term;
  readonly suspension: Suspension | null;
  /** The failure that stopped it, in mode failed or collectionFailed. */
  readonly failure: Failure | null;
  readonly detached: readonly DetachedView[];
}

/** Everything the page shows of a run. Newest wins. */
export interface Snapshot {
  /** Grows with every snapshot of one session. */
  readonly revision: number;
  readonly clock: ClockView;
  /** The process that runs, of a protocol the first that is on; `null` before the first run. */
  readonly process: ProcessView | null;
  /** The protocol that is carried out; `null`: one process alone. */
  readonly steps: StepView | null;
  /** The name of the bench that the devices stand on. */
  readonly bench: string;
  /** Temperature of the room, °C. */
  readonly ambient: number;
  readonly devices: readonly DeviceView[];
}

/** What the worker sends: the newest snapshot and the events since the last update. */
export interface Update {
  readonly run: number;
  readonly snapshot: Snapshot;
  /** The services, when they have changed since the last update. */
  readonly services?: ServicesView;
  readonly events: readonly TraceEvent[];
  /** How many events of the run there were before these. */
  readonly first: number;
  /** Events left out of `events` because they came faster than a page can show (of states, requests, errors, warnings and effects only those beyond a thousand in one update). */
  readonly dropped: number;
}

/** What a loaded process declares. */
export interface ProcessInfo {
  readonly name: string;
  readonly data: DataTypeView | null;
  readonly points: PointsView;
  /** Stretches of its text in which an error that an await raises can be caught, a request too. */
  readonly guards: readonly Range[];
}
export type PointsView = { readonly type: DataTypeView } | { readonly examples: readonly Json[] } | null;

/** What the steps of a loaded protocol are, and what the processes declare that they name. */
export interface ProtocolInfo {
  /** In the order of the protocol; the whole, whose path is empty, is the first. */
  readonly steps: readonly StepInfo[];
  /** By the names of the exports, without the default one. */
  readonly processes: Readonly<Record<string, ProcessInfo>>;
}

export type LoadResult =
  | { readonly ok: true; readonly info: ProcessInfo; readonly protocol: ProtocolInfo | null; readonly warnings: readonly Failure[] }
  | { readonly ok: false; readonly failures: readonly Failure[] };
