/** What stands in a span: a few characters. Sentences are those of the event list. */
import { stateOf } from '../../model/event-look.js';
import { eventText } from '../../model/event-text.js';
import type { TraceEvent } from '../../model/events.js';
import { faults } from '../../model/faults.js';
import type { Json } from '../../model/json.js';
import { dataText, requestName } from '../../model/messages.js';
import { stateName } from '../../model/owner.js';
import { faultKind, type ServiceFaultName } from '../../model/service-faults.js';
import type { SuspensionFrame } from '../../model/suspension.js';

/** Names under which processes tell where they are, the most telling first. */
const telling = ['phase', 'step', 'name', 'label', 'title', 'state'];

/** A location in a few words: `heat` of `{ phase: heat, left: 1044 }`. */
export function locationLabel(location: Json): string {
  if (typeof location !== 'object' || location === null || Array.isArray(location)) return dataText(location, 40);
  const entries: readonly (readonly [string, Json])[] = Object.entries(location);
  const valueOf = (name: string): Json | undefined => entries.find(([key]) => key === name)?.[1];
  const key = telling.find((name) => isWord(valueOf(name))) ?? entries.find(([, value]) => typeof value === 'string')?.[0];
  if (key !== undefined) return dataText(valueOf(key), 40);
  const [only] = entries;
  return only && entries.length === 1 ? `${only[0]} ${dataText(only[1], 32)}` : dataText(location, 40);
}

function isWord(value: Json | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** Where a process is suspended: `wait(), line 19`; in a function that it called: `wait() in heat(), line 34`. */
export function awaitLabel(at: readonly SuspensionFrame[]): string {
  const frame = at.at(-1);
  if (frame === undefined) return '';
  const call = { wait: 'wait()', checkpoint: 'checkpoint()', receive: 'receive()', plain: 'await', blocking: 'blocking' }[frame.kind];
  return `${call}${at.length > 1 ? ` in ${frame.function}()` : ''}, line ${frame.line}`;
}

export function spanLabel(event: TraceEvent): string {
  switch (event.event) {
    case 'state': {
      const state = stateOf(event);
      return state === null ? event.mode : stateName(state);
    }
    case 'location':
      return locationLabel(event.location);
    case 'suspended':
      return awaitLabel(event.at);
    case 'request':
      return `${requestName[event.type]}${event.accepted ? '' : ' refused'}`;
    case 'control':
      return event.action === 'set' ? `${event.path} = ${dataText(event.value ?? null, 20)}` : event.path;
    case 'fault':
      return `${event.node ?? event.device}: ${faults[event.type].label.toLowerCase()}`;
    case 'service-fault':
      return `${event.service}: ${faultKind(event as unknown as ServiceFaultName).label.toLowerCase()}`;
    default:
      return eventText(event);
  }
}
