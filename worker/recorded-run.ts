import type { BenchDescription } from '../model/bench.js';
import type { TraceEvent } from '../model/events.js';
import type { ProcessSource } from '../model/protocol.js';
import type { Recording, TimedAct } from '../model/recording.js';
import { Keyframes } from './keyframes.js';
import type { LoadEnvironment } from './languages.js';
import { PlayedRun } from './played-run.js';
import { Run } from './run.js';
import { RunTrace } from './run-trace.js';
import { SuspensionTrace } from './suspension-trace.js';

/** What a run is made from. */
export type Recipe = Omit<Recording, 'source' | 'acts' | 'end'> & {
  /** `null`: a bench without a process. */
  readonly source: ProcessSource | null;
};

export interface RecordedRunOptions {
  readonly recipe: Recipe;
  /** What is done to it at set instants. */
  readonly acts?: readonly TimedAct[];
  readonly guard?: LoadEnvironment['guard'] | undefined;
  /** Every change of a device becomes an event. */
  readonly devices?: boolean;
  /** The text that describes a bench without a process. */
  readonly document?: string;
  /** The bench to stand on when the one that is asked for cannot be built. */
  readonly fallback?: BenchDescription | undefined;
  /** Nothing is kept of what it tells: for a look at it, not for a page. */
  readonly silent?: boolean;
  /** Hears of every event, those of loading included. */
  readonly onEvent?: (event: TraceEvent) => void;
  /** Where its events go on: the trace of the run that ended before it on another bench. */
  readonly trace?: RunTrace | undefined;
}

/** Turns of the event loop at one instant after which the process is said to stand still. */
export const standstillTurns = 100_000;

/**
 * Suspensions that are told one by one: what they cost (1 to 2 µs each) a run that goes on for millions of them does not feel. Beyond that come
 * samples.
 */
const suspensionsTold = 2_000;

/** A run as a session has it: with what was done to it and all that came of it, so that it can be had once more. */
export class RecordedRun {
  readonly run: Run;
  readonly played: PlayedRun;
  readonly trace: RunTrace;
  readonly keyframes: Keyframes;
  readonly #recipe: Recipe;
  readonly #suspensions: SuspensionTrace | null;
  /** Hears of every event that is to come. */
  listener: (event: TraceEvent) => void;

  constructor({
    recipe,
    acts = [],
    guard,
    devices = false,
    document,
    fallback,
    silent = false,
    onEvent: listener = () => undefined,
    trace = new RunTrace(),
  }: RecordedRunOptions) {
    this.#recipe = recipe;
    this.listener = listener;
    this.trace = trace;
    const told = (event: TraceEvent): void => this.listener(event);
    const onEvent = silent ? told : (event: TraceEvent): void => trace.add(event, told);
    this.run = new Run({ ...recipe, devices, document, fallback, guard, onEvent });
    this.keyframes = new Keyframes(this.run);
    this.#suspensions = silent ? null : new SuspensionTrace(this.run, onEvent, suspensionsTold);
    this.played = new PlayedRun(this.run, { acts, standstillTurns, rested: () => this.#rested() });
  }

  /** What it was made from and what was done to it so far; `null`: a bench alone. */
  get recording(): Recording | null {
    const { source, ...rest } = this.#recipe;
    return source === null ? null : { source, ...rest, acts: this.played.done, end: this.played.now };
  }

  get seed(): number {
    return this.#recipe.seed;
  }

  /** Begins, after what was done beforehand. */
  start(): void {
    this.played.prepare();
    this.run.start();
  }

  /** It goes round at an instant, lets no time pass, and nothing is going to be done about it by then. */
  standsStillAt(at: number): boolean {
    const { played, run } = this;
    return played.now >= at && !played.dueBy(at) && run.loop.turnsAtInstant > standstillTurns;
  }

  /** An instant is over: what is seen by then does not depend on how fast time passes. */
  #rested(): void {
    if (this.#suspensions !== null) {
      this.#suspensions.look();
      this.keyframes.look();
    }
    if (this.run.done) this.run.end();
  }
}
