/** What happens to a run from outside, as files have it: its form. Whether the bench has what it names is for those to check who know the bench. */
import * as v from 'valibot';
import { benches } from '../benches/index.js';
import type { ControlCommand } from '../control.js';
import { type FaultCommand, faultTypes } from '../faults.js';
import type { Json } from '../json.js';
import type { TimedAct } from '../recording.js';
import type { DataInput, Request } from '../requests.js';
import { emptyScenario, type Scenario, type Timed } from '../scenario.js';
import { act, isJson, mostLevels, placed } from './recording-schema.js';
import { isServiceFault, serviceFault, serviceFaultsOf } from './service-fault.js';

const json = v.custom<Json>((value) => isJson(value), `it must be a JSON value of at most ${mostLevels} levels`);
const seconds = v.pipe(
  v.number('it must be a number of seconds'),
  v.finite('it must be a number of seconds'),
  v.minValue(0, 'it must be a number of seconds of at least 0'),
);
const at = { at: seconds };
/** Of a protocol: to which step the request is made. */
const toStep = {
  ...at,
  step: v.optional(v.pipe(v.string(), v.regex(/^(\d+(\.\d+)*)?$/, 'it must be the place of a step, such as "2.1"'))),
};

const request = v.variant(
  'type',
  [
    v.strictObject({ ...toStep, type: v.picklist(['pause', 'resume', 'halt', 'skip']) }),
    v.strictObject({ ...toStep, type: v.literal('retry'), data: v.optional(json) }),
    v.strictObject({ ...toStep, type: v.literal('jump'), point: json, force: v.optional(v.boolean()) }),
    v.strictObject({ ...toStep, type: v.literal('swap'), data: json, point: v.optional(json) }),
    v.strictObject({ ...toStep, type: v.literal('message'), value: json }),
  ],
  'the type must be pause, resume, halt, skip, retry, jump, swap or message',
);
const fault = v.strictObject({
  ...at,
  device: v.optional(v.string('it must be the name of a device')),
  node: v.optional(v.string('it must be the path of a node')),
  type: v.picklist([...faultTypes, 'reconnect'], `it must be ${faultTypes.join(', ')} or reconnect`),
  active: v.optional(v.boolean('it must be true or false')),
  for: v.optional(seconds),
  amount: v.optional(v.pipe(v.number('it must be a number'), v.finite('it must be a number'))),
});
/** Of a device, or of a service. */
const anyFault = v.lazy((input): typeof fault | typeof serviceFault => (isServiceFault(input) ? serviceFault : fault));
const node = v.string('it must be the path of a node');
const control = v.variant(
  'type',
  [
    v.strictObject({ ...at, type: v.picklist(['claim', 'release']), node }),
    v.strictObject({ ...at, type: v.literal('set'), node, value: json }),
  ],
  'the type must be claim, set or release',
);
/** As a recording has it, but at seconds. */
const timedAct = v.strictObject({ ...at, act, ...placed });
/** A scenario as its file has it. */
export const scenarioShape = v.strictObject({
  data: v.optional(json),
  point: v.optional(json),
  seed: v.optional(v.pipe(v.number('it must be a whole number'), v.integer('it must be a whole number'))),
  until: v.optional(seconds),
  bench: v.optional(
    v.picklist(
      benches.map(({ name }) => name),
      `it must be the name of a bench: ${benches.map(({ name }) => name).join(', ')}`,
    ),
  ),
  requests: v.optional(v.array(request, 'it must be a list of requests')),
  faults: v.optional(v.array(anyFault, 'it must be a list of faults')),
  controls: v.optional(v.array(control, 'it must be a list of things done by hand')),
  acts: v.optional(v.array(timedAct, 'it must be a list of what is done')),
});

export type ScenarioInput = v.InferOutput<typeof scenarioShape>;

/** What is made of it; `bench`: the one that it happens on. */
export function scenarioFrom(input: ScenarioInput, bench: string): Scenario {
  const faults = input.faults ?? [];
  return {
    data: input.data === undefined ? emptyScenario.data : dataInput(input.data),
    point: input.point ?? null,
    seed: input.seed ?? emptyScenario.seed,
    until: input.until ?? emptyScenario.until,
    requests: inOrder((input.requests ?? []).map(({ at, ...rest }) => ({ at, what: requestOf(rest) }))),
    faults: inOrder(faults.flatMap((raw) => (isServiceFault(raw) ? [] : [{ at: raw.at, what: faultOf(raw) }]))),
    serviceFaults: inOrder(faults.flatMap((one) => (isServiceFault(one) ? serviceFaultsOf(one) : []))),
    controls: inOrder((input.controls ?? []).map(({ at, ...what }): Timed<ControlCommand> => ({ at, what }))),
    bench,
    ...(input.acts === undefined ? {} : { acts: inOrder(input.acts).map((one): TimedAct => ({ ...one, at: microsecondsOf(one.at) })) }),
  };
}

/** Data is text as it stands in a data document, or a value. */
export function dataInput(value: Json): DataInput {
  return typeof value === 'string' ? { text: value } : { value };
}

/** Whole microseconds; a positive time never becomes zero. */
export const microsecondsOf = (seconds: number): number => (seconds > 0 ? Math.max(1, Math.round(seconds * 1e6)) : 0);

type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;

function requestOf(raw: Untimed<v.InferOutput<typeof request>>): Request {
  const step = raw.step === undefined ? {} : { step: raw.step };
  switch (raw.type) {
    case 'swap':
      return { type: 'swap', data: dataInput(raw.data), ...(raw.point === undefined ? {} : { point: raw.point }), ...step };
    case 'retry':
      return { type: 'retry', ...(raw.data === undefined ? {} : { data: dataInput(raw.data) }), ...step };
    case 'jump':
      return { type: 'jump', point: raw.point, ...(raw.force === undefined ? {} : { force: raw.force }), ...step };
    case 'message':
      return { type: 'message', value: raw.value, ...step };
    default:
      return { type: raw.type, ...step };
  }
}

/** A fault of a device, or of a node, whose path begins with the name of its device. */
export function faultOf({ device, node: path, type, active, for: length, amount }: v.InferOutput<typeof fault>): FaultCommand {
  return {
    device: device ?? path?.slice(0, path.indexOf('.')) ?? '',
    ...(path === undefined ? {} : { node: path }),
    type,
    ...(active === undefined ? {} : { active }),
    ...(length === undefined ? {} : { for: length }),
    ...(amount === undefined ? {} : { amount }),
  };
}

function inOrder<T extends { readonly at: number }>(timed: T[]): T[] {
  return timed.sort((a, b) => a.at - b.at);
}
