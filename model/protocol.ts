import type { ControlCommand, ControlResult } from './control.js';
import type { Failure } from './failure.js';
import type { FaultCommand } from './faults.js';
import type { DeviceHistory } from './history.js';
import type { Json } from './json.js';
import type { CheckOptions, CheckRun } from './lessons/check.js';
import type { DataInput, Request, RequestResult } from './requests.js';
import type { ServiceFaultCommand } from './service-faults.js';
import type { Content, ContentQuery } from './services.js';
import type { LoadResult, Speed, Update } from './snapshot.js';
import type { Recording } from './recording.js';
import type { Foresight, Glimpse, Moment, ReplayOptions, RunReply, TracePart } from './travel.js';

export interface ProcessSource {
  readonly language: 'typescript';
  readonly code: string;
  /** The text of a protocol (YAML) whose steps are exports of the code; without one the default export runs alone. */
  readonly protocol?: string;
  /** The text that describes the bench (YAML); without one a built-in bench is taken. */
  readonly bench?: string;
}

/** How a clock is set. */
export interface Pace {
  readonly speed: Speed;
  /** Time stands until it is released or stepped. */
  readonly held: boolean;
}

export interface RunOptions extends Pace {
  readonly source: ProcessSource;
  readonly data: DataInput;
  /** Where to begin; left out: at the beginning. Of a protocol a point of the whole. */
  readonly point?: Json;
  /** Any integer: same code, data, seed, requests and faults give the same trace. */
  readonly seed: number;
  readonly bench: string;
}

export type ClockCommand =
  | { readonly type: 'speed'; readonly speed: Speed }
  | { readonly type: 'hold' }
  | { readonly type: 'release' }
  /** Fires the next event and stops again. */
  | { readonly type: 'step' };

export interface ControlReply {
  readonly result: ControlResult;
  readonly update: Update;
}

export interface PreviewReply {
  readonly update: Update;
  /** What is wrong with the document; the bench that was there last stays meanwhile. */
  readonly failures: readonly Failure[];
  /** A run is on, on another bench than this one: the next run has it. */
  readonly waits: boolean;
}

export interface RequestReply {
  readonly result: RequestResult;
  readonly update: Update;
}

/** What the page may ask of the worker. Every call settles; none throws for bad input. */
export interface RuntimeApi {
  ping(value: number): number;
  /** Compiles without running; fills the compile cache, so that a following `run` starts at once. */
  load(source: ProcessSource): LoadResult;
  /** Ends the current run, if any, and starts another. */
  run(options: RunOptions): RunReply;
  request(request: Request): RequestReply;
  clock(command: ClockCommand): Update;
  fault(command: FaultCommand): Update;
  /** Manual control of a node. */
  control(command: ControlCommand): ControlReply;
  /** How the values of a device went over the whole run; no series for one that is not on the bench. */
  history(device: string): DeviceHistory;
  /** Checks data against the type that a process of `source` declares (`null`: the default export): failures with ranges, none if it is fine. */
  checkData(source: ProcessSource, data: DataInput, process: string | null): readonly Failure[];
  /** Begins or ends a fault of a service. */
  serviceFault(command: ServiceFaultCommand): Update;
  /** What a service of the run keeps. */
  content(query: ContentQuery): Content;
  /**
   * The bench as it stands before a run: the one that `document` describes unless that is empty, else the built-in one of this name.
   * What a person has done to the bench by hand stays.
   */
  preview(bench: string, seed: number, document: string): PreviewReply;
  /** Events of the present run from number `first` on (from 0), at most `limit`. */
  trace(first: number, limit: number): TracePart;
  /** What the present run was made from and what was done to it so far; `null` before the first run. */
  recording(): Recording | null;
  /** The present run as it stood at `at` virtual seconds; `null`: there is none, or a newer call came in between. */
  moment(at: number): Promise<Moment | null>;
  /** The bench as it was shortly before `at` virtual seconds: what can be shown until the moment has been replayed. `null`: there is nothing yet. */
  glimpse(at: number): Glimpse | null;
  /** What a request that is made now would do; `null`: there is no run, or a newer call came in between. */
  foresee(request: Request): Promise<Foresight | null>;
  /** Puts a run made from a recording in the place of the present one, once it has been brought to its instant; `null`: something newer came in between. */
  replay(options: ReplayOptions): Promise<RunReply | null>;
  /** Has the run of a check beside the one that is on; `null`: it was ended, or a newer one is wanted. */
  check(options: CheckOptions): Promise<CheckRun | null>;
  endCheck(): void;
}

/** What the worker exposes on its port: the runtime, and the one way in which it speaks without being asked something new. */
export interface WireApi extends RuntimeApi {
  /**
   * The next update. The page asks for it again when the last one is on screen, so that one update is in flight at a time
   * and the newest wins. It resolves only when there is something to tell.
   */
  next(): Promise<Update>;
}

/** Sent by the worker outside Comlink, straight from a loop that does not return: which loop it is, and what the page has not heard yet. */
export interface StuckReport {
  readonly type: 'stuck';
  readonly line: number;
  readonly column: number;
  /** The state and the events up to the loop: no answer will bring them any more if the worker has to be ended. */
  readonly update?: Update;
}
