import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deviceRules } from './device-rules.js';
import { otherRules, rulesToShow, scenarioNumbers, shownElsewhere } from './rules.js';
import { scenarios } from './scenarios.js';

const inProject = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
/** `A5: a cancellation beats …`: programs that run on CPython's asyncio, too. */
const onPython = JSON.parse(inProject('conformance/asyncio/scenarios.json')) as { name: string }[];
const numbers = scenarioNumbers.map((number) => `scenario ${number}`);

/** Where a rule is shown. */
function places(rule: string): readonly string[] {
  return [
    ...(shownElsewhere[rule] ?? []).map(([file]) => file),
    ...scenarios.filter(({ rules }) => rules.includes(rule)).map(({ name }) => name.replace('conformance/scenarios/', '')),
    ...(onPython.some(({ name }) => name.startsWith(`${rule}: `)) ? ['conformance/asyncio/scenarios.json'] : []),
  ];
}

describe('of the process semantics', () => {
  it.each([...numbers, ...rulesToShow].map((rule) => [rule, places(rule)[0] ?? 'nothing']))('%s is shown by %s', (_, place) =>
    expect(place).not.toBe('nothing'),
  );

  it('no scenario file names a rule that there is not', () => {
    const known = new Set([...numbers, ...rulesToShow, ...otherRules]);
    expect(scenarios.flatMap(({ name, rules }) => rules.filter((rule) => !known.has(rule)).map((rule) => `${name}: ${rule}`))).toEqual([]);
  });

  it.each(
    Object.entries({ ...shownElsewhere, ...deviceRules }).flatMap(([rule, tests]) => tests.map(([file, title]) => ({ rule, file, title }))),
  )('$rule is shown by “$title” of $file', ({ file, title }) => expect(inProject(file)).toContain(title));
});
