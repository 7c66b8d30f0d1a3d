import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisMarks, markText, stepFor } from './axis.js';
import { Fold } from './fold.js';
import { Scale } from './scale.js';
import { fitted, following, panned, showing, zoomed } from './window.js';

describe('the window of the timeline', () => {
  it.each([0, 0.5, 59, 60, 756, 86_400, 5e6])('has room for a run of %s s and some more', (end) => {
    expect(fitted(end).span).toBeGreaterThan(end);
  });

  it('stays the same while time grows a little', () => {
    expect(fitted(130)).toEqual(fitted(160));
  });

  it('keeps what is under the pointer there on zooming', () => {
    const window = { from: 100, span: 50 };
    const near = zoomed(window, 110, 2, 1000);
    expect(near.span).toBe(25);
    expect((110 - near.from) / near.span).toBeCloseTo(0.2);
  });

  it('never leaves the run, whatever is done', () => {
    const move = fc.record({
      around: fc.double({ min: 0, max: 1, noNaN: true }),
      factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
      by: fc.double({ min: -3, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), fc.double({ min: 0.001, max: 1e7, noNaN: true }), (moves, end) => {
        let window = fitted(end);
        for (const { around, factor, by } of moves) {
          window = panned(zoomed(window, window.from + around * window.span, factor, end), by * window.span, end);
          expect(window.from).toBeGreaterThanOrEqual(0);
          expect(window.from).toBeLessThanOrEqual(end);
          expect(window.span).toBeGreaterThan(0);
          expect(window.span).toBeLessThanOrEqual(fitted(end).span);
        }
      }),
    );
  });

  it('follows the head near its right edge', () => {
    expect(following({ from: 0, span: 100 }, 1000)).toEqual({ from: 915, span: 100 });
    expect(following({ from: 0, span: 100 }, 10).from).toBe(0);
  });

  it('moves no more than it has to when an instant should be seen', () => {
    expect(showing({ from: 100, span: 100 }, 150, 1000)).toEqual({ from: 100, span: 100 });
    expect(showing({ from: 100, span: 100 }, 300, 1000).from).toBeCloseTo(208);
  });
});

describe('marks of the axis', () => {
  it.each([
    [1, 100, 120],
    [100, 100, 1],
    [50_000, 100, 0.002],
    [1e-3, 100, 172_800],
  ])('at %s pixels a second and %s pixels apart stand every %s s', (perSecond, least, step) => {
    expect(stepFor(perSecond, least)).toBeCloseTo(step, 9);
  });

  it('stand at round times, where the scale puts them', () => {
    const scale = new Scale(Fold.none, { from: 95, span: 100 }, 1000);
    expect(axisMarks(scale, 90)).toEqual([
      { t: 100, x: 50, text: '00:01:40' },
      { t: 110, x: 150, text: '00:01:50' },
      ...[120, 130, 140, 150, 160, 170, 180, 190].map((t) => ({
        t,
        x: expect.closeTo((t - 95) * 10) as number,
        text: expect.any(String) as string,
      })),
    ]);
  });

  it.each([
    [754, 1, '00:12:34'],
    [754.25, 0.05, '00:12:34.25'],
    [0.002, 0.001, '00:00:00.002'],
    [194_400, 3600, '2 d 06:00:00'],
    [172_800, 86_400, '2 d'],
  ])('%s s at steps of %s s is written %s', (t, step, text) => {
    expect(markText(t, step)).toBe(text);
  });
});
