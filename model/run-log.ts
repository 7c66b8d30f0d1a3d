/** What the page keeps of the events of a run: bounded lists, made by one pure function from each batch of events. */
import type { TraceEvent } from './events.js';
import { eventPlace, stateOf } from './event-look.js';
import { effectText, eventText } from './event-text.js';
import { type OwnerState, stateName } from './owner.js';
import type { Place } from './place.js';
import type { StepPath } from './steps.js';

/** A stretch of virtual time in one state; `end` is null for the present one. */
export interface Segment {
  readonly id: number;
  readonly start: number;
  readonly end: number | null;
  readonly state: OwnerState;
  readonly instance: number;
  /** Of a protocol: of which step; `''` for a process alone. */
  readonly step: StepPath;
}

/** An event with its number in the run, from 1. */
export interface NumberedEvent {
  readonly id: number;
  readonly event: TraceEvent;
}

/** Something that the process reported. */
export interface Report {
  readonly id: number;
  readonly kind: 'error' | 'warning' | 'effect';
  readonly at: number;
  readonly text: string;
  readonly description: string | null;
  /** The file that an effect tells of. */
  readonly path?: string;
  readonly place: Place | null;
}

/** A fault while it was on; `end` is null for one that still is. */
export interface FaultSpan {
  readonly id: number;
  /** The node or device, and the fault. */
  readonly key: string;
  readonly start: number;
  readonly end: number | null;
  readonly text: string;
}

export interface RunLog {
  /** All events so far, also those that are no longer kept. */
  readonly count: number;
  readonly newest: readonly NumberedEvent[];
  readonly segments: readonly Segment[];
  readonly requests: readonly NumberedEvent[];
  /** What a person did by hand. */
  readonly controls: readonly NumberedEvent[];
  readonly faults: readonly FaultSpan[];
  readonly reports: readonly Report[];
  readonly counts: { readonly error: number; readonly warning: number; readonly effect: number };
  /** The length in seconds that the present instance announced first, where it did; by step, `''` for a process alone. */
  readonly announced: Readonly<Record<StepPath, number>>;
}

export const emptyLog: RunLog = {
  count: 0,
  newest: [],
  segments: [],
  requests: [],
  controls: [],
  faults: [],
  reports: [],
  counts: { error: 0, warning: 0, effect: 0 },
  announced: {},
};

/** How many of each the page keeps. The whole trace comes from the runtime when somebody asks for it. */
export const logLimit = { events: 500, segments: 400, requests: 400, controls: 400, faults: 200, reports: 200 } as const;

/** The log with `events` added; `dropped` counts events that happened but were not sent. The log given stays as it is. */
export function extendLog(log: RunLog, events: readonly TraceEvent[], dropped = 0): RunLog {
  if (events.length === 0 && dropped === 0) return log;
  const segments = [...log.segments];
  const requests = [...log.requests];
  const controls = [...log.controls];
  const faults = [...log.faults];
  const reports = [...log.reports];
  const counts = { ...log.counts };
  const announced: Record<StepPath, number> = { ...log.announced };
  let count = log.count + dropped;
  const added: NumberedEvent[] = [];
  for (const event of events) {
    const numbered: NumberedEvent = { id: ++count, event };
    added.push(numbered);
    const { step = '' } = event;
    switch (event.event) {
      case 'state':
        if (lastOf(segments, step)?.instance !== event.instance || event.mode === 'collecting') delete announced[step];
        addSegment(segments, numbered.id, event);
        break;
      case 'request':
        requests.push(numbered);
        break;
      case 'control':
        controls.push(numbered);
        break;
      case 'fault':
        addFault(faults, numbered.id, event);
        break;
      case 'term':
        if (event.term.type === 'duration') announced[step] ??= event.term.value;
        if (event.term.type === 'datetime') announced[step] ??= event.term.value - event.t;
        break;
      case 'error':
      case 'warning':
      case 'effect':
        counts[event.event]++;
        reports.push(reportOf(numbered.id, event));
        break;
    }
  }
  return {
    count,
    newest: [...log.newest, ...added].slice(-logLimit.events),
    segments: segments.slice(-logLimit.segments),
    requests: requests.slice(-logLimit.requests),
    controls: controls.slice(-logLimit.controls),
    faults: faults.slice(-logLimit.faults),
    reports: reports.slice(-logLimit.reports),
    counts,
    announced,
  };
}

function addSegment(segments: Segment[], id: number, event: Extract<TraceEvent, { event: 'state' }>): void {
  const state = stateOf(event);
  if (!state) return;
  const { step = '' } = event;
  const last = lastOf(segments, step);
  // What is called the same is one stretch: only whether it can be paused has changed.
  if (last && last.end === null && last.instance === event.instance && stateName(last.state) === stateName(state)) {
    segments[segments.indexOf(last)] = { ...last, state };
    return;
  }
  if (last && last.end === null) segments[segments.indexOf(last)] = { ...last, end: event.t };
  segments.push({ id, start: event.t, end: state.mode === 'done' ? event.t : null, state, instance: event.instance, step });
}

function addFault(faults: FaultSpan[], id: number, event: Extract<TraceEvent, { event: 'fault' }>): void {
  const key = `${event.node ?? event.device} ${event.type}`;
  const index = faults.findLastIndex((fault) => fault.key === key && fault.end === null);
  const open = faults[index];
  if (open) faults[index] = { ...open, end: event.t };
  if (event.active) faults.push({ id, key, start: event.t, end: null, text: eventText(event) });
}

function lastOf(segments: readonly Segment[], step: StepPath): Segment | undefined {
  return segments.findLast((segment) => segment.step === step);
}

function reportOf(id: number, event: Extract<TraceEvent, { event: 'error' | 'warning' | 'effect' }>): Report {
  return {
    id,
    kind: event.event,
    at: event.t,
    text: event.event === 'effect' ? effectText(event) : event.message,
    description: event.event === 'effect' ? null : (event.description ?? null),
    ...(event.event === 'effect' && event.path !== undefined ? { path: event.path } : {}),
    place: eventPlace(event),
  };
}
