import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineWindow, widestLine } from './LineView.svelte.js';

it('draws whatever can be seen, and not much more', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 8_000 }), (top, height, count) => {
      const { start, end } = lineWindow(top, height, 20, count);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      expect(end - start).toBeLessThanOrEqual((3 * height) / 20 + 51);
      const first = Math.floor(top / 20);
      const last = Math.ceil((top + height) / 20);
      for (const line of [first, last - 1]) {
        if (line < count) expect(line >= start && line < end, `line ${line}`).toBe(true);
      }
    }),
  );
});

it('stays the same while it is scrolled by a few lines', () => {
  expect(lineWindow(1_020, 500, 20, 900)).toEqual(lineWindow(1_060, 500, 20, 900));
});

it('finds the widest line, with tabs and wide letters', () => {
  expect(widestLine([{ text: 'abc' }, { text: '日本' }, { text: '\t\ta' }])).toBe(5);
  expect(widestLine([])).toBe(0);
});
