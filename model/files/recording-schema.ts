/** What a recording is, as it may come from outside: out of a file, or out of the sandbox. */
import * as v from 'valibot';
import type { Json } from '../json.js';
import type { ProcessSource } from '../protocol.js';
import type { Act, Recording, TimedAct } from '../recording.js';
import type { DataInput, Request } from '../requests.js';
import type { ControlCommand } from '../control.js';
import { type FaultCommand, faultTypes } from '../faults.js';
import { type FaultyService, type ServiceFaultCommand, serviceFaults } from '../service-faults.js';

const optional = v.exactOptional;

export const mostLevels = 100;

/** Whether something is plain data of at most a hundred levels; cycles are endless. */
export function isJson(value: unknown, levels = mostLevels): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || levels === 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((member) => isJson(member, levels - 1));
}

const json = v.custom<Json>((value) => isJson(value), `it must be plain data of at most ${mostLevels} levels`);
/** Longer than any text that a person writes. */
const text = v.pipe(v.string('it must be a text'), v.maxLength(2_000_000, 'it must be a text of at most 2,000,000 characters'));
const name = v.pipe(v.string('it must be a text'), v.maxLength(1_000, 'it must be a text of at most 1,000 characters'));
const number = v.pipe(v.number('it must be a number'), v.finite('it must be a number'));
const seconds = v.pipe(number, v.minValue(0, 'it must be a number of at least 0'));
const flag = v.boolean('it must be true or false');
const whole = v.pipe(
  v.number('it must be a whole number'),
  v.safeInteger('it must be a whole number'),
  v.minValue(0, 'it must be a whole number of at least 0'),
);

const source = v.strictObject({
  language: v.literal('typescript', 'it must be "typescript"'),
  code: text,
  protocol: optional(text),
  bench: optional(text),
}) satisfies v.GenericSchema<unknown, ProcessSource>;

const data = v.union(
  [v.strictObject({ text }), v.strictObject({ value: json })],
  'it must have a text or a value',
) satisfies v.GenericSchema<unknown, DataInput>;

/** Of a protocol. */
const step = { step: optional(v.pipe(v.string(), v.regex(/^(\d+(\.\d+)*)?$/, 'it must be the place of a step, such as "2.1"'))) };
const request = v.variant(
  'type',
  [
    v.strictObject({ ...step, type: v.picklist(['pause', 'resume', 'halt', 'skip']) }),
    v.strictObject({ ...step, type: v.literal('retry'), data: optional(data) }),
    v.strictObject({ ...step, type: v.literal('jump'), point: json, force: optional(flag) }),
    v.strictObject({ ...step, type: v.literal('swap'), data, point: optional(json) }),
    v.strictObject({ ...step, type: v.literal('message'), value: json }),
  ],
  'it must be a request: pause, resume, halt, skip, retry, jump, swap or message',
) satisfies v.GenericSchema<unknown, Request>;

const control = v.variant(
  'type',
  [
    v.strictObject({ type: v.picklist(['claim', 'release']), node: name }),
    v.strictObject({ type: v.literal('set'), node: name, value: json }),
  ],
  'it must be claim, set or release',
) satisfies v.GenericSchema<unknown, ControlCommand>;

const fault = v.strictObject({
  device: name,
  node: optional(name),
  type: v.picklist([...faultTypes, 'reconnect'], `it must be ${faultTypes.join(', ')} or reconnect`),
  active: optional(flag),
  for: optional(seconds),
  amount: optional(number),
}) satisfies v.GenericSchema<unknown, FaultCommand>;

function ofService<Service extends FaultyService>(service: Service) {
  const types = Object.keys(serviceFaults[service]) as (keyof (typeof serviceFaults)[Service] & string)[];
  return v.strictObject({
    service: v.literal(service),
    type: v.picklist(types, `it must be ${types.join(', ')}`),
    active: optional(flag),
    times: optional(v.nullable(whole)),
    seconds: optional(seconds),
  });
}
const serviceFault = v.variant(
  'service',
  [ofService('files'), ofService('web'), ofService('mail')],
  'it must be a fault of files, web or mail',
) satisfies v.GenericSchema<unknown, ServiceFaultCommand>;

export const act = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('request'), what: request }),
    v.strictObject({ type: v.literal('control'), what: control }),
    v.strictObject({ type: v.literal('fault'), what: fault }),
    v.strictObject({ type: v.literal('service-fault'), what: serviceFault }),
  ],
  'it must be a request, control, fault or service-fault',
) satisfies v.GenericSchema<unknown, Act>;

/** Of an act, besides what it is and when. */
export const placed = { turns: optional(whole), prepared: optional(v.literal(true, 'it must be true, or left out')) };
const timedAct = v.strictObject({ at: whole, act, ...placed }) satisfies v.GenericSchema<unknown, TimedAct>;

const acts = v.pipe(
  v.array(timedAct, 'it must be a list of what was done'),
  v.maxLength(100_000, 'it must be a list of at most 100,000 acts'),
  v.check((acts) => acts.every(({ at }, index) => index === 0 || acts[index - 1]!.at <= at), 'it must be in the order of time'),
);

/** What was done in a run, without what it was made from. */
export const recordedRun = v.strictObject({ acts, end: whole, point: optional(json) });

export const recording = v.strictObject({
  source,
  data,
  point: json,
  seed: v.pipe(v.number('it must be a whole number'), v.safeInteger('it must be a whole number')),
  bench: name,
  acts,
  end: whole,
}) satisfies v.GenericSchema<unknown, Recording>;
