import { describe, expect, it } from 'vitest';
import { Regulator } from './regulator.js';

const seconds = (value: number) => Math.round(value * 1e6);

describe('the regulator', () => {
  it('has 63 % of a step after its lag, and 1 − e^(−t/τ) at any time', () => {
    const regulator = new Regulator({ lag: 0.1, supply: 2000 });
    regulator.set(500, seconds(3));
    expect(regulator.pressure(seconds(3))).toBe(0);
    for (const lags of [0.5, 1, 2, 5]) expect(regulator.pressure(seconds(3 + 0.1 * lags))).toBeCloseTo(500 * (1 - Math.exp(-lags)), 9);
    expect(regulator.pressure(seconds(3.1)) / 500).toBeCloseTo(0.632, 3);
  });

  it('goes on from where it is when it is told another setpoint', () => {
    const regulator = new Regulator({ lag: 0.1, supply: 2000 });
    regulator.set(500, 0);
    const halfway = regulator.pressure(seconds(0.05));
    regulator.set(0, seconds(0.05));
    expect(regulator.pressure(seconds(0.05))).toBe(halfway);
    expect(regulator.pressure(seconds(0.15))).toBeCloseTo(halfway / Math.E, 9);
  });

  it('never gives more than its supply', () => {
    const regulator = new Regulator({ lag: 0.1, supply: 1500 });
    regulator.set(2000, 0);
    expect(regulator.pressure(seconds(10))).toBe(1500);
    expect(regulator.setpoint).toBe(2000);
  });

  it('sums up its pressure as many small steps do', () => {
    const regulator = new Regulator({ lag: 0.4, supply: 2000 });
    regulator.set(800, 0);
    let sum = 0;
    for (let step = 0; step < 2000; step++) sum += regulator.pressure(step * 1000 + 500) * (0.001 / 60);
    expect(regulator.pushed(seconds(2))).toBeCloseTo(sum, 4);
    regulator.set(200, seconds(1));
    for (const at of [1, 1.2, 3]) expect(regulator.course.at(seconds(at))).toBeCloseTo(regulator.pushed(seconds(at)), 9);
  });
});
