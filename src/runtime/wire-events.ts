/** The events of a trace as they may come out of the sandbox. */
import * as v from 'valibot';
import { controlReasons } from '../../model/control.js';
import { faultTypes } from '../../model/faults.js';
import type { TraceEvent } from '../../model/events.js';
import { failure, form, frames, outcome, place, reason, requestType, stepKind, stepState, term } from './wire-parts.js';
import { service, serviceFault } from './wire-services.js';
import { count, json, list, seconds, text } from './wire-values.js';

const optional = v.exactOptional;

const t = seconds;
/** What every event may have. */
const head = { t, step: optional(text) };
const diagnostic = { ...head, id: count, name: text, message: text, place: optional(place), description: optional(text) };
const eventSchemas = {
  load: v.object({ ...head, event: v.literal('load'), language: text, process: text }),
  'load-error': v.object({ ...head, event: v.literal('load-error'), failure }),
  state: v.object({
    ...head,
    event: v.literal('state'),
    mode: text,
    form: optional(form),
    pausable: optional(v.boolean()),
    outcome: optional(outcome),
    instance: count,
  }),
  request: v.object({
    ...head,
    event: v.literal('request'),
    type: requestType,
    point: optional(json),
    data: optional(json),
    value: optional(json),
    force: optional(v.boolean()),
    accepted: v.boolean(),
    reason,
  }),
  location: v.object({ ...head, event: v.literal('location'), location: json }),
  term: v.object({ ...head, event: v.literal('term'), term }),
  error: v.object({ ...diagnostic, event: v.literal('error') }),
  warning: v.object({ ...diagnostic, event: v.literal('warning') }),
  note: v.object({ ...head, event: v.literal('note'), name: text, message: text, place: optional(place) }),
  effect: v.object({
    ...head,
    event: v.literal('effect'),
    id: count,
    type: text,
    message: optional(text),
    path: optional(text),
    place: optional(place),
  }),
  step: v.object({
    ...head,
    event: v.literal('step'),
    kind: stepKind,
    name: text,
    state: stepState,
    outcome: optional(outcome),
    round: optional(count),
  }),
  handling: v.object({
    ...head,
    event: v.literal('handling'),
    scope: text,
    action: v.picklist(['started', 'pause', 'halt', 'overdue', 'stable', 'resume', 'ended']),
  }),
  suspended: v.object({ ...head, event: v.literal('suspended'), at: frames }),
  resumed: v.object({ ...head, event: v.literal('resumed'), at: frames }),
  log: v.object({
    ...head,
    event: v.literal('log'),
    level: v.picklist(['debug', 'info', 'warn', 'error']),
    message: text,
    place: optional(place),
  }),
  device: v.object({ ...head, event: v.literal('device'), path: text, value: json, unit: optional(text) }),
  'service-fault': v.object({
    ...head,
    event: v.literal('service-fault'),
    service,
    type: serviceFault,
    active: v.boolean(),
    times: optional(v.nullable(count)),
    seconds: optional(seconds),
  }),
  service: v.object({
    ...head,
    event: v.literal('service'),
    service,
    type: v.picklist(['written', 'appended', 'removed', 'answered', 'failed', 'aborted', 'accepted']),
    about: text,
    size: optional(count),
    status: optional(count),
    seconds: optional(seconds),
    message: optional(text),
    to: optional(list(text)),
    total: optional(count),
  }),
  fault: v.object({
    ...head,
    event: v.literal('fault'),
    device: text,
    node: optional(text),
    type: v.picklist(faultTypes),
    active: v.boolean(),
    amount: optional(v.number()),
  }),
  control: v.object({
    ...head,
    event: v.literal('control'),
    path: text,
    action: v.picklist(['claim', 'set', 'release']),
    value: optional(json),
    accepted: v.boolean(),
    reason: v.picklist(controlReasons),
  }),
  end: v.object({
    ...head,
    event: v.literal('end'),
    outcome: v.picklist(['completed', 'halted', 'cancelled', 'stopped', 'failed', 'collectionFailed', 'running']),
    claims: list(text),
    detached: count,
  }),
} as const;
type EventSchema = (typeof eventSchemas)[TraceEvent['event']];
const schemaOf = new Map<unknown, EventSchema>(Object.entries(eventSchemas));
const unknownEvent = v.never('an event that the page does not know');

/** One event. Looked up by name: trying fifteen schemas one after the other costs too much at a thousand events an update. */
export const event = v.lazy((input): v.GenericSchema<unknown, v.InferOutput<EventSchema>> => {
  const name = typeof input === 'object' && input !== null && 'event' in input ? input.event : null;
  return schemaOf.get(name) ?? unknownEvent;
});
