/** A check of a lesson, as `check.json` has it. */
import * as v from 'valibot';
import type { Json } from '../json.js';
import type { Check, Expectation, Pattern, Range } from '../lessons/check.js';
import { expressionOf } from '../lessons/pattern.js';
import { emptyScenario, type Scenario } from '../scenario.js';
import { isJson } from './recording-schema.js';
import { dataInput, scenarioFrom, scenarioShape } from './scenario-shape.js';

const text = v.pipe(v.string('it must be a text'), v.nonEmpty('it must not be empty'));
const number = v.pipe(v.number('it must be a number'), v.finite('it must be a number'));
const seconds = v.pipe(number, v.minValue(0, 'it must be a number of seconds of at least 0'));
const count = v.pipe(v.number('it must be a whole number'), v.integer('it must be a whole number'), v.minValue(0));
const json = v.custom<Json>(
  (value) => isJson(value) && everyText(value as Json, isExpressionOrText),
  'it must be plain data, and a text between slashes a regular expression',
);

/** Kinds of events (model/events.ts) and the members that can be asked for. */
const members: Readonly<Record<string, readonly string[]>> = {
  load: ['language', 'process'],
  'load-error': ['failure'],
  state: ['mode', 'form', 'pausable', 'outcome', 'instance'],
  request: ['type', 'point', 'data', 'value', 'force', 'accepted', 'reason'],
  location: ['location'],
  term: ['term'],
  error: ['name', 'message', 'description', 'place'],
  warning: ['name', 'message', 'description', 'place'],
  note: ['name', 'message', 'place'],
  effect: ['type', 'message', 'path', 'place'],
  step: ['kind', 'name', 'state', 'outcome', 'round'],
  handling: ['scope', 'action'],
  log: ['level', 'message', 'place'],
  device: ['path', 'value', 'unit'],
  'service-fault': ['service', 'type', 'active', 'times', 'seconds'],
  service: ['service', 'type', 'about', 'size', 'status', 'seconds', 'message', 'to', 'total'],
  fault: ['device', 'node', 'type', 'active', 'amount'],
  control: ['path', 'action', 'value', 'accepted', 'reason'],
  end: ['outcome', 'claims', 'detached'],
};
/** Of a state; `paused` and the like are forms of running. */
const modes = ['collecting', 'collectionFailed', 'running', 'pausing', 'paused', 'jumping', 'swapping', 'failed', 'halting', 'done'];

const pattern = v.pipe(
  v.record(v.string(), json, 'it must be an object with the members of an event that matter'),
  v.check(({ event }) => typeof event === 'string' && event in members, `its event must be one of ${Object.keys(members).join(', ')}`),
  v.check(
    ({ event, ...rest }) => Object.keys(rest).every((member) => ['t', 'step', ...(members[String(event)] ?? [])].includes(member)),
    ({ input }) => `an event ${String(input['event'])} has the members ${(members[String(input['event'])] ?? []).join(', ')}`,
  ),
  v.check(
    ({ event, mode }) => event !== 'state' || mode === undefined || (typeof mode === 'string' && modes.includes(mode)),
    `the mode of a state is one of ${modes.join(', ')}`,
  ),
  v.check(
    ({ event, path }) => event !== 'device' || (typeof path === 'string' && !path.startsWith('/')),
    'an event device must have the path of its node',
  ),
) satisfies v.GenericSchema<unknown, Pattern>;

const said = {
  missing: v.pipe(text, v.regex(/[.!?”]$/, 'it must be a whole sentence, with a full stop at its end')),
  show: v.exactOptional(seconds),
};
const window = { from: v.exactOptional(seconds), to: v.exactOptional(seconds) };
const limits = { min: v.exactOptional(number), max: v.exactOptional(number) };
const range = v.strictObject(limits) satisfies v.GenericSchema<unknown, Range>;
const outcomes = ['completed', 'halted', 'cancelled', 'failed', 'collectionFailed', 'running'] as const;

const forms = {
  event: v.strictObject({
    ...said,
    ...window,
    event: pattern,
    count: v.exactOptional(v.union([count, range], 'it must be a number or a range')),
  }),
  never: v.strictObject({ ...said, ...window, never: pattern }),
  order: v.strictObject({
    ...said,
    ...window,
    order: v.pipe(v.array(pattern, 'it must be a list of events'), v.minLength(2, 'it must have at least two events')),
  }),
  outcome: v.strictObject({ ...said, outcome: v.picklist(outcomes, `it must be one of ${outcomes.join(', ')}`) }),
  device: v.strictObject({
    ...said,
    ...limits,
    device: v.pipe(text, v.includes('.', 'it must be the path of a node')),
    at: seconds,
    is: v.exactOptional(json),
  }),
  takes: v.strictObject({ ...said, takes: range }),
};
type Form = keyof typeof forms;

const formOf = (raw: unknown): Form => {
  const known = Object.keys(forms) as Form[];
  return (typeof raw === 'object' && raw !== null ? known.find((form) => form in raw) : undefined) ?? 'event';
};
/** Which form it is, its own member tells; a member of another form beside it is not known. */
const expectation = v.lazy((raw): (typeof forms)[Form] => forms[formOf(raw)]);
type ExpectationInput = v.InferOutput<(typeof forms)[Form]>;

export const checkShape = v.strictObject({
  title: text,
  scenario: scenarioShape,
  expect: v.pipe(v.array(expectation, 'it must be a list of expectations'), v.minLength(1, 'it must have at least one expectation')),
});

/** Virtual seconds of a check whose scenario sets no limit: an hour. */
const defaultUntil = 3600;

export function checkFrom({ title, scenario, expect }: v.InferOutput<typeof checkShape>): Check {
  const whole: Scenario = { ...scenarioFrom(scenario, scenario.bench ?? emptyScenario.bench), until: scenario.until ?? defaultUntil };
  return {
    title,
    scenario: whole,
    data: scenario.data === undefined ? null : dataInput(scenario.data),
    bench: scenario.bench ?? null,
    expect: expect.map((one) => expectationFrom(one as ExpectationInput)),
  };
}

function expectationFrom(input: ExpectationInput): Expectation {
  if ('event' in input) {
    const { event, count = { min: 1 }, ...rest } = input;
    return { type: 'event', pattern: event, count, ...rest };
  }
  if ('never' in input) {
    const { never, ...rest } = input;
    return { type: 'never', pattern: never, ...rest };
  }
  if ('order' in input) {
    const { order, ...rest } = input;
    return { type: 'order', patterns: order, ...rest };
  }
  if ('outcome' in input) return { type: 'outcome', ...input };
  if ('device' in input) {
    const { device, ...rest } = input;
    return { type: 'device', node: device, ...rest };
  }
  const { takes, ...rest } = input;
  return { type: 'takes', ...takes, ...rest };
}

function everyText(value: Json, check: (text: string) => boolean): boolean {
  if (typeof value === 'string') return check(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => everyText(inner as Json, check));
}

function isExpressionOrText(value: string): boolean {
  try {
    expressionOf(value);
    return true;
  } catch {
    return false;
  }
}
