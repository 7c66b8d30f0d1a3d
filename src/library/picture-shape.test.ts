import { describe, expect, it } from 'vitest';
import { gallery } from '../gallery.js';
import { pictureText, shapeOf, size } from './picture-shape.js';

const picture = {
  length: 100,
  states: [
    { name: 'Running', from: 0, to: 50 },
    { name: 'Paused', from: 50, to: 100 },
  ],
  rows: ['a', 'a long name of a phase'],
  spans: [
    { row: 0, from: 0, to: 50 },
    { row: 1, from: 50, to: 100 },
  ],
  curves: [{ name: 'pump.flow', unit: 'ul/min', low: 0, high: 10, points: [[0, 0] as const, [50, 10] as const] }],
};

describe('the shape of a picture', () => {
  it('has the states as a band below, in their tones', () => {
    expect(shapeOf(picture).states).toEqual([
      { x: 0, width: 150, tone: 'run' },
      { x: 150, width: 150, tone: 'pause' },
    ]);
  });

  it('puts a name behind its bar, before it where there is no room behind, and on it where there is none at all', () => {
    const [first, second] = shapeOf(picture).rows;
    expect(first).toMatchObject({ labelX: 154, labelEnds: false, inside: false });
    expect(second).toMatchObject({ labelX: 146, labelEnds: true, inside: false });
    const whole = shapeOf({ ...picture, rows: ['a'], spans: [{ row: 0, from: 0, to: 100 }] });
    expect(whole.rows[0]).toMatchObject({ labelX: 5, labelEnds: false, inside: true });
  });

  it('lets a value hold until the next one, and the last one until the end', () => {
    expect(shapeOf(picture).curves[0]?.path).toMatch(/^M0 [\d.]+H150V[\d.]+H300$/);
  });

  it('interrupts a curve where there is no value', () => {
    const points = [[0, 0] as const, [10, null] as const, [20, 10] as const];
    expect(shapeOf({ ...picture, curves: [{ name: 'a.b', low: 0, high: 10, points }] }).curves[0]?.path).toMatch(
      /^M0 [\d.]+H30M60 [\d.]+H300$/,
    );
  });

  it('says the same in words', () => {
    expect(pictureText(picture)).toBe(
      'A run of 1 min 40 s; states: running, paused; phases: a, a long name of a phase; curves: pump.flow 0 to 10 µl/min',
    );
  });

  it.each(gallery.entries)('keeps $id inside its box', ({ picture }) => {
    const { rows, curves, states, stateY } = shapeOf(picture);
    for (const { x, width } of [...states, ...rows.flatMap(({ bars }) => bars)]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(size.width + 1.6);
    }
    for (const { y, height } of rows) expect(y + height).toBeLessThanOrEqual(states.length > 0 ? stateY : size.height);
    for (const { path } of curves) expect(path).toMatch(/^M[\d. MLHV]+$/);
  });
});
