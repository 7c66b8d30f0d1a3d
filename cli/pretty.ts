import { styleText } from 'node:util';
import { eventKind, eventTone, type EventTone } from '../model/event-look.js';
import { eventText } from '../model/event-text.js';
import type { TraceEvent } from '../model/events.js';
import { clockText } from '../model/time-text.js';

type Colour = Parameters<typeof styleText>[0];
const colours: Readonly<Record<EventTone, Colour>> = {
  plain: 'reset',
  state: 'blue',
  request: 'magenta',
  refused: 'yellow',
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
  effect: 'green',
};

/** An event as a line of three columns: time, kind, sentence. */
export function prettyLine(event: TraceEvent, coloured: boolean): string {
  const line = `${clockText(event.t, 3)}  ${eventKind(event).padEnd(10)}`;
  const text = `${line}${eventText(event)}`;
  return coloured ? styleText(colours[eventTone(event)], text) : text;
}
