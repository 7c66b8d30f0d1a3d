import { expect, it } from 'vitest';
import { cleanName, freeName, longestName } from './names.js';

it.each([
  ['Timer', [], 'Timer'],
  ['Timer', ['Steps'], 'Timer'],
  ['Timer', ['timer'], 'Timer 2'],
  ['Timer', ['Timer', 'Timer 2', 'Timer 4'], 'Timer 3'],
  ['Timer 2', ['Timer 2'], 'Timer 3'],
  ['2', ['2'], '2 2'],
  ['  ', [], 'Project'],
])('%j beside %j is called %j', (name, taken, expected) => {
  expect(freeName(name, taken)).toBe(expected);
});

it('is one line, without blanks around it, and not too long', () => {
  expect(cleanName(' a\n\tb\u0000 ')).toBe('a b');
  expect([...cleanName('é'.repeat(200))]).toHaveLength(longestName);
  const long = 'x'.repeat(longestName);
  expect(freeName(long, [long]).length).toBeLessThanOrEqual(longestName);
});
