/** Which events of a run somebody wants to see: by kind, by step, and by a text in their sentences. */
import { eventText } from './event-text.js';
import type { TraceEvent } from './events.js';
import type { StepPath } from './steps.js';

/** Kinds of events, as people choose among them; the order is that of the menu. */
export const eventGroups = [
  { id: 'states', label: 'States and steps' },
  { id: 'requests', label: 'Requests' },
  { id: 'locations', label: 'Locations' },
  { id: 'durations', label: 'Durations' },
  { id: 'awaits', label: 'Awaits' },
  { id: 'problems', label: 'Errors and warnings' },
  { id: 'notes', label: 'Notes' },
  { id: 'effects', label: 'Effects' },
  { id: 'devices', label: 'Devices and faults' },
  { id: 'services', label: 'Services' },
  { id: 'logs', label: 'Logs' },
] as const;
export type EventGroup = (typeof eventGroups)[number]['id'];

const groupOfKind: Readonly<Record<TraceEvent['event'], EventGroup>> = {
  load: 'states',
  state: 'states',
  step: 'states',
  handling: 'states',
  end: 'states',
  request: 'requests',
  location: 'locations',
  term: 'durations',
  suspended: 'awaits',
  resumed: 'awaits',
  'load-error': 'problems',
  error: 'problems',
  warning: 'problems',
  note: 'notes',
  effect: 'effects',
  device: 'devices',
  fault: 'devices',
  control: 'devices',
  service: 'services',
  'service-fault': 'services',
  log: 'logs',
};

export function eventGroup(event: TraceEvent): EventGroup {
  return groupOfKind[event.event];
}

export interface EventFilter {
  readonly hidden: ReadonlySet<EventGroup>;
  /** Looked for in the sentences, in any case; empty: everything. */
  readonly text: string;
  /** Only events of this step and of those within it; `null`: of all. */
  readonly step: StepPath | null;
}

export const everything: EventFilter = { hidden: new Set(), text: '', step: null };

/** Nothing is left out by it. */
export function letsAllThrough({ hidden, text, step }: EventFilter): boolean {
  return hidden.size === 0 && text.trim() === '' && step === null;
}

/** A test for one event after the other. The sentence, which costs most, is made last, and only where a text is looked for. */
export function matcher({ hidden, text, step }: EventFilter): (event: TraceEvent) => boolean {
  const wanted = text.trim().toLowerCase();
  const within = step === null ? '' : `${step}.`;
  return (event) => {
    if (hidden.has(groupOfKind[event.event])) return false;
    if (step !== null && event.step !== step && !(event.step ?? '').startsWith(within)) return false;
    return wanted === '' || eventText(event).toLowerCase().includes(wanted);
  };
}
