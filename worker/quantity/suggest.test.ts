import { expect, it } from 'vitest';
import { suggest } from './suggest.js';

const candidates = ['duration', 'temperature', 'rate', 'ms', 'ml', 'min'];

it.each([
  ['durtion', 'duration'],
  ['Duration', 'duration'],
  ['tempreature', 'temperature'],
  ['rat', 'rate'],
  ['mls', 'ml'],
  ['mim', 'min'],
  ['volume', null],
  ['x', null],
])('takes %j for %j', (word, meant) => {
  expect(suggest(word, candidates)).toBe(meant);
});
