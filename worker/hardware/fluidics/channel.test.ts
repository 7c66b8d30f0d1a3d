import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hydraulicResistance } from './channel.js';
import { waterViscosity } from './water.js';

/** The flow through a rectangular channel as the exact series (Bruus 2008, equation 3.57), as a resistance in mbar/(µl/min). */
function series(width: number, height: number, length: number, viscosity: number): number {
  let sum = 0;
  for (let n = 1; n < 200; n += 2) sum += Math.tanh((n * Math.PI * width) / (2 * height)) / n ** 5;
  const flow = ((height ** 3 * width) / (12 * viscosity * length)) * (1 - ((192 / Math.PI ** 5) * height * sum) / width);
  return 1 / flow / (100 / (1e-9 / 60));
}

const water = 1.002e-3;

describe('the viscosity of water', () => {
  // IAPWS R12-08 (2008), mPa·s at 0.1 MPa.
  it.each([
    [10, 1.3059],
    [20, 1.0016],
    [25, 0.89],
    [40, 0.653],
    [60, 0.466],
    [80, 0.3544],
  ])('at %d °C is the published one', (celsius, published) => {
    expect(Math.abs(waterViscosity(celsius) * 1e3 - published) / published).toBeLessThan(0.003);
  });
});

describe('the resistance of a channel', () => {
  it('is that of Hagen and Poiseuille in a round tube', () => {
    // 1 m of 0.25 mm tubing: 8 × 1.002e-3 × 1 / (π × (125e-6)⁴) = 1.0451e13 Pa·s/m³, of which 6e14 are 1 mbar/(µl/min).
    const tube = { type: 'round', diameter: 0.25e-3, length: 1 } as const;
    expect(hydraulicResistance(tube, water)).toBeCloseTo(1.7419, 4);
  });

  it('agrees with the exact series in a rectangular one, as closely as its source says', () => {
    const off = (width: number, height: number) => {
      const exact = series(width, height, 0.02, water);
      return Math.abs(hydraulicResistance({ type: 'rectangular', width, height, length: 0.02 }, water) - exact) / exact;
    };
    expect(off(100e-6, 10e-6)).toBeLessThan(0.0001);
    expect(off(100e-6, 50e-6)).toBeLessThan(0.003);
    expect(off(100e-6, 100e-6)).toBeLessThan(0.14);
  });

  it('does not depend on which side is called the height', () => {
    const flat = { type: 'rectangular', width: 200e-6, height: 40e-6, length: 0.01 } as const;
    expect(hydraulicResistance({ ...flat, width: 40e-6, height: 200e-6 }, water)).toBe(hydraulicResistance(flat, water));
  });

  it('grows with the length and with the fourth power of a tube that gets thinner', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e-3, noNaN: true }), fc.double({ min: 1e-3, max: 2, noNaN: true }), (diameter, length) => {
        const of = (thin: number, long: number) =>
          hydraulicResistance({ type: 'round', diameter: diameter / thin, length: length * long }, water);
        expect(of(1, 2) / of(1, 1)).toBeCloseTo(2, 9);
        expect(of(2, 1) / of(1, 1)).toBeCloseTo(16, 9);
      }),
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a diameter of %d', (diameter) => {
    expect(() => hydraulicResistance({ type: 'round', diameter, length: 1 }, water)).toThrow(
      'The diameter of a channel must be more than 0',
    );
  });
});
