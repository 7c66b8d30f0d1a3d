/** What a lesson asks of a process: scenarios that happen to it, and what has to be seen then. Behaviour alone; how the text looks does not matter. */
import type { EndOutcome, TraceEvent } from '../events.js';
import type { Json } from '../json.js';
import type { Recording } from '../recording.js';
import type { DataInput } from '../requests.js';
import type { Scenario } from '../scenario.js';

export interface Check {
  /** The behaviour, in plain words: `Stops at the checkpoint when paused`. */
  readonly title: string;
  readonly scenario: Scenario;
  /** `null`: the data document of the learner. */
  readonly data: DataInput | null;
  /** `null`: the bench of the lesson. */
  readonly bench: string | null;
  /** At least one. */
  readonly expect: readonly Expectation[];
}

/**
 * Members of an event that matter; the others may be anything. A text between slashes is a regular expression, `{"min", "max"}` a range. In an
 * event `state` the mode may also be a form of running: `paused`.
 */
export type Pattern = Readonly<Record<string, Json>>;

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Which part of the run an expectation is about: virtual seconds, both ends included. */
export interface Window {
  readonly from?: number;
  readonly to?: number;
}

export type Expectation = {
  /** What is missing and where to look, without giving the code away. */
  readonly missing: string;
  /** The instant to show to somebody who wants to see why, in virtual seconds; left out: it is found. */
  readonly show?: number;
} & Expected;

export type Expected =
  | ({ readonly type: 'event'; readonly pattern: Pattern; readonly count: number | Range } & Window)
  | ({ readonly type: 'never'; readonly pattern: Pattern } & Window)
  /** In this order; others may be between. */
  | ({ readonly type: 'order'; readonly patterns: readonly Pattern[] } & Window)
  | { readonly type: 'outcome'; readonly outcome: EndOutcome }
  /** The value that a node has once everything of that instant has happened; in the unit of the node. */
  | ({ readonly type: 'device'; readonly node: string; readonly at: number; readonly is?: Json } & Range)
  /** Virtual seconds until the run ends by itself. */
  | ({ readonly type: 'takes' } & Range);

/** A value to be read during a run, at virtual seconds. */
export interface Probe {
  readonly node: string;
  readonly at: number;
}

/** A run to be had for a check. */
export interface CheckOptions {
  readonly recording: Recording;
  readonly probes: readonly Probe[];
  /** Nodes whose every change is to be an event. */
  readonly nodes: readonly string[];
}

/** Why the run of a check went no further. */
export type CheckStop =
  /** The end of the process, or the limit of the scenario. */
  | { readonly type: 'over' }
  /** A loop of the text did not let go. */
  | { readonly type: 'loop'; readonly line: number }
  /** The process goes round at one instant and lets no time pass. */
  | { readonly type: 'stands-still' }
  /** It took longer than anybody waits, or told more than can be kept. */
  | { readonly type: 'too-long' };

/** What came of the run of a check. */
export interface CheckRun {
  readonly events: readonly TraceEvent[];
  /** In the order of the probes; `undefined`: the node had no value, or the run did not come so far. */
  readonly values: readonly (Json | undefined)[];
  /** Of these values; `null`: there is none. Left out: of none of them. */
  readonly units?: readonly (string | null)[];
  readonly stop: CheckStop;
}
