import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PushedChannel } from './pushed-channel.js';

const seconds = (value: number) => Math.round(value * 1e6);

describe('a channel that is pushed through', () => {
  it('comes to flow × resistance, with 63 % of it after R C', () => {
    const channel = new PushedChannel(0.02);
    channel.set({ flow: 100, resistance: 5 }, seconds(10));
    // R C = 5 mbar/(µl/min) × 0.02 µl/mbar = 0.1 min = 6 s.
    expect(channel.pressure(seconds(10))).toBe(0);
    expect(channel.pressure(seconds(16))).toBeCloseTo(500 * (1 - 1 / Math.E), 9);
    expect(channel.pressure(seconds(200))).toBeCloseTo(500, 9);
    expect(channel.through(seconds(200))).toBeCloseTo(100, 9);
  });

  it('rises in a straight line while the way out is closed, and empties through it afterwards', () => {
    const channel = new PushedChannel(0.02);
    channel.set({ flow: 60, resistance: Number.POSITIVE_INFINITY }, 0);
    expect(channel.pressure(seconds(4))).toBeCloseTo(200, 9);
    expect([channel.through(seconds(4)), channel.delivered(seconds(4))]).toEqual([0, 0]);
    channel.set({ flow: 0, resistance: 5 }, seconds(4));
    expect(channel.pressure(seconds(10))).toBeCloseTo(200 / Math.E, 9);
    expect(channel.delivered(seconds(400))).toBeCloseTo(4, 9);
  });

  it('has as its course what it delivers, whatever was before', () => {
    const push = fc.record({
      flow: fc.integer({ min: 0, max: 1000 }),
      resistance: fc.constantFrom(0.5, 5, Number.POSITIVE_INFINITY),
      length: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(push, { minLength: 1, maxLength: 6 }), (pushes) => {
        const channel = new PushedChannel(0.02);
        let now = 0;
        for (const { flow, resistance, length } of pushes) {
          channel.set({ flow, resistance }, seconds(now));
          for (const part of [0, 0.1, 0.5, 1]) {
            const at = seconds(now + part * length);
            expect(channel.course.at(at)).toBeCloseTo(channel.delivered(at), 6);
          }
          now += length;
        }
      }),
    );
  });

  it('says when it reaches a pressure, and that it never does', () => {
    const channel = new PushedChannel(0.02);
    channel.set({ flow: 1000, resistance: 5 }, 0);
    const at = channel.reachedAt(2000);
    expect(at / 1e6).toBeCloseTo(-6 * Math.log(1 - 2000 / 5000), 5);
    expect([channel.pressure(at - 1) < 2000, channel.pressure(at) >= 2000]).toEqual([true, true]);
    expect(channel.reachedAt(5000)).toBe(Number.POSITIVE_INFINITY);
    channel.set({ flow: 600, resistance: Number.POSITIVE_INFINITY }, 0);
    expect(channel.reachedAt(2000)).toBe(seconds(4));
    channel.set({ flow: 0, resistance: Number.POSITIVE_INFINITY }, 0);
    expect(channel.reachedAt(2000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('says when its pressure has fallen, unless it cannot', () => {
    const channel = new PushedChannel(0.02);
    channel.set({ flow: 60, resistance: Number.POSITIVE_INFINITY }, 0);
    channel.set({ flow: 0, resistance: 5 }, seconds(4));
    const at = channel.fallenAt(50);
    expect(at / 1e6).toBeCloseTo(4 + 6 * Math.log(200 / 50), 5);
    expect([channel.pressure(at - 1) > 50, channel.pressure(at) <= 50]).toEqual([true, true]);
    expect([channel.fallenAt(200), channel.fallenAt(0)]).toEqual([seconds(4), Number.POSITIVE_INFINITY]);
    channel.set({ flow: 0, resistance: Number.POSITIVE_INFINITY }, seconds(4));
    expect(channel.fallenAt(50)).toBe(Number.POSITIVE_INFINITY);
  });

  it('loses no liquid: what is pushed in has left or is stored, over any number of changes', () => {
    const change = fc.record({
      flow: fc.integer({ min: 0, max: 1000 }),
      resistance: fc.constantFrom(0.5, 5, 50, Number.POSITIVE_INFINITY),
      length: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const channel = new PushedChannel(0.02);
        let at = 0;
        let pushed = 0;
        let left = 0;
        for (const { flow, resistance, length } of changes) {
          channel.set({ flow, resistance }, at);
          at += seconds(length);
          pushed += (flow * length) / 60;
          expect(channel.delivered(at)).toBeGreaterThanOrEqual(left - 1e-6);
          left = channel.delivered(at);
          expect(left + 0.02 * channel.pressure(at)).toBeCloseTo(pushed, 6);
        }
      }),
    );
  });

  it('agrees with small steps of C dp/dt = Q − p/R', () => {
    const channel = new PushedChannel(0.02);
    channel.set({ flow: 300, resistance: 2 }, 0);
    channel.set({ flow: 50, resistance: 10 }, seconds(5));
    let pressure = 0;
    let left = 0;
    for (let step = 0; step < 20_000; step++) {
      const [flow, resistance] = step < 5000 ? [300, 2] : [50, 10];
      const rate = (at: number) => (flow - at / resistance) / 60 / 0.02;
      const middle = pressure + 0.0005 * rate(pressure);
      left += ((middle / resistance) * 0.001) / 60;
      pressure += 0.001 * rate(middle);
    }
    expect(channel.pressure(seconds(20))).toBeCloseTo(pressure, 3);
    expect(channel.delivered(seconds(20))).toBeCloseTo(left, 3);
  });
});
