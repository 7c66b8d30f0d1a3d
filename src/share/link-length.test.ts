import { expect, it } from 'vitest';
import { lengthText, reachOf } from './link-length.js';

it.each([
  [2000, 'anywhere', /any chat/],
  [2001, 'most', /some chats/],
  [8001, 'few', /many programs cut it/],
  [32_001, 'none', /32,001 characters are more/],
] as const)('a link of %i characters reaches %s', (length, reach, text) => {
  expect(reachOf(length)).toBe(reach);
  expect(lengthText(length)).toMatch(text);
});
