import { describe, expect, it } from 'vitest';
import { sparkline } from './sparkline.js';

describe('a sparkline', () => {
  it('needs two samples', () => {
    expect(sparkline([], null, 100, 40)).toBeNull();
    expect(sparkline([[0, 1]], null, 100, 40)).toBeNull();
  });

  it('fills the width, the larger value higher up', () => {
    const line = sparkline(
      [
        [0, 20],
        [10, 30],
      ],
      null,
      100,
      40,
    );
    expect(line).toMatchObject({ path: 'M0 37L100 3', end: [100, 3], targetY: null, low: 20, high: 30 });
  });

  it('keeps the target inside the box', () => {
    expect(
      sparkline(
        [
          [0, 20],
          [10, 22],
        ],
        37,
        100,
        40,
      )?.targetY,
    ).toBe(3);
  });

  it('draws a flat line in the middle and does not blow up noise', () => {
    const flat = sparkline(
      [
        [0, 37],
        [1, 37],
        [2, 37.001],
      ],
      null,
      100,
      40,
    );
    for (const [, height] of (flat?.path ?? '').matchAll(/ ([\d.]+)/g)) expect(Math.abs(Number(height) - 20)).toBeLessThan(1);
  });
});
