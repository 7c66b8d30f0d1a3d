import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fold } from './fold.js';
import { Gaps } from './gaps.js';
import { Scale } from './scale.js';

const dull = [
  { start: 10, end: 1000 },
  { start: 1020, end: 5000 },
];

describe('folded idle times', () => {
  it('are short, and everything else keeps its length', () => {
    const fold = Fold.of(dull, 5030);
    expect(fold.gaps).toHaveLength(2);
    expect(fold.place(10)).toBe(10);
    expect(fold.place(1020) - fold.place(1000)).toBeCloseTo(20, 6);
    expect(fold.place(5030)).toBeLessThan(110);
  });

  it('come back as the instants they were, and keep the order', () => {
    const gaps = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(
        gaps,
        fc.double({ min: 0, max: 110_000, noNaN: true }),
        fc.double({ min: 0, max: 110_000, noNaN: true }),
        (times, a, b) => {
          const sorted = [...times].sort((one, other) => one - other);
          const list = sorted.slice(1).map((end, index) => ({ start: sorted[index]!, end }));
          const fold = Fold.of(list, 100_000);
          expect(fold.instant(fold.place(a))).toBeCloseTo(a, 3);
          if (a < b) expect(fold.place(a)).toBeLessThanOrEqual(fold.place(b));
        },
      ),
    );
  });

  it('are drawn where the scale says', () => {
    const scale = new Scale(Fold.of(dull, 5030), { from: 0, span: 110 }, 1000);
    expect(scale.folds).toHaveLength(2);
    for (const { from, perSecond, left, right } of scale.pieces) {
      const middle = (left + right) / 2;
      expect((scale.instant(middle) - from) * perSecond).toBeCloseTo(middle, 6);
    }
    expect(scale.pieces[0]!.left).toBe(0);
    expect(scale.pieces.at(-1)!.right).toBe(1000);
  });

  it('is nothing at all where nothing is long', () => {
    expect(Fold.of([{ start: 1, end: 2 }], 1000)).toBe(Fold.none);
  });
});

describe('gaps between events', () => {
  it('are kept when they are the longest, in the order of time', () => {
    const gaps = new Gaps();
    let t = 0;
    for (let index = 1; index <= 500; index++) gaps.add((t += index % 100));
    gaps.add(t + 1000);
    expect(gaps.longest).toHaveLength(40);
    expect(gaps.longest.at(-1)).toEqual({ start: t, end: t + 1000 });
    expect(Math.min(...gaps.longest.map(({ start, end }) => end - start))).toBe(92);
    expect(gaps.longest.every(({ start }, index, all) => index === 0 || start >= all[index - 1]!.end)).toBe(true);
  });
});
