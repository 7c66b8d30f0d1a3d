/** What may come out of the sandbox, message by message. The checks at the end keep these schemas and the wire contract the same. */
import * as v from 'valibot';
import type { DataTypeView } from '../../model/datatype.js';
import type { DeviceView } from '../../model/devices.js';
import type { TraceEvent } from '../../model/events.js';
import type { Failure } from '../../model/failure.js';
import type { RequestReply, StuckReport } from '../../model/protocol.js';
import type { LoadResult, ProcessInfo, Snapshot, Update } from '../../model/snapshot.js';
import { count, json, list, seconds, text } from './wire-values.js';

const optional = v.exactOptional;
const nullable = v.nullable;

const file = v.picklist(['process', 'data']);
const place = v.object({ file, line: count, column: count });
const range = v.object({ ...place.entries, endLine: count, endColumn: count });
const placeOrRange = v.union([range, place]);

export const failure = v.object({
  kind: v.picklist(['load', 'data', 'process', 'runtime']),
  name: text,
  message: text,
  hint: optional(text),
  place: optional(placeOrRange),
  causes: optional(list(v.object({ name: text, message: text }))),
  stack: optional(list(v.object({ function: text, line: count, column: count }))),
});
export const failures = list(failure);

const dataType: v.GenericSchema<unknown, DataTypeView> = v.lazy(() =>
  v.variant('type', [
    v.object({ type: v.literal('any') }),
    v.object({ type: v.literal('bool') }),
    v.object({ type: v.literal('int'), mode: v.picklist(['any', 'positive', 'positive_or_null']) }),
    v.object({ type: v.literal('str') }),
    v.object({ type: v.literal('identifier') }),
    v.object({ type: v.literal('enum'), variants: list(v.union([text, v.number()])) }),
    v.object({ type: v.literal('list'), item: dataType }),
    v.object({ type: v.literal('record'), fields: list(field) }),
    v.object({ type: v.literal('dict'), item: dataType }),
    v.object({ type: v.literal('quantity'), unit: text, allowNil: v.boolean(), min: nullable(v.number()), max: nullable(v.number()) }),
    v.object({ type: v.literal('union'), variants: list(dataType) }),
  ]),
);
const field = v.object({ name: text, label: text, description: text, optional: v.boolean(), default: optional(json), type: dataType });

const points = nullable(v.union([v.object({ type: dataType }), v.object({ examples: list(json) })]));
const info = v.object({ name: text, data: nullable(dataType), points });
export const loadResult = v.variant('ok', [
  v.object({ ok: v.literal(true), info, warnings: failures }),
  v.object({ ok: v.literal(false), failures }),
]);

const form = v.picklist(['normal', 'pausing', 'paused', 'jumping', 'swapping', 'halting']);
const outcome = v.picklist(['completed', 'halted', 'cancelled', 'stopped']);
const requestType = v.picklist(['pause', 'resume', 'halt', 'jump', 'swap', 'message', 'retry', 'skip']);
const reason = v.picklist([
  'accepted',
  'already-pausing',
  'already-paused',
  'queued',
  'replaced',
  'repeated',
  'stored',
  'not-running',
  'not-pausable',
  'not-paused',
  'not-paused-yet',
  'not-failed',
  'halting',
  'ended',
  'invalid-point',
  'invalid-message',
  'data-invalid',
]);
const state = v.variant('mode', [
  v.object({ mode: v.literal('collecting') }),
  v.object({ mode: v.literal('collectionFailed') }),
  v.object({ mode: v.literal('running'), form, pausable: v.boolean() }),
  v.object({ mode: v.literal('failed'), errorId: count, whileHalting: v.boolean() }),
  v.object({ mode: v.literal('halting') }),
  v.object({ mode: v.literal('done'), outcome }),
]);
const term = v.variant('type', [
  v.object({ type: v.literal('unknown') }),
  v.object({ type: v.literal('forever') }),
  v.object({ type: v.literal('datetime'), value: seconds, resolution: optional(seconds) }),
  v.object({ type: v.literal('duration'), value: seconds, resolution: optional(seconds) }),
]);
const frames = list(
  v.object({
    function: text,
    line: count,
    column: count,
    endLine: count,
    endColumn: count,
    kind: v.picklist(['wait', 'checkpoint', 'receive', 'plain', 'blocking']),
  }),
);

