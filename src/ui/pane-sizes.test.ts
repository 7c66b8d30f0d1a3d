import { describe, expect, it } from 'vitest';
import { defaultSizes, moveBorder, readSizes, smallestShare, timelineRange, withTimeline } from './pane-sizes.js';

const sum = (columns: readonly number[]): number => columns.reduce((total, share) => total + share, 0);

describe('pane sizes', () => {
  it('trade width between the two neighbours of a border only', () => {
    const moved = moveBorder(defaultSizes, 0, 0.05);
    expect(moved.columns[0]).toBeCloseTo(defaultSizes.columns[0] + 0.05);
    expect(moved.columns[2]).toBe(defaultSizes.columns[2]);
    expect(sum(moved.columns)).toBeCloseTo(1);
  });

  it('never squeeze a column away', () => {
    expect(moveBorder(defaultSizes, 0, -5).columns[0]).toBe(smallestShare);
    expect(moveBorder(defaultSizes, 1, 5).columns[2]).toBeCloseTo(smallestShare);
  });

  it('keep the timeline between its bounds', () => {
    expect(withTimeline(defaultSizes, 3).timeline).toBe(timelineRange.min);
    expect(withTimeline(defaultSizes, 9999).timeline).toBe(timelineRange.max);
  });

  it('survive storage as they were', () => {
    const sizes = withTimeline(moveBorder(defaultSizes, 1, 0.03), 300);
    expect(readSizes(JSON.parse(JSON.stringify(sizes)))).toEqual(sizes);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    {},
    { columns: [1], timeline: 3 },
    { columns: [0.5, 0.5, 'a'], timeline: 200 },
    { columns: [9, 9, 9], timeline: 200 },
  ])('fall back to the defaults for %j', (stored) => {
    expect(readSizes(stored)).toEqual(defaultSizes);
  });
});
