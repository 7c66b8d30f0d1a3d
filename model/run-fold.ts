/** What the events of a run tell of how its processes and steps stand, folded one after the other. Pure: a fold is never changed. */
import type { TraceEvent } from './events.js';
import { stateOf } from './event-look.js';
import type { Failure } from './failure.js';
import type { Json } from './json.js';
import type { Outcome, OwnerState } from './owner.js';
import type { Handling, StepPath, StepState } from './steps.js';
import type { SuspensionFrame } from './suspension.js';
import type { Term } from './term.js';

/** A process as far as events tell of it. */
export interface ProcessFold {
  readonly state: OwnerState;
  readonly instance: number;
  /** The instance whose body began last; 0: none yet. */
  readonly begun: number;
  readonly location: { readonly value: Json; readonly at: number } | null;
  readonly term: Term;
  readonly suspension: { readonly at: readonly SuspensionFrame[]; readonly since: number } | null;
  readonly failure: Failure | null;
  /** What a jump that was accepted aims at, until an instance begins. */
  readonly point?: Json;
  /** The last error, and the first one since its data was collected: what becomes of it is told by the state behind it. */
  readonly lastError: Told | null;
  readonly firstError: Told | null;
}

type Told = Extract<TraceEvent, { event: 'error' | 'warning' }>;

/** A step as far as events tell of it. */
export interface StepFold {
  readonly state: StepState;
  readonly outcome: Outcome | null;
  readonly round: number | null;
  readonly haltedByHandling: boolean;
  /** Since when error handling has waited for it to pause. */
  readonly askedAt: number | null;
  readonly overdueSince: number | null;
  readonly handling: Handling | null;
  /** Of a step of steps. */
  readonly term: Term;
}

export interface RunFold {
  /** The process that was loaded; `null`: none yet. */
  readonly name: string | null;
  /** By step; `''`: of a run of one process alone. */
  readonly processes: ReadonlyMap<StepPath, ProcessFold>;
  readonly steps: ReadonlyMap<StepPath, StepFold>;
}

const unknown: Term = { type: 'unknown' };
export const emptyFold: RunFold = { name: null, processes: new Map(), steps: new Map() };

const newProcess: ProcessFold = {
  state: { mode: 'collecting' },
  instance: 1,
  begun: 0,
  location: null,
  term: unknown,
  suspension: null,
  failure: null,
  lastError: null,
  firstError: null,
};
export const newStep: StepFold = {
  state: 'waiting',
  outcome: null,
  round: null,
  haltedByHandling: false,
  askedAt: null,
  overdueSince: null,
  handling: null,
  term: unknown,
};

/** The fold after the events from place `first` up to before place `end`. */
export function foldEvents(fold: RunFold, events: readonly TraceEvent[], first = 0, end = events.length): RunFold {
  if (first >= end) return fold;
  const processes = new Map(fold.processes);
  const steps = new Map(fold.steps);
  let { name } = fold;
  for (let index = first; index < end; index++) {
    const event = events[index]!;
    if (event.event === 'load') name = event.process;
    else if (event.event === 'step') foldStep(processes, steps, event);
    else if (event.event === 'handling') foldHandling(processes, steps, event);
    else foldProcess(processes, steps, event);
  }
  return { name, processes, steps };
}

function foldProcess(processes: Map<StepPath, ProcessFold>, steps: Map<StepPath, StepFold>, event: TraceEvent): void {
  const { step: path = '' } = event;
  const step = event.step === undefined ? undefined : steps.get(path);
  const before = processes.get(path);
  if (event.event === 'term' && step !== undefined && before === undefined) return void steps.set(path, { ...step, term: event.term });
  const next = foldOne(before ?? newProcess, event);
  // Only a state says that there is a process.
  if (next === null || (before === undefined && event.event !== 'state')) return;
  processes.set(path, next);
  const { state } = next;
  const pauses = state.mode === 'running' && state.form !== 'halting' && state.form !== 'paused';
  if (event.event === 'state' && step !== undefined && !pauses && step.askedAt !== null)
    steps.set(path, { ...step, askedAt: null, overdueSince: null });
}

