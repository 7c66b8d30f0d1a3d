import { scenarioOf, ScenarioError } from '../cli/read-scenario.js';
import type { EmbedState } from '../model/embed.js';
import { embedState } from '../model/embed-state.js';
import type { TraceEvent } from '../model/events.js';
import type { Failure } from '../model/failure.js';
import { emptyLog, extendLog } from '../model/run-log.js';
import type { Run } from '../worker/run.js';
import type { Scenario } from '../model/scenario.js';
import { simulate } from '../worker/simulate.js';
import { snapshotOf } from '../worker/snapshot-of.js';
import type { BlockProblem, PlaygroundBlock } from './blocks.js';

/** What an example did when it was run. */
export interface Recorded {
  /** Every event, changes of devices included. */
  readonly trace: readonly TraceEvent[];
  /** How it stands at the instant that the block names. */
  readonly state: EmbedState;
  /** Virtual seconds of that instant, and of the end of the run. */
  readonly at: number;
  readonly end: number;
}

export type Recording = ({ readonly ok: true } & Recorded) | { readonly ok: false; readonly problems: readonly BlockProblem[] };

/** A day: long enough for an example that somebody reads. */
const defaultUntil = 86_400;
/** Beyond that nobody reads a trace, or a difference of two. */
const mostEvents = 5_000;
/** How often the loops of a text may tell that they go round (every few thousand rounds) before an await lets others go on. */
const mostRounds = 5_000;

/** Runs an example as its block says, without a browser: the same block gives the same on any machine. */
export function record(block: PlaygroundBlock): Recording {
  const failed = (message: string, line = block.line): Recording => ({ ok: false, problems: [{ line, message }] });
  let scenario: Scenario;
  try {
    scenario = scenarioOf({ until: defaultUntil, ...block.scenario });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return failed(`The run of the example ${block.name} cannot be made. ${error.message}`);
  }
  const whole = play(block.code, scenario);
  if (whole.loop !== null)
    return failed(
      `The example ${block.name} has a loop here that does not let go: let it end, or await something in it.`,
      block.line + whole.loop,
    );
  if (whole.run === null) return { ok: false, problems: whole.events.flatMap((event) => loadProblem(event, block)) };
  if (whole.count > mostEvents)
    return failed(
      `The run of the example ${block.name} has more than ${mostEvents} events: let it end sooner, or write until=… (seconds).`,
    );
  const end = whole.run.clock.seconds;
  const at = Math.min(block.at ?? end, end);
  const seen = at === end ? whole : play(block.code, { ...scenario, until: at });
  return { ok: true, trace: whole.events, state: stateOf(seen.run ?? whole.run, seen.events, block), at, end };
}

interface Played {
  readonly events: readonly TraceEvent[];
  readonly count: number;
  /** `null`: it could not be loaded. */
  readonly run: Run | null;
  /** The line of a loop that was ended because it did not let go; `null`: there was none. */
  readonly loop: number | null;
}

function play(code: string, scenario: Scenario): Played {
  const events: TraceEvent[] = [];
  let count = 0;
  let last: Run | null = null;
  let rounds = 0;
  let loop: number | null = null;
  simulate({ language: 'typescript', code }, scenario, {
    devices: true,
    onEvent: (event) => {
      if (count++ < mostEvents) events.push(event);
    },
    onRest: (run) => {
      last = run;
      rounds = 0;
    },
    guard: (line) => {
      if (rounds++ < mostRounds) return;
      loop ??= line;
      throw new RangeError(`The loop at line ${line} does not let go.`);
    },
  });
  return { events, count, run: last, loop };
}

function stateOf(run: Run, events: readonly TraceEvent[], { code }: PlaygroundBlock): EmbedState {
  const clock = { now: run.clock.seconds, speed: 1, rate: 0, held: false } as const;
  const announced = extendLog(emptyLog, events).announced[''] ?? null;
  return embedState(snapshotOf(1, clock, run), { announced, code, services: { view: run.services.view(), code } });
}

function loadProblem(event: TraceEvent, { line, name }: PlaygroundBlock): readonly BlockProblem[] {
  if (event.event !== 'load-error') return [];
  const { message, hint, place }: Failure = event.failure;
  const at = place?.file === 'process' ? line + place.line : line;
  return [{ line: at, message: `The example ${name} cannot be loaded. ${message}${hint === undefined ? '' : ` ${hint}`}` }];
}
