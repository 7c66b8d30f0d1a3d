/** A run at an instant of its past, as far as its trace tells. */
import { type NumberedEvent, type RunLog, emptyLog, extendLog } from './run-log.js';
import { nothingPending, type OwnerState, type Pending } from './owner.js';
import { emptyFold, foldEvents, newStep, type ProcessFold, type RunFold, type StepFold } from './run-fold.js';
import type { ProcessInfo, ProcessView, ProtocolInfo } from './snapshot.js';
import { isOn, processInfo, type StepInfo, type StepPath, type StepView } from './steps.js';
import type { Term } from './term.js';
import { countAt, type Trace } from './trace.js';

export interface Instant {
  /** How many events had happened, those of the instant included. */
  readonly count: number;
  readonly fold: RunFold;
  readonly log: RunLog;
}

const beginning: Instant = { count: 0, fold: emptyFold, log: emptyLog };
/** Events between two places that are kept to begin from, at first; twice as many whenever there would be too many places. */
const firstSpacing = 1000;
const mostPlaces = 512;

/**
 * Finds instants of a growing trace. Every so many events it keeps a place to begin from, so that an instant costs the events behind the
 * last such place: a thousand or two, however long the run is. `advance` makes the places while nobody waits for them.
 */
export class Instants {
  #trace: Trace | null = null;
  #spacing = firstSpacing;
  #places: Instant[] = [beginning];

  /** The instant at `t`, in virtual seconds. */
  at(trace: Trace, t: number): Instant {
    return this.afterEvents(trace, countAt(trace, t));
  }

  /** As it was after so many events. */
  afterEvents(trace: Trace, count: number): Instant {
    this.#follow(trace);
    while (this.#last.count + this.#spacing <= count) this.#keepNext(trace);
    return extended(this.#places[Math.floor(count / this.#spacing)]!, trace, count);
  }

  /** Makes the next place; false when there is none to be made yet. */
  advance(trace: Trace): boolean {
    this.#follow(trace);
    if (this.#last.count + this.#spacing > trace.length) return false;
    this.#keepNext(trace);
    return true;
  }

  get #last(): Instant {
    return this.#places.at(-1)!;
  }

  /** Another run begins anew. */
  #follow(trace: Trace): void {
    if (this.#trace === null || this.#trace.events !== trace.events || trace.length < this.#trace.length) {
      this.#spacing = firstSpacing;
      this.#places = [beginning];
    }
    this.#trace = trace;
  }

  #keepNext(trace: Trace): void {
    this.#places.push(extended(this.#last, trace, this.#last.count + this.#spacing));
    if (this.#places.length <= mostPlaces) return;
    this.#spacing *= 2;
    this.#places = this.#places.filter((_, index) => index % 2 === 0);
  }
}

function extended(from: Instant, { events }: Trace, count: number): Instant {
  if (from.count === count) return from;
  return { count, fold: foldEvents(from.fold, events, from.count, count), log: extendLog(from.log, events.slice(from.count, count)) };
}

/** What is known of the program that ran. */
export interface RunInfo {
  readonly info: ProcessInfo | null;
  readonly protocol: ProtocolInfo | null;
}

/** The process alone, or that of a step; `null`: it had not begun. */
export function processAt({ processes, name }: RunFold, path: StepPath, { info, protocol }: RunInfo): ProcessView | null {
  const process = processes.get(path);
  if (process === undefined) return null;
  const declared = protocol === null ? info : processInfo(info, protocol, path);
  return viewOf(process, declared?.name ?? name ?? '');
}

function viewOf(fold: ProcessFold, name: string): ProcessView {
  const { state, instance, location, term, suspension, failure, point } = fold;
  const pending = pendingIn(state);
  return {
    name,
    state,
    pending,
    ...(pending.jump && point !== undefined ? { pendingPoint: point } : {}),
    instance,
    location,
    term,
    suspension,
    failure,
    detached: [],
  };
}

/** What of the requests that are pending the state tells: what is behind them is hidden. */
function pendingIn(state: OwnerState): Pending {
  if (state.mode !== 'running') return nothingPending;
  const { form } = state;
  return { pause: form === 'pausing', jump: form === 'jumping', swap: form === 'swapping' };
}

/** The tree of steps; `null`: a process alone, or nothing had begun. */
export function stepsAt(fold: RunFold, run: RunInfo): StepView | null {
  const { protocol } = run;
  if (protocol === null || fold.steps.size === 0) return null;
  const view = (step: StepInfo): StepView => {
    const { path, kind, name } = step;
    const at = fold.steps.get(path) ?? newStep;
    const process = kind === 'process' ? processAt(fold, path, run) : null;
    return {
      path,
      kind,
      name,
      state: at.state,
      outcome: at.outcome,
      haltedByHandling: at.haltedByHandling,
      overdueSince: at.overdueSince,
      term: termOf(at, process),
      ...(kind === 'repeat' && isOn(at.state) ? { round: { number: at.round ?? 1, of: step.rounds } } : {}),
      handling: at.handling,
      process,
      children: protocol.steps.filter((child) => parentOf(child.path) === path).map(view),
    };
  };
  const root = protocol.steps.find(({ path }) => path === '');
  return root === undefined ? null : view(root);
}

function termOf({ state, term }: StepFold, process: ProcessView | null): Term {
  if (state === 'held' || state === 'ended') return { type: 'duration', value: 0 };
  return process?.term ?? term;
}

/** The step around a step; `null`: it is the whole. */
function parentOf(path: StepPath): StepPath | null {
  if (path === '') return null;
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(0, dot);
}

/** The newest event of an instant; `null`: nothing had happened. */
export function lastEvent({ events }: Trace, { count }: Instant): NumberedEvent | null {
  const event = events[count - 1];
  return event === undefined ? null : { id: count, event };
}