/** `null`: the event changes nothing. */
function foldOne(before: ProcessFold, event: TraceEvent): ProcessFold | null {
  switch (event.event) {
    case 'state':
      return foldState(before, event);
    case 'location':
      return { ...before, location: { value: event.location, at: event.t } };
    case 'term':
      return { ...before, term: event.term };
    case 'suspended':
      return { ...before, suspension: { at: event.at, since: event.t } };
    case 'resumed':
      return before.suspension === null ? null : { ...before, suspension: null };
    case 'error':
      return { ...before, lastError: event, firstError: before.firstError ?? event };
    case 'request':
      return event.type === 'jump' && event.accepted ? { ...before, point: event.point ?? null } : null;
    default:
      return null;
  }
}

function foldState(before: ProcessFold, event: Extract<TraceEvent, { event: 'state' }>): ProcessFold {
  const told = stateOf(event);
  if (told === null) return before;
  const begins = told.mode === 'running' && event.instance !== before.begun;
  const whileHalting = before.state.mode === 'running' && before.state.form === 'halting';
  const state: OwnerState = told.mode === 'failed' ? { mode: 'failed', errorId: before.lastError?.id ?? 0, whileHalting } : told;
  const next = {
    ...before,
    // Of a new instance nothing is known. Its first estimate comes behind its state.
    ...(begins ? { begun: event.instance, location: null } : {}),
    state,
    instance: event.instance,
    failure:
      told.mode === 'failed'
        ? failureOf('process', before.lastError)
        : told.mode === 'collectionFailed'
          ? failureOf('data', before.firstError)
          : null,
    firstError: told.mode === 'collecting' ? null : before.firstError,
    suspension: told.mode === 'done' ? null : before.suspension,
  };
  const jumping = told.mode === 'running' && !begins;
  if (!jumping) delete next.point;
  return next;
}

function failureOf(kind: Failure['kind'], error: Told | null): Failure | null {
  if (error === null) return null;
  const { name, message, description, place } = error;
  return { kind, name, message, ...(description === undefined ? {} : { hint: description }), ...(place === undefined ? {} : { place }) };
}

function foldStep(
  processes: Map<StepPath, ProcessFold>,
  steps: Map<StepPath, StepFold>,
  { step: path = '', kind, state, outcome, round }: Extract<TraceEvent, { event: 'step' }>,
): void {
  const before = steps.get(path) ?? newStep;
  if (state === 'active') {
    // What is within it begins anew.
    for (const key of steps.keys()) if (isWithin(key, path)) steps.delete(key);
    for (const key of processes.keys()) if (isWithin(key, path) || key === path) processes.delete(key);
  }
  steps.set(path, {
    ...(state === 'active' && kind === 'process' ? newStep : before),
    state,
    outcome: outcome ?? (state === 'active' ? null : before.outcome),
    round: state === 'active' || state === 'halting' ? (round ?? null) : null,
  });
}

function isWithin(path: StepPath, scope: StepPath): boolean {
  return scope === '' ? path !== '' : path.startsWith(`${scope}.`);
}

function foldHandling(
  processes: ReadonlyMap<StepPath, ProcessFold>,
  steps: Map<StepPath, StepFold>,
  event: Extract<TraceEvent, { event: 'handling' }>,
): void {
  const change = (path: StepPath, members: Partial<StepFold>): void =>
    void steps.set(path, { ...(steps.get(path) ?? newStep), ...members });
  const { step: path = '', scope, action, t } = event;
  switch (action) {
    case 'started':
      // A step that is pausing already is not asked again; it is waited for from now on.
      for (const [key, { state }] of processes) {
        const pausing = state.mode === 'running' && state.form === 'pausing';
        if (pausing && isWithin(key, scope) && (steps.get(key)?.askedAt ?? null) === null) change(key, { askedAt: t });
      }
      return change(scope, { handling: 'stabilising' });
    case 'stable':
      return change(scope, { handling: 'stable' });
    case 'ended':
      for (const key of [...steps.keys()]) if (isWithin(key, scope)) change(key, { askedAt: null, overdueSince: null });
      return change(scope, { handling: null });
    case 'halt':
      return change(path, { haltedByHandling: true });
    case 'pause':
      return change(path, { askedAt: t });
    case 'overdue':
      return change(path, { askedAt: steps.get(path)?.askedAt ?? t, overdueSince: steps.get(path)?.askedAt ?? t });
    case 'resume':
      return;
  }
}
