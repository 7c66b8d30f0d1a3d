import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Course, follow } from './course.js';
import { relax } from './relax.js';

const seconds = (value: number) => Math.round(value * 1e6);

/** y' = (u − y)/τ in many small steps (midpoint rule). */
function stepped(course: Course, tau: number, start: number, length: number): number {
  const step = 0.005;
  const rate = (at: number, value: number) => (course.at(seconds(at)) - value) / tau;
  let value = start;
  for (let at = 0; at < length - step / 2; at += step) {
    value += step * rate(at + step / 2, value + (step / 2) * rate(at, value));
  }
  return value;
}

describe('what follows a value', () => {
  it('is 63 % of the way to a step after one time constant', () => {
    const lag = follow(Course.constant(10), 5, 0, seconds(100));
    expect(lag.at(seconds(100))).toBeCloseTo(0, 9);
    expect(lag.at(seconds(105))).toBeCloseTo(10 * (1 - 1 / Math.E), 9);
  });

  it('lags behind a ramp by its time constant', () => {
    const ramp = new Course([{ from: 0, offset: 0, slope: 2, terms: [] }]);
    expect(follow(ramp, 3, 0, 0).at(seconds(60))).toBeCloseTo(2 * (60 - 3), 6);
  });

  it.each([1, 7, 30, 60])('agrees with small steps behind a block that heats, with a time constant of %i s', (tau) => {
    const rate = (value: number) => Math.max(-0.04, Math.min(0.1, (37 - value) / 30));
    const block = relax(22, rate, [37 - 0.1 * 30, 37 + 0.04 * 30, 37], 0);
    for (const length of [20, 120, 200, 400])
      expect(follow(block, tau, 22, 0).at(seconds(length))).toBeCloseTo(stepped(block, tau, 22, length), 3);
  });

  it('goes on as it would have when it is told the same again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 100 }), (at, tau) => {
        const block = relax(22, (value) => Math.min(0.1, (37 - value) / 30), [34, 37], 0);
        const once = follow(block, tau, 20, 0);
        const again = follow(block, tau, once.at(seconds(at)), seconds(at));
        expect(again.at(seconds(at + 50))).toBeCloseTo(once.at(seconds(at + 50)), 6);
      }),
    );
  });
});
