import { expect, it } from 'vitest';
import { momentText, whenText } from './when.js';

const now = new Date(2026, 10, 30, 14, 5).getTime();
it.each([
  [now, 'just now'],
  [now - 59_000, 'just now'],
  [now - 61_000, '1 min ago'],
  [now - 59 * 60_000, '59 min ago'],
  [now - 60 * 60_000, 'today at 13:05'],
  [new Date(2026, 10, 29, 23, 59).getTime(), 'yesterday at 23:59'],
  [new Date(2026, 10, 28, 14, 6).getTime(), '28 Nov 2026 at 14:06'],
  // A clock that was set back.
  [now + 120_000, 'today at 14:07'],
])('tells %d as %s', (at, text) => {
  expect(whenText(at, now)).toBe(text);
});

it('tells a moment to the second', () => {
  expect(momentText(now - 1000, now)).toBe('today at 14:04:59');
});
