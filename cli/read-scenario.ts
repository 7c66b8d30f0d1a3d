import * as v from 'valibot';
import type { BenchDescription } from '../model/bench.js';
import { act, placed } from '../model/files/recording-schema.js';
import { problem } from '../model/files/problem.js';
import { benches, benchNamed, defaultBench } from '../model/benches/index.js';
import { ambientNode, type ControlCommand } from '../model/control.js';
import type { DeviceView } from '../model/devices.js';
import type { Json } from '../model/json.js';
import { type FaultCommand, faultProblem, faultTypes } from '../model/faults.js';
import type { TimedAct } from '../model/recording.js';
import type { DataInput, Request } from '../model/requests.js';
import { microseconds, VirtualClock } from '../worker/clock/virtual-clock.js';
import { Bench } from '../worker/hardware/index.js';
import { plain } from '../worker/process/export-location.js';
import { safely } from '../worker/process/safely.js';
import { emptyScenario, type Scenario, type Timed } from '../worker/scenario.js';
import { isServiceFault, serviceFault, serviceFaultsOf } from './service-fault.js';
import { EventLoop } from '../worker/task/index.js';

/** A scenario file that cannot be used: one sentence with the path of the wrong member. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** What JSON.parse gives is JSON, but for numbers that are too large for one, and it may be deeper than data can be. */
const json = v.custom<Json>(
  (value) => value !== undefined && safely(() => (plain(value, 'value'), true), false),
  'it must be a JSON value of at most 100 levels',
);
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
const scenario = v.strictObject({
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

/** Reads the text of a scenario. Raises `ScenarioError`. */
export function readScenario(text: string, bench: BenchDescription | null = null): Scenario {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`The scenario is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return scenarioOf(raw, bench);
}

/** Reads a scenario that has been parsed already, for a bench that it does not name. Raises `ScenarioError`. */
export function scenarioOf(raw: unknown, own: BenchDescription | null = null): Scenario {
  if (Array.isArray(raw)) throw new ScenarioError('The scenario is wrong: it must be an object, not a list.');
  const result = v.safeParse(scenario, raw);
  if (!result.success) throw new ScenarioError(problem(result.issues[0], 'the scenario'));
  const { output } = result;
  if (output.acts !== undefined && (output.requests ?? output.faults ?? output.controls) !== undefined)
    throw new ScenarioError(
      'The member acts of the scenario is wrong: it stands instead of requests, faults and controls, not beside them.',
    );
  const bench = own ?? benchNamed(output.bench ?? emptyScenario.bench) ?? defaultBench;
  const devices = viewsOf(bench);
  const nodes = devices.flatMap((device) => device.nodes.map(({ path }) => path));
  const faultsGiven = output.faults ?? [];
  const names = devices.map(({ id }) => id);
  checkNames(
    'faults',
    'device',
    faultsGiven.map((one) => (isServiceFault(one) ? undefined : one.device)),
    bench,
    names,
  );
  checkNames(
    'faults',
    'node',
    faultsGiven.map((one) => (isServiceFault(one) ? undefined : one.node)),
    bench,
    nodes,
  );
  checkNames(
    'controls',
    'node',
    (output.controls ?? []).map(({ node }) => node),
    bench,
    [...nodes, ambientNode.path],
  );
  return {
    data: output.data === undefined ? emptyScenario.data : dataInput(output.data),
    point: output.point ?? null,
    seed: output.seed ?? emptyScenario.seed,
    until: output.until ?? emptyScenario.until,
    requests: inOrder((output.requests ?? []).map(({ at, ...rest }) => ({ at, what: requestOf(rest) }))),
    faults: inOrder(faultsGiven.flatMap((raw, index) => (isServiceFault(raw) ? [] : [{ at: raw.at, what: faultOf(raw, index, devices) }]))),
    serviceFaults: inOrder(faultsGiven.flatMap((one) => (isServiceFault(one) ? serviceFaultsOf(one) : []))),
    controls: inOrder((output.controls ?? []).map(({ at, ...what }): Timed<ControlCommand> => ({ at, what }))),
    bench: bench.name,
    ...(output.acts === undefined ? {} : { acts: inOrder(output.acts).map((one): TimedAct => ({ ...one, at: microseconds(one.at) })) }),
  };
}

/** Data is text as it stands in a data document, or a value. */
export function dataInput(value: Json): DataInput {
  return typeof value === 'string' ? { text: value } : { value };
}

type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;

const kinds = { device: 'the name of a device', node: 'the path of a node' };

/** Faults and what is done by hand are about what stands on the bench. */
function checkNames(
  list: string,
  member: keyof typeof kinds,
  given: readonly (string | undefined)[],
  bench: BenchDescription,
  known: readonly string[],
): void {
  const wrong = given.findIndex((name) => name !== undefined && !known.includes(name));
  if (wrong === -1) return;
  const where = `The member ${list}[${wrong}].${member} of the scenario is wrong`;
  throw new ScenarioError(`${where}: it must be ${kinds[member]} on the bench ${bench.name}, one of ${known.join(', ')}.`);
}

/** Its devices as they stand before a run. */
function viewsOf(bench: BenchDescription): readonly DeviceView[] {
  return new Bench(new EventLoop(new VirtualClock()), bench, { seed: 1 }).views();
}

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
function faultOf(
  { device, node: path, type, active, for: length, amount }: v.InferOutput<typeof fault>,
  index: number,
  devices: readonly DeviceView[],
): FaultCommand {
  const name = device ?? path?.slice(0, path.indexOf('.'));
  const command: FaultCommand = {
    device: name ?? '',
    ...(path === undefined ? {} : { node: path }),
    type,
    ...(active === undefined ? {} : { active }),
    ...(length === undefined ? {} : { for: length }),
    ...(amount === undefined ? {} : { amount }),
  };
  const wrong = name === undefined ? 'needs a device or a node' : faultProblem(devices, command);
  if (wrong !== null) throw new ScenarioError(`The member faults[${index}] of the scenario is wrong: the fault ${wrong}.`);
  return command;
}

function inOrder<T extends { readonly at: number }>(timed: T[]): T[] {
  return timed.sort((a, b) => a.at - b.at);
}
