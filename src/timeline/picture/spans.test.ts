import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, Spans, tolerance } from './spans.js';

const width = 60;
const now = 1000;

/** Lengths of the way from one start to the next, lengths of the spans (-1: not over), kinds. */
const someSpans = fc.array(
  fc.record({
    step: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 30, noNaN: true })),
    length: fc.oneof(fc.constant(0), fc.constant(-1), fc.double({ min: 0, max: 60, noNaN: true })),
    kind: fc.integer({ min: 1, max: 24 }),
  }),
  { maxLength: 700 },
);
const somePiece = fc.record({
  from: fc.double({ min: -20, max: 600, noNaN: true }),
  perSecond: fc.oneof(fc.double({ min: 0.02, max: 2, noNaN: true }), fc.double({ min: 2, max: 500, noNaN: true })),
});

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

function made(list: readonly { readonly step: number; readonly length: number; readonly kind: number }[]): { spans: Spans; all: Span[] } {
  const spans = new Spans();
  let t = 0;
  const all = list.map(({ step, length, kind }, index) => {
    t += step;
    const end = length < 0 ? Infinity : t + length;
    // Some are not over when they are added, of some it is said later that they lasted longer.
    spans.add(t, [Infinity, t, end][index % 3]!, kind);
    if (index % 3 < 2) spans.close(index, end);
    return { start: t, end, kind };
  });
  return { spans, all };
}

/** Every span by itself, every pixel that it touches; with each of them so many pixels longer on both sides. */
function naive(all: readonly Span[], { from, perSecond, left, right }: Piece, longer = 0): Uint8Array {
  const row = new Uint8Array(width);
  const until = Math.max(now, all.at(-1)?.start ?? 0);
  for (const { start, end, kind } of all) {
    const x = (start - from) * perSecond - longer;
    const xEnd = (Math.min(end, until) - from) * perSecond + longer;
    if (x >= right || (x < left && xEnd < left)) continue;
    const first = Math.floor(Math.max(x, left));
    const last = Math.min(right - 1, Math.max(first, Math.ceil(xEnd) - 1));
    for (let pixel = first; pixel <= last; pixel++) row[pixel] = Math.max(row[pixel]!, kind);
  }
  return row;
}

describe('the pyramid over spans', () => {
  it('gives each pixel what every span by itself would give it, and nothing from further away than it may', () => {
    fc.assert(
      fc.property(someSpans, somePiece, (list, { from, perSecond }) => {
        const { spans, all } = made(list);
        const piece = { from, perSecond, left: 5, right: width - 5 };
        const row = new Uint8Array(width);
        spans.paint(row, piece, now, [], 6);
        const least = naive(all, piece);
        const most = naive(all, piece, tolerance);
        row.forEach((kind, x) => {
          expect(kind).toBeGreaterThanOrEqual(least[x]!);
          expect(kind).toBeLessThanOrEqual(most[x]!);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('gives each pixel exactly that where spans are wider than pixels', () => {
    fc.assert(
      fc.property(someSpans, fc.double({ min: -20, max: 600, noNaN: true }), (list, from) => {
        const long = list.map(({ step, length, kind }) => ({ step: step + 2, length: length < 0 ? length : length + 1, kind }));
        const { spans, all } = made(long);
        const piece = { from, perSecond: 3, left: 0, right: width };
        const row = new Uint8Array(width);
        spans.paint(row, piece, now, [], 6);
        expect([...row]).toEqual([...naive(all, piece)]);
      }),
    );
  });

  it('never hides the one error among a hundred thousand spans', () => {
    const spans = new Spans();
    for (let index = 0; index < 100_000; index++) spans.add(index, index + 1, index === 77_777 ? 24 : 9);
    for (const perSecond of [0.0005, 0.01, 0.5]) {
      const row = new Uint8Array(width);
      spans.paint(row, { from: 77_700, perSecond, left: 0, right: width }, now * 1000, [], 6);
      expect(Math.max(...row)).toBe(24);
    }
  });

  it('reports each wide span once, those that began before the window too', () => {
    const spans = new Spans();
    spans.add(0, 100, 1);
    spans.add(100, 101, 2);
    spans.add(101, Infinity, 3);
    const wide: number[] = [];
    spans.paint(new Uint8Array(width), { from: 80, perSecond: 1, left: 0, right: width }, 120, wide, 6);
    expect(wide).toEqual([0, 2]);
  });

  it('finds the spans of a stretch of time, and of them the highest, as a search through all does', () => {
    fc.assert(
      fc.property(
        someSpans,
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (list, from, length) => {
          const { spans, all } = made(list);
          const to = from + length;
          const expected = all.flatMap(({ start, end }, index) => (start <= to && end >= from ? [index] : []));
          expect(spans.within(from, to, 5000)).toEqual(expected);
          const highest = Math.max(0, ...expected.map((index) => all[index]!.kind));
          expect(spans.highest(from, to)).toBe(expected.findLast((index) => all[index]!.kind === highest) ?? null);
        },
      ),
      { numRuns: 300 },
    );
  });
});
