import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Axis } from './axis.js';
import { Travel } from './travel.js';

const limits = { velocity: 10, acceleration: 50 };
const seconds = (value: number) => Math.round(value * 1e6);

describe('the travel of an axis', () => {
  it('takes h/v + v/a on a long way', () => {
    expect(new Travel(0, 0, 30, limits).seconds).toBeCloseTo(30 / 10 + 10 / 50, 12);
    expect(new Travel(20, 0, -10, limits).seconds).toBeCloseTo(3.2, 12);
  });

  it('takes 2 √(h/a) on a short one, and both where they meet: at v²/a', () => {
    expect(new Travel(0, 0, 0.5, limits).seconds).toBeCloseTo(2 * Math.sqrt(0.5 / 50), 12);
    expect(new Travel(0, 0, 2, limits).seconds).toBeCloseTo(0.4, 12);
    expect(2 / 10 + 10 / 50).toBeCloseTo(2 * Math.sqrt(2 / 50), 12);
  });

  it('takes no time to where it is', () => {
    const travel = new Travel(3, 0, 3, limits);
    expect([travel.seconds, travel.position(0), travel.position(5), travel.velocity(0)]).toEqual([0, 3, 3, 0]);
  });

  it('is a trapezoid: a square, a line, a square', () => {
    const travel = new Travel(0, 0, 30, limits);
    expect(travel.position(0.1)).toBeCloseTo((50 * 0.1 ** 2) / 2, 12);
    expect(travel.position(0.2)).toBeCloseTo(1, 12);
    expect(travel.position(1.2)).toBeCloseTo(11, 12);
    expect(travel.velocity(1.2)).toBe(10);
    expect(travel.position(3.1)).toBeCloseTo(30 - (50 * 0.1 ** 2) / 2, 12);
    expect([travel.position(3.2), travel.position(99), travel.velocity(99)]).toEqual([30, 30, 0]);
  });

  it('comes to rest first when it is under way, also towards the other side', () => {
    const travel = new Travel(10, 10, 0, limits);
    // 0.2 s and 1 mm to stop, then 11 mm back.
    expect(travel.velocity(0.2)).toBeCloseTo(0, 12);
    expect(travel.position(0.2)).toBeCloseTo(11, 12);
    expect(travel.seconds).toBeCloseTo(0.2 + 11 / 10 + 10 / 50, 12);
    expect(travel.position(travel.seconds)).toBe(0);
  });
});

describe('an axis', () => {
  it('stands still until it is told something', () => {
    const axis = new Axis(7, limits);
    expect([axis.position(seconds(100)), axis.velocity(seconds(100)), axis.arrivesAt]).toEqual([7, 0, 0]);
  });

  it('never jumps, never is faster than its limits, and arrives, however often it is sent elsewhere', () => {
    const command = fc.record({
      target: fc.integer({ min: -50, max: 50 }),
      milliseconds: fc.integer({ min: 0, max: 6000 }),
      velocity: fc.constantFrom(1, 5, 10, 99),
    });
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 8 }), (commands) => {
        const axis = new Axis(0, limits);
        let at = 0;
        for (const { target, milliseconds, velocity } of commands) {
          const before = [axis.position(at), axis.velocity(at)] as const;
          axis.moveTo(target, at, velocity);
          expect(axis.position(at)).toBeCloseTo(before[0], 9);
          expect(axis.velocity(at)).toBeCloseTo(before[1], 9);
          for (let step = 1; step <= 20; step++) {
            const [one, other] = [at + ((step - 1) * milliseconds * 1000) / 20, at + (step * milliseconds * 1000) / 20];
            expect(Math.abs(axis.velocity(other))).toBeLessThanOrEqual(10 + 1e-9);
            expect(Math.abs(axis.velocity(other) - axis.velocity(one))).toBeLessThanOrEqual((50 * (other - one)) / 1e6 + 1e-6);
            // Within a step of which the velocity is known to be between two values, so is the way.
            expect(Math.abs(axis.position(other) - axis.position(one))).toBeLessThanOrEqual((10 * (other - one)) / 1e6 + 1e-9);
          }
          at += milliseconds * 1000;
        }
        expect(axis.position(axis.arrivesAt)).toBe(commands.at(-1)?.target);
        expect(axis.velocity(axis.arrivesAt)).toBe(0);
      }),
    );
  });

  it('just goes on when it is sent once more to where it is going', () => {
    const axis = new Axis(0, limits);
    axis.moveTo(30, 0);
    const { arrivesAt } = axis;
    axis.moveTo(30, seconds(1));
    expect([axis.arrivesAt, axis.velocity(seconds(1))]).toEqual([arrivesAt, 10]);
  });

  it('stays between where it comes from and where it goes when it starts from rest', () => {
    const axis = new Axis(0, limits);
    axis.moveTo(0.3, seconds(1));
    for (let at = 1; at < 2; at += 0.001) {
      expect(axis.position(seconds(at))).toBeGreaterThanOrEqual(0);
      expect(axis.position(seconds(at))).toBeLessThanOrEqual(0.3 + 1e-12);
    }
  });
});
