import { expect, it } from 'vitest';
import { bandsOf } from './bands.js';
import { LanePainter } from './draw-lane.js';
import { Fold } from './fold.js';
import { kinds } from './kinds.js';
import { Lane } from './lane.js';
import type { Palette } from './palette.js';
import { Scale } from './scale.js';

const colour = { css: '#000', pixel: 1 };
const palette = { fills: kinds.map(() => colour) } as unknown as Palette;

/** The spans that bear labels of a lane that is 100 pixels wide, a pixel a second. */
function labelled(...spans: readonly (readonly [start: number, end: number])[]) {
  const lane = new Lane('hand', 'hand', 'By hand', { label: String, text: String });
  for (const [start, end] of spans) lane.add(start, 'held', 0, end);
  const scale = new Scale(Fold.none, { from: 0, span: 100 }, 100);
  const pixels = new Uint32Array(100 * 10);
  const bar = { top: 0, height: 10 };
  const wide = new LanePainter().paint(pixels, new Uint32Array(100), lane, bar, bandsOf(10, false), scale, 100, palette, 1);
  return wide.map(({ left, right, textEnd }) => [left, right, textEnd]);
}

it('what is written in a span ends where the span ends', () => {
  expect(labelled([0, 20], [40, 90])).toEqual([
    [0, 20, 20],
    [40, 90, 90],
  ]);
});

it('what is written in a span ends where the next one begins that lies over it', () => {
  expect(labelled([0, 90], [10, 60], [10, 30])).toEqual([
    [0, 90, 10],
    [10, 60, 10],
    [10, 30, 30],
  ]);
});
