import { expect, it } from 'vitest';
import { type Foreseen, foresightText } from './foresight-text.js';
import type { Foresight } from './travel.js';

const verdict = { accepted: true, reason: 'accepted', message: '' } as const;
const place = { file: 'process', line: 18, column: 3 } as const;

it.each<[Foreseen, Omit<Foresight, 'verdict' | 'by'>, string | null]>([
  ['pause', { effect: 'later', at: 75.5, place }, 'The process would pause at line 18, at 00:01:15.5.'],
  ['jump', { effect: 'now', at: 3, place }, 'The process would learn of the jump at line 18, at once.'],
  ['swap', { effect: 'recreates', at: 3, place }, 'The process would begin anew at 00:00:03.0: nothing catches the request at line 18.'],
  ['halt', { effect: 'later', at: 4, place }, 'The process would be cancelled at line 18, at 00:00:04.0, cleanup included.'],
  ['pause', { effect: 'never', at: 9, place: null }, 'The process would end at 00:00:09.0 without having heard of it.'],
  ['pause', { effect: 'unknown', at: 3600, place: null }, null],
  ['pause', { effect: 'never', at: null, place: null }, null],
])('%s: %o', (request, foresight, text) => {
  expect(foresightText(request, { verdict, by: null, ...foresight })).toBe(text);
});
