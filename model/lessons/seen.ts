/** What was seen in a run instead of what a check wanted, in sentences. */
import { stateOf } from '../event-look.js';
import { eventText } from '../event-text.js';
import type { TraceEvent } from '../events.js';
import type { Json } from '../json.js';
import { dataText } from '../messages.js';
import { stateName } from '../owner.js';
import { unitText } from '../unit-text.js';
import type { CheckRun, Expected, Pattern, Window } from './check.js';

type EndEvent = Extract<TraceEvent, { event: 'end' }>;

/** Events that are listed one by one. */
const most = 4;

/** The last line of the run; `undefined`: it was given up before. */
export function endOf({ events }: CheckRun): EndEvent | undefined {
  const last = events.at(-1);
  return last?.event === 'end' ? last : undefined;
}

/** What a node had when it was looked at. */
export interface Reading {
  readonly value: Json | undefined;
  readonly unit: string | null;
}

/** `found`: the events that fitted; `reading`: of the node that was looked at. */
export function seenInstead(expected: Expected, run: CheckRun, found: readonly TraceEvent[], reading: Reading): string {
  const refused = run.events.find(({ event }) => event === 'load-error');
  if (refused !== undefined) return `It could not be run: ${eventText(refused)}`;
  const stopped = stoppedText(run);
  const seen = seenOf(expected, run, found, reading);
  return stopped === null ? seen : `${stopped} ${seen}`;
}

function stoppedText({ stop, events }: CheckRun): string | null {
  const at = secondsText(events.at(-1)?.t ?? 0);
  switch (stop.type) {
    case 'over':
      return null;
    case 'loop':
      return `At ${at} the loop at line ${stop.line} did not let go: nothing in it waits, so nothing else could happen any more.`;
    case 'stands-still':
      return `From ${at} on the process went round and round without letting time pass.`;
    case 'too-long':
      return `The run was given up at ${at}: it did so much that nobody could wait for its end.`;
  }
}

function seenOf(expected: Expected, run: CheckRun, found: readonly TraceEvent[], { value, unit }: Reading): string {
  switch (expected.type) {
    case 'event':
      return found.length === 0 ? insteadOf(expected.pattern, run, expected) : `It happened ${times(found)}.`;
    case 'never':
      return `It happened ${times(found)}: ${quoted(found[0])}`;
    case 'order': {
      const next = expected.patterns[found.length] ?? {};
      const last = found.at(-1);
      if (last === undefined) return insteadOf(next, run, expected);
      const came = `${found.length === 1 ? 'The first of them' : `${found.length} of ${expected.patterns.length}`} came, at ${secondsText(last.t)}`;
      return `${came}: ${quoted(last)} After that: ${insteadOf(next, run, { ...expected, from: last.t }).replace(/^./, (first) => first.toLowerCase())}`;
    }
    case 'outcome':
    case 'takes':
      return endSentence(run);
    case 'device':
      return value === undefined
        ? `At ${secondsText(expected.at)} ${expected.node} had no value.`
        : `At ${secondsText(expected.at)} ${expected.node} was ${value === null ? 'off' : dataText(value, 60)}${typeof value === 'number' && unit ? ` ${unitText(unit)}` : ''}.`;
  }
}

/** Of the kind that was wanted, what there was. */
function insteadOf({ event }: Pattern, run: CheckRun, window: Window): string {
  if (event === 'state') return statesText(run, window);
  if (event === 'end') return endSentence(run);
  const { from = 0, to = Infinity } = window;
  const some = run.events.filter((one) => one.event === event && one.t >= from && one.t <= to);
  const name = names[String(event)] ?? 'event of that kind';
  if (some.length === 0) return `There was no ${name}${windowText(window)}. ${endSentence(run)}`;
  // The time first: what is told may be several sentences.
  const listed = some.slice(0, most).map((one) => `at ${secondsText(one.t)} ${eventText(one).replace(/\.$/, '')}`);
  const more = some.length > most ? `; and ${some.length - most} more` : '';
  return `What there was${windowText(window)}: ${listed.join('; ')}${more}.`;
}

/** `At 12 s the state was Running.`, with what became of it in the window. */
function statesText(run: CheckRun, { from = 0, to = Infinity }: Window): string {
  const states = run.events.flatMap((event) => {
    const state = event.event === 'state' ? stateOf(event) : null;
    return state === null ? [] : [{ t: event.t, name: stateName(state) }];
  });
  const before = states.findLast(({ t }) => t <= from);
  const later = states.filter(({ t }) => t > from && t <= to).filter(({ name }, index, all) => name !== (all[index - 1] ?? before)?.name);
  const first = before === undefined ? 'There was no state yet' : `At ${secondsText(from)} the state was ${before.name}`;
  const listed = later.slice(0, most).map(({ t, name }) => `${name} at ${secondsText(t)}`);
  return listed.length === 0
    ? `${first}${to === Infinity ? ', and it stayed so' : to > from ? `, and it stayed so until ${secondsText(to)}` : ''}.`
    : `${first}, then ${listed.join(', ')}.`;
}

function endSentence(run: CheckRun): string {
  const end = endOf(run);
  if (end === undefined) return 'The run did not come to an end.';
  switch (end.outcome) {
    case 'running':
      return `The process had not ended at ${secondsText(end.t)}, when the check was over.`;
    case 'failed':
      return `The process failed${failureText(run)}`;
    case 'collectionFailed':
      return `The data could not be used${failureText(run)}`;
    default:
      return `The process ended as ${end.outcome} at ${secondsText(end.t)}.`;
  }
}

function failureText({ events }: CheckRun): string {
  const error = events.findLast(({ event }) => event === 'error');
  return error === undefined ? '.' : ` at ${secondsText(error.t)}: ${eventText(error)}`;
}

const names: Readonly<Record<string, string>> = {
  location: 'location',
  term: 'duration',
  error: 'error',
  warning: 'warning',
  note: 'explanation',
  effect: 'effect',
  log: 'log line',
  request: 'request',
  device: 'change of that node',
  service: 'use of that service',
  step: 'step',
};

const times = (found: readonly TraceEvent[]): string => {
  const at = found.slice(0, most).map(({ t }) => secondsText(t));
  const all = `at ${at.join(', ')}${found.length > most ? ', …' : ''}`;
  return found.length === 1 ? `once, ${all}` : `${found.length} times, ${all}`;
};

const quoted = (event: TraceEvent | undefined): string => (event === undefined ? '' : eventText(event).replace(/([^.!?…])$/, '$1.'));

function windowText({ from, to }: Window): string {
  if (from === undefined) return to === undefined ? '' : ` until ${secondsText(to)}`;
  if (from === to) return ` at ${secondsText(from)}`;
  return to === undefined ? ` from ${secondsText(from)} on` : ` between ${secondsText(from)} and ${secondsText(to)}`;
}

/** Virtual seconds, to the millisecond: `12 s`, `1.25 s`. */
export const secondsText = (seconds: number): string => `${Math.round(seconds * 1000) / 1000} s`;
