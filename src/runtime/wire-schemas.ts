/** What may come out of the sandbox, message by message. The checks at the end keep these schemas and the wire contract the same. */
import * as v from 'valibot';
import { controlReasons } from '../../model/control.js';
import type { DataTypeView } from '../../model/datatype.js';
import type { DeviceView } from '../../model/devices.js';
import type { TraceEvent } from '../../model/events.js';
import { faultTypes } from '../../model/faults.js';
import type { Failure } from '../../model/failure.js';
import type { DeviceHistory, NodeHistory } from '../../model/history.js';
import type { ControlReply, PreviewReply, RequestReply, StuckReport } from '../../model/protocol.js';
import type { LoadResult, ProcessInfo, Snapshot, Update } from '../../model/snapshot.js';
import type { Content, ServicesView } from '../../model/services.js';
import type { StepView } from '../../model/steps.js';
import { event } from './wire-events.js';
import { failure, failures, form, frames, outcome, range, reason, stepKind, stepState, term } from './wire-parts.js';
import { type content, services } from './wire-services.js';
import { count, json, list, seconds, text } from './wire-values.js';

const optional = v.exactOptional;
const nullable = v.nullable;

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
const info = v.object({ name: text, data: nullable(dataType), points, guards: list(range) });
const stepInfo = v.object({
  path: text,
  kind: stepKind,
  name: text,
  process: nullable(text),
  data: text,
  rounds: nullable(count),
});
const protocol = v.object({
  steps: list(stepInfo),
  processes: v.pipe(v.record(v.string(), info), v.maxEntries(1_000, 'too many processes')),
});
export const loadResult = v.variant('ok', [
  v.object({ ok: v.literal(true), info, protocol: nullable(protocol), warnings: failures }),
  v.object({ ok: v.literal(false), failures }),
]);

const state = v.variant('mode', [
  v.object({ mode: v.literal('collecting') }),
  v.object({ mode: v.literal('collectionFailed') }),
  v.object({ mode: v.literal('running'), form, pausable: v.boolean() }),
  v.object({ mode: v.literal('failed'), errorId: count, whileHalting: v.boolean() }),
  v.object({ mode: v.literal('halting') }),
  v.object({ mode: v.literal('done'), outcome }),
]);
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
  observed: nullable(v.picklist(['polled', 'pushed', 'stable'])),
  nullable: v.boolean(),
  byHand: optional(v.boolean()),
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
const isCourseSample = (item: unknown): boolean =>
  Array.isArray(item) && item.length === 2 && Number.isFinite(item[0]) && (item[1] === null || Number.isFinite(item[1]));
export const deviceHistory = v.object({
  series: list(
    v.object({
      path: text,
      samples: v.custom<NodeHistory['samples']>(
        (input) => Array.isArray(input) && input.length <= 4_000 && input.every(isCourseSample),
        'a course of samples that is none',
      ),
    }),
    200,
  ),
});
export const device = v.object({
  id: text,
  label: text,
  kind: text,
  connected: v.boolean(),
  connectedSince: seconds,
  activity: text,
  nodes: list(node, 200),
  slips: optional(text),
  faults: list(
    v.object({
      node: nullable(text),
      type: v.picklist(faultTypes),
      since: seconds,
      until: nullable(seconds),
      amount: nullable(v.number()),
    }),
    200,
  ),
  wiring: optional(v.pipe(v.record(text, text), v.maxEntries(50))),
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
const step: v.GenericSchema<unknown, StepView> = v.lazy(() =>
  v.object({
    path: text,
    kind: stepKind,
    name: text,
    state: stepState,
    outcome: nullable(outcome),
    haltedByHandling: v.boolean(),
    overdueSince: nullable(seconds),
    term,
    round: optional(v.object({ number: count, of: nullable(count) })),
    handling: nullable(v.picklist(['stabilising', 'stable'])),
    process: nullable(process),
    children: list(step, 1_000),
  }),
);
export const snapshot = v.object({
  revision: count,
  clock,
  process: nullable(process),
  steps: nullable(step),
  bench: text,
  ambient: v.pipe(v.number(), v.finite()),
  devices: list(device, 200),
});

export const update = v.object({ run: count, snapshot, services: optional(services), events: list(event), first: count, dropped: count });
export const previewReply = v.object({ update, failures, waits: v.boolean() });
export const runReply = v.object({ load: loadResult, update });
export const requestResult = v.object({ accepted: v.boolean(), reason, message: text });
export const requestReply = v.object({ result: requestResult, update });
export const controlReply = v.object({
  result: v.object({ accepted: v.boolean(), reason: v.picklist(controlReasons), message: text }),
  update,
});
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
  Same<typeof services, ServicesView>,
  Same<typeof content, Content>,
  Same<typeof event, TraceEvent>,
  Same<typeof failure, Failure>,
  Same<typeof info, ProcessInfo>,
  Same<typeof loadResult, LoadResult>,
  Same<typeof previewReply, PreviewReply>,
  Same<typeof requestReply, RequestReply>,
  Same<typeof controlReply, ControlReply>,
  Same<typeof deviceHistory, DeviceHistory>,
  Same<typeof stuckReport, StuckReport>,
] extends readonly true[]
  ? true
  : never;
