import { describe, expect, it } from 'vitest';
import { percentAt, scaleOf, tickFor, tickTimes } from './scale.js';

describe('the scale of the strip', () => {
  it.each([0, 0.5, 59, 60, 756, 86_400, 5e6])('has room for %s s and some more', (now) => {
    const scale = scaleOf(tickFor(now));
    expect(percentAt(scale, now)).toBeLessThan(97);
    expect(tickTimes(scale)).toHaveLength(6);
  });

  it('stays the same while time grows a little', () => {
    expect(tickFor(130)).toBe(tickFor(160));
  });

  it('never points outside the strip', () => {
    expect(percentAt(scaleOf(2), 1e9)).toBe(100);
    expect(percentAt(scaleOf(2), -1)).toBe(0);
  });
});
