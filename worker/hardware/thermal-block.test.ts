import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ThermalBlock, type ThermalConstants } from './thermal-block.js';
import { thermostatConstants } from './devices/thermostat.js';

const unlimited: ThermalConstants = { ambient: 20, drift: 1000, approach: 50, heating: 1e6, cooling: 1e6 };
const seconds = (value: number) => Math.round(value * 1e6);

/** The same block by many small steps (midpoint rule). */
function stepped(
  { ambient, drift, approach, heating, cooling }: ThermalConstants,
  start: number,
  setpoint: number | null,
  length: number,
): number {
  const rate = (temperature: number) =>
    setpoint === null ? (ambient - temperature) / drift : Math.max(-cooling, Math.min(heating, (setpoint - temperature) / approach));
  const step = 0.01;
  let temperature = start;
  for (let at = 0; at < length - step / 2; at += step) temperature += step * rate(temperature + (step / 2) * rate(temperature));
  return temperature;
}

describe('the thermal block', () => {
  it('is at the ambient temperature until it is told otherwise', () => {
    expect(new ThermalBlock(unlimited).temperature(seconds(1e6))).toBe(20);
  });

  it('approaches its setpoint exponentially: 63 % of the way after one time constant', () => {
    const block = new ThermalBlock(unlimited);
    block.set(37, seconds(10));
    for (const constants of [0, 0.5, 1, 2, 5]) {
      expect(block.temperature(seconds(10 + 50 * constants))).toBeCloseTo(37 - 17 * Math.exp(-constants), 9);
    }
  });

  it('drifts to the ambient temperature when it is off', () => {
    const block = new ThermalBlock(unlimited);
    block.set(60, 0);
    block.set(null, seconds(1e4));
    expect(block.temperature(seconds(1e4 + 1000))).toBeCloseTo(20 + 40 / Math.E, 6);
  });

  it('heats at full power far from the setpoint, cools more slowly, and never overshoots', () => {
    const block = new ThermalBlock(thermostatConstants);
    block.set(37, 0);
    expect(block.temperature(seconds(60))).toBeCloseTo(29, 9);
    expect(block.temperature(seconds(3600))).toBeCloseTo(37, 9);
    block.set(4, seconds(3600));
    expect(block.temperature(seconds(3660))).toBeCloseTo(34.6, 9);
    for (let at = 3600; at < 8000; at += 10) expect(block.temperature(seconds(at))).toBeGreaterThanOrEqual(4);
  });

  it.each([
    [22, 37, 45],
    [22, 37, 100],
    [22, 37, 300],
    [22, 24, 30],
    [37, 4, 600],
    [37, 4, 900],
    [50, null, 500],
  ] as const)('agrees with small steps from %d °C to %s after %d s', (start, setpoint, length) => {
    const block = new ThermalBlock({ ...thermostatConstants, ambient: start });
    const reference = stepped({ ...thermostatConstants, ambient: start }, start, setpoint, length);
    block.set(setpoint, 0);
    expect(block.temperature(seconds(length))).toBeCloseTo(reference, 3);
    const drifting = new ThermalBlock(thermostatConstants);
    drifting.set(start, 0);
    drifting.set(setpoint, seconds(1e5));
    expect(drifting.temperature(seconds(1e5 + length))).toBeCloseTo(stepped(thermostatConstants, start, setpoint, length), 3);
  });

  it('goes through the same temperatures however often it is told its setpoint again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 8 }), (setpoint, instants) => {
        const once = new ThermalBlock(thermostatConstants);
        const often = new ThermalBlock(thermostatConstants);
        once.set(setpoint, 0);
        often.set(setpoint, 0);
        for (const at of [...instants].sort((a, b) => a - b)) often.set(setpoint, seconds(at));
        expect(often.temperature(seconds(1000))).toBeCloseTo(once.temperature(seconds(1000)), 6);
      }),
    );
  });
});
