import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { otherRules, rulesToShow, scenarioNumbers, shownElsewhere } from './rules.js';
import { scenarios } from './scenarios.js';

const inProject = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const inFiles = new Set(scenarios.flatMap(({ rules }) => rules));
/** `A5: a cancellation beats …`: programs that run on CPython's asyncio, too. */
const onPython = new Set(
  (JSON.parse(inProject('conformance/asyncio/scenarios.json')) as { name: string }[]).map(({ name }) => name.split(':')[0]!),
);
const shown = (rule: string) => inFiles.has(rule) || onPython.has(rule) || Object.hasOwn(shownElsewhere, rule);
const numbers = scenarioNumbers.map((number) => `scenario ${number}`);

describe('of the process semantics', () => {
  it.each(numbers)('%s is shown', (rule) => expect(shown(rule)).toBe(true));
  it.each(rulesToShow)('rule %s is shown', (rule) => expect(shown(rule)).toBe(true));

  it('no scenario file names a rule that there is not', () => {
    const known = new Set([...numbers, ...rulesToShow, ...otherRules]);
    expect(scenarios.flatMap(({ name, rules }) => rules.filter((rule) => !known.has(rule)).map((rule) => `${name}: ${rule}`))).toEqual([]);
  });

  it.each(Object.entries(shownElsewhere).flatMap(([rule, tests]) => tests.map(([file, title]) => ({ rule, file, title }))))(
    '$rule is shown by “$title” of $file',
    ({ file, title }) => expect(inProject(file)).toContain(title),
  );
});
