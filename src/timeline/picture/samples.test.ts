import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Samples } from './samples.js';

describe('the pyramid over samples', () => {
  it('finds the smallest and the largest as a search through all does, gaps left out', () => {
    const values = fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(Number.NaN)), { maxLength: 1200 });
    fc.assert(
      fc.property(values, fc.nat(1200), fc.nat(1200), (list, one, other) => {
        const samples = new Samples();
        list.forEach((value, index) => samples.add(index, value));
        const [first, end] = [Math.min(one, other, list.length), Math.min(Math.max(one, other), list.length)];
        const known = list.slice(first, end).filter((value) => !Number.isNaN(value));
        expect(samples.range(first, end)).toEqual([Math.min(...known), Math.max(...known)]);
      }),
      { numRuns: 400 },
    );
  });

  it('tells the value that holds at an instant', () => {
    const samples = new Samples();
    samples.add(1, 10);
    samples.add(2, Number.NaN);
    samples.add(3, 30);
    expect([0, 1, 1.5, 2.5, 3, 99].map((t) => samples.at(t))).toEqual([NaN, 10, 10, NaN, 30, 30]);
  });
});
