import * as v from 'valibot';
import { problem } from '../model/files/problem.js';
import { expect } from 'vitest';
import { ScenarioError } from '../cli/read-scenario.js';
import type { ScenarioDocument } from '../cli/scenario-file.js';
import type { TraceEvent } from '../model/events.js';
import type { Played } from './harness.js';

const text = v.string('it must be a text');
const texts = v.array(text, 'it must be a list of texts');
const members = v.record(v.string(), v.unknown());
const names = ['load', 'load-error', 'state', 'request', 'location', 'term', 'error', 'warning', 'note', 'effect'] as const;
const moreNames = [
  'step',
  'handling',
  'suspended',
  'resumed',
  'log',
  'device',
  'fault',
  'service',
  'service-fault',
  'control',
  'end',
] as const;

/** The getters of `Played` that a file may state in full, in its notation. */
const compact = {
  states: v.optional(text),
  trace: v.optional(text),
  instances: v.optional(text),
  answers: v.optional(text),
  handling: v.optional(text),
  log: v.optional(texts),
  locations: v.optional(v.array(v.tuple([v.number(), v.unknown()]), 'it must be a list of times and locations')),
  terms: v.optional(texts),
  warnings: v.optional(texts),
  notes: v.optional(texts),
  errors: v.optional(texts),
  /** All events of a name; of each the members that matter. */
  events: v.optional(
    v.record(v.picklist([...names, ...moreNames], 'there is no such event'), v.array(members, 'it must be a list of events')),
  ),
};
const shape = v.strictObject({
  ...compact,
  /** Of the last event, the members that matter. */
  end: v.optional(members),
  /** The same of one step of a protocol. */
  steps: v.optional(v.record(v.string(), v.strictObject(compact))),
});
type Compact = v.InferOutput<v.StrictObjectSchema<typeof compact, undefined>>;
export type Expectation = v.InferOutput<typeof shape>;

/** Reads what a scenario has to give. Raises `ScenarioError`, which names file and member. */
export function readExpectation({ name, expect: raw }: ScenarioDocument): Expectation {
  const result = v.safeParse(shape, raw);
  if (!result.success) throw new ScenarioError(`${name}: ${problem(result.issues[0], 'expect')}`);
  if (Object.keys(result.output).length === 0) throw new ScenarioError(`${name}: The member expect of the file says nothing.`);
  return result.output;
}

/** Compares a run with what it has to give. */
export function expectPlayed(played: Played, { steps = {}, end, ...whole }: Expectation): void {
  compare(played, whole);
  if (end !== undefined) expect(played.of('end')).toMatchObject([patterns(end)]);
  for (const [path, some] of Object.entries(steps)) compare(played.step(path), some);
}

function compare(played: Played, { events = {}, ...some }: Compact): void {
  const told = Object.fromEntries(Object.keys(some).map((member) => [member, played[member as keyof typeof some]]));
  expect(told).toEqual(patterns(some));
  for (const [name, expected] of Object.entries(events))
    expect(played.of(name as TraceEvent['event']), name).toMatchObject(patterns(expected) as object[]);
}

/** A text between slashes is a regular expression. */
function patterns(value: unknown): unknown {
  if (typeof value === 'string') return /^\/.+\/$/s.test(value) ? expect.stringMatching(new RegExp(value.slice(1, -1))) : value;
  if (Array.isArray(value)) return value.map(patterns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, patterns(inner)]));
}
