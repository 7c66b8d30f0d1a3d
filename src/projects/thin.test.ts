import { expect, it } from 'vitest';
import { mostCharacters, mostVersions, newestKept, thinned } from './thin.js';

const minute = 60_000;
const now = 1_700_000_000_000;
const ages = (minutes: readonly number[], size = 10) => minutes.map((age) => ({ at: now - age * minute, size }));
const agesOf = (versions: readonly { at: number }[]) => versions.map(({ at }) => (now - at) / minute);
const every = (minutes: number, count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index * minutes);

it('keeps the newest twenty, however close together', () => {
  expect(thinned(ages(every(0.1, newestKept)), now)).toEqual([]);
});

it('keeps of those before them the last of each hour, and before the last day that of each day', () => {
  const newest = every(0.1, newestKept);
  const left = thinned(ages([...newest, ...every(10, 12, 60), ...every(600, 12, 2 * 1440)]), now);
  const kept = new Set(agesOf(left));
  // Two hours of versions every ten minutes: three hours of the clock are touched. Five days of some every ten hours.
  expect(every(10, 12, 60).filter((age) => !kept.has(age))).toHaveLength(3);
  expect(every(600, 12, 2 * 1440).filter((age) => !kept.has(age)).length).toBeLessThanOrEqual(6);
});

it('keeps no more than sixty, and no more characters than it may, but the newest always', () => {
  expect(thinned(ages(every(1440, 100)), now)).toHaveLength(100 - mostVersions);
  const large = ages(every(1440, 5), mostCharacters / 2);
  expect(agesOf(thinned(large, now))).toEqual([2880, 4320, 5760]);
  expect(thinned(ages([0, 1440], mostCharacters * 2), now)).toHaveLength(1);
});
