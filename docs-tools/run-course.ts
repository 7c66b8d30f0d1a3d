import { stateOf } from '../model/event-look.js';
import type { TraceEvent } from '../model/events.js';
import type { Json } from '../model/json.js';
import { dataText, requestName } from '../model/messages.js';
import { type OwnerState, stateName } from '../model/owner.js';

/** The colour family of a stretch. */
export type Tone = 'idle' | 'run' | 'pause' | 'jump' | 'halt' | 'fail' | 'done' | 'place';

/** Something that was so from one instant to another, in virtual seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly tone: Tone;
}

/** Something that happened at an instant. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

/** A run as a picture shows it. */
export interface Course {
  /** Virtual seconds of its last event. */
  readonly end: number;
  readonly states: readonly Stretch[];
  /** What the process said of where it is; empty: nothing. */
  readonly locations: readonly Stretch[];
  /** What was asked of it, and what was done to it. */
  readonly marks: readonly Mark[];
  /** The state at the end, which has no length. */
  readonly last: string;
}

/** Reads the course of a run of one process off its trace. */
export function courseOf(trace: readonly TraceEvent[]): Course {
  const end = trace.at(-1)?.t ?? 0;
  const states = trace.flatMap((event) => {
    const state = stateOf(event);
    return state === null ? [] : [{ at: event.t, label: stateName(state), tone: toneOf(state) }];
  });
  const locations = trace.flatMap((event) =>
    event.event === 'location' ? [{ at: event.t, label: locationText(event.location), tone: 'place' as const }] : [],
  );
  return {
    end,
    states: stretches(states, end),
    locations: stretches(locations, end),
    marks: trace.flatMap((event) => (event.t > 0 ? markOf(event) : [])),
    last: states.at(-1)?.label ?? '',
  };
}

interface Change {
  readonly at: number;
  readonly label: string;
  readonly tone: Tone;
}

/** What lasted; a change that is another one at the same instant is not seen. */
function stretches(changes: readonly Change[], end: number): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const [index, { at, label, tone }] of changes.entries()) {
    const to = changes[index + 1]?.at ?? end;
    const last = result.at(-1);
    if (to <= at) continue;
    if (last?.label === label && last.to === at) result[result.length - 1] = { ...last, to };
    else result.push({ from: at, to, label, tone });
  }
  return result;
}

function markOf(event: TraceEvent): readonly Mark[] {
  switch (event.event) {
    case 'request':
      return [{ at: event.t, label: requestText(event) }];
    case 'fault':
      return event.active ? [{ at: event.t, label: `Fault: ${event.type}` }] : [];
    case 'service-fault':
      return event.active ? [{ at: event.t, label: `Fault: ${event.type}` }] : [];
    default:
      return [];
  }
}

/** A request with what came with it, as far as that is short: `Send message 400`. */
function requestText({ type, accepted, ...request }: Extract<TraceEvent, { event: 'request' }>): string {
  const payload = request.point ?? request.value ?? request.data;
  const text = payload === undefined ? '' : typeof payload === 'string' ? payload : dataText(payload);
  const words = [requestName[type], text.length > 14 ? '' : text, accepted ? '' : '(refused)'];
  return words.filter(Boolean).join(' ');
}

/** A location in few words: `index 5 · phase washing`. */
export function locationText(location: Json): string {
  if (typeof location !== 'object' || location === null || Array.isArray(location)) return dataText(location, 60);
  const progress = 'progress' in location && typeof location.progress === 'number' ? location.progress : null;
  const members = Object.entries(location)
    .filter(([key]) => progress === null || !progressKeys.includes(key))
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : dataText(value, 40)}`);
  return [...members, ...(progress === null ? [] : [`${Math.round(progress * 100)} %`])].join(' · ') || '{}';
}

/** With a progress come the instant and the length by which a bar is moved. */
const progressKeys: readonly string[] = ['progress', 'date', 'duration'];

function toneOf(state: OwnerState): Tone {
  switch (state.mode) {
    case 'collecting':
      return 'idle';
    case 'collectionFailed':
    case 'failed':
      return 'fail';
    case 'halting':
      return 'halt';
    case 'done':
      return state.outcome === 'completed' ? 'done' : 'halt';
    case 'running':
      return ({ normal: 'run', pausing: 'pause', paused: 'pause', jumping: 'jump', swapping: 'jump', halting: 'halt' } as const)[
        state.form
      ];
  }
}
