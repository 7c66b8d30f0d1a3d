/** What an event of a run is about, for a list of events: its state, kind, tone and place. Its sentence is in `event-text.ts`. */
import type { TraceEvent } from './events.js';
import type { OwnerState } from './owner.js';
import type { Place } from './place.js';

/** How an event looks in a list: what it is about, not how bad it is. */
export type EventTone = 'plain' | 'state' | 'request' | 'refused' | 'error' | 'warning' | 'note' | 'effect';

/** The state that a `state` event reports, as the owner's own type, or `null` for any other event. */
export function stateOf(event: TraceEvent): OwnerState | null {
  if (event.event !== 'state') return null;
  switch (event.mode) {
    case 'running':
      return { mode: 'running', form: event.form ?? 'normal', pausable: event.pausable ?? false };
    case 'failed':
      return { mode: 'failed', errorId: 0, whileHalting: false };
    case 'done':
      return { mode: 'done', outcome: event.outcome ?? 'completed' };
    case 'collecting':
    case 'collectionFailed':
    case 'halting':
      return { mode: event.mode };
    default:
      return null;
  }
}

/** One or two words that say what kind of event it is. */
export function eventKind(event: TraceEvent): string {
  switch (event.event) {
    case 'load-error':
      return 'Load';
    case 'resumed':
      return 'Await';
    case 'suspended':
      return 'Await';
    case 'service-fault':
      return 'Fault';
    default:
      return event.event.charAt(0).toUpperCase() + event.event.slice(1);
  }
}

export function eventTone(event: TraceEvent): EventTone {
  switch (event.event) {
    case 'state':
      return event.mode === 'failed' || event.mode === 'collectionFailed' ? 'error' : 'state';
    case 'request':
    case 'control':
      return event.accepted ? 'request' : 'refused';
    case 'load-error':
    case 'error':
      return 'error';
    case 'warning':
    case 'note':
    case 'effect':
      return event.event;
    case 'log':
      return event.level === 'error' ? 'error' : event.level === 'warn' ? 'warning' : 'plain';
    case 'fault':
    case 'service-fault':
      return event.active ? 'warning' : 'plain';
    default:
      return 'plain';
  }
}

/** Where in the user's text an event happened, when that is known. */
export function eventPlace(event: TraceEvent): Place | null {
  switch (event.event) {
    case 'load-error':
      return event.failure.place ?? null;
    case 'error':
    case 'warning':
    case 'note':
    case 'effect':
    case 'log':
      return event.place ?? null;
    case 'suspended':
    case 'resumed': {
      const frame = event.at.at(-1);
      return frame ? { file: 'process', line: frame.line, column: frame.column } : null;
    }
    default:
      return null;
  }
}