const t = seconds;
const diagnostic = { t, id: count, name: text, message: text, place: optional(place), description: optional(text) };
const eventSchemas = {
  load: v.object({ t, event: v.literal('load'), language: text, process: text }),
  'load-error': v.object({ t, event: v.literal('load-error'), failure }),
  state: v.object({
    t,
    event: v.literal('state'),
    mode: text,
    form: optional(form),
    pausable: optional(v.boolean()),
    outcome: optional(outcome),
    instance: count,
  }),
  request: v.object({
    t,
    event: v.literal('request'),
    type: requestType,
    point: optional(json),
    data: optional(json),
    value: optional(json),
    force: optional(v.boolean()),
    accepted: v.boolean(),
    reason,
  }),
  location: v.object({ t, event: v.literal('location'), location: json }),
  term: v.object({ t, event: v.literal('term'), term }),
  error: v.object({ ...diagnostic, event: v.literal('error') }),
  warning: v.object({ ...diagnostic, event: v.literal('warning') }),
  effect: v.object({
    t,
    event: v.literal('effect'),
    id: count,
    type: text,
    message: optional(text),
    path: optional(text),
    place: optional(place),
  }),
  suspended: v.object({ t, event: v.literal('suspended'), at: frames }),
  resumed: v.object({ t, event: v.literal('resumed'), at: frames }),
  log: v.object({
    t,
    event: v.literal('log'),
    level: v.picklist(['debug', 'info', 'warn', 'error']),
    message: text,
    place: optional(place),
  }),
  device: v.object({ t, event: v.literal('device'), path: text, value: json, unit: optional(text) }),
  fault: v.object({ t, event: v.literal('fault'), device: text, type: text, active: v.boolean() }),
  end: v.object({
    t,
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
const event = v.lazy((input): v.GenericSchema<unknown, v.InferOutput<EventSchema>> => {
  const name = typeof input === 'object' && input !== null && 'event' in input ? input.event : null;
  return schemaOf.get(name) ?? unknownEvent;
});

const nodeSpec = v.variant('type', [
  v.object({
    type: v.literal('numeric'),
    unit: text,
    range: nullable(v.strictTuple([v.number(), v.number()])),
    resolution: nullable(v.number()),
  }),
  v.object({ type: v.literal('boolean') }),
  v.object({ type: v.literal('enum'), cases: list(v.object({ id: text, label: text })) }),
]);
const claim = nullable(v.variant('type', [v.object({ type: v.literal('process'), name: text }), v.object({ type: v.literal('user') })]));
const node = v.object({
  path: text,
  label: text,
  spec: nodeSpec,
  readable: v.boolean(),
  writable: v.boolean(),
  value: optional(json),
  valueAt: optional(seconds),
  target: optional(json),
  settled: v.boolean(),
  error: nullable(text),
  claim,
});
const isSample = (item: unknown): boolean =>
  Array.isArray(item) && item.length === 2 && Number.isFinite(item[0]) && Number.isFinite(item[1]);
/** Samples are many and plain numbers: one loop instead of a schema each. */
const history = v.custom<DeviceView['history']>(
  (input) => Array.isArray(input) && input.length <= 2_000 && input.every(isSample),
  'a history of samples that is none',
);
const device = v.object({
  id: text,
  label: text,
  kind: text,
  connected: v.boolean(),
  connectedSince: seconds,
  activity: text,
  nodes: list(node, 200),
  headline: text,
  history,
});

const clock = v.object({
  now: seconds,
  speed: v.picklist([1, 10, 100, 'max']),
  rate: nullable(seconds),
  held: v.boolean(),
});
const process = v.object({
  name: text,
  state,
  pending: v.object({ pause: v.boolean(), jump: v.boolean(), swap: v.boolean() }),
  pendingPoint: optional(json),
  instance: count,
  location: nullable(v.object({ value: json, at: seconds })),
  term,
  suspension: nullable(v.object({ at: frames, since: seconds, detail: optional(text), until: optional(seconds) })),
  failure: nullable(failure),
  detached: list(v.object({ label: text, since: seconds })),
});
const snapshot = v.object({ revision: count, clock, process: nullable(process), devices: list(device, 200) });

export const update = v.object({ run: count, snapshot, events: list(event), dropped: count });
export const runReply = v.object({ load: loadResult, update });
export const requestReply = v.object({ result: v.object({ accepted: v.boolean(), reason, message: text }), update });
export const stuckReport = v.object({ type: v.literal('stuck'), line: count, column: count, update: optional(update) });

/** Compile time only: what a schema lets through is what the contract says, and the contract has nothing that a schema would drop. */
type Same<Schema extends v.GenericSchema, Contract> = [v.InferOutput<Schema>] extends [Contract]
  ? [DeepKeys<Contract>] extends [DeepKeys<v.InferOutput<Schema>>]
    ? true
    : never
  : never;
/** The members of every variant of a union. */
type DeepKeys<T> = T extends unknown ? keyof T : never;
export type SchemasMatchTheContract = [
  Same<typeof update, Update>,
  Same<typeof snapshot, Snapshot>,
  Same<typeof process, NonNullable<Snapshot['process']>>,
  Same<typeof device, DeviceView>,
  Same<typeof event, TraceEvent>,
  Same<typeof failure, Failure>,
  Same<typeof info, ProcessInfo>,
  Same<typeof loadResult, LoadResult>,
  Same<typeof requestReply, RequestReply>,
  Same<typeof stuckReport, StuckReport>,
] extends readonly true[]
  ? true
  : never;
