import { durationText } from '../../../model/time-text.js';
import { axisMarks } from './axis.js';
import { type Band, bandsOf } from './bands.js';
import { LanePainter, type WideSpan } from './draw-lane.js';
import { type Box, isDense, paintPlot, tracePlot, valueRange } from './draw-plot.js';
import { scoreText } from './estimates.js';
import type { Lane } from './lane.js';
import type { Palette } from './palette.js';
import type { Plot } from './plot.js';
import type { Scale } from './scale.js';
import { scaledFont, setFont, Texts } from './texts.js';

interface Place {
  readonly top: number;
  readonly height: number;
}

/** A line of the picture; heights and places in pixels of the page. */
export type Row = Place & ({ readonly lane: Lane } | { readonly plot: Plot });

export interface Picture {
  readonly rows: readonly Row[];
  /** Its width is that of the canvas in pixels of the device. */
  readonly scale: Scale;
  /** Virtual seconds. */
  readonly now: number;
  /** Height of the lanes in pixels of the page. */
  readonly height: number;
  /** Pixels of the device in one of the page. */
  readonly ratio: number;
  readonly palette: Palette;
}

/** Height of the axis in pixels of the page. */
export const axisHeight = 22;
/** Marks of the axis are at least so many pixels of the page apart. */
const markDistance = 96;
/** More marks than this in one lane bear no words. */
const mostMarkLabels = 40;

/** Draws the timeline upon two canvases: the lanes, and the axis above them, which stays when the lanes scroll. */
export class Surface {
  readonly #lanes: CanvasRenderingContext2D;
  readonly #axis: CanvasRenderingContext2D;
  readonly #painter = new LanePainter();
  readonly #texts: Texts;
  #axisFont = '';
  #image: ImageData | null = null;
  #ground = new Uint32Array(0);
  readonly #bands = new Map<string, readonly Band[]>();

  constructor(lanes: HTMLCanvasElement, axis: HTMLCanvasElement) {
    this.#lanes = lanes.getContext('2d', { alpha: false })!;
    this.#axis = axis.getContext('2d', { alpha: false })!;
    this.#texts = new Texts(this.#lanes);
  }

  draw(picture: Picture): void {
    const { rows, scale, ratio, palette } = picture;
    const { width } = scale;
    const height = Math.max(1, Math.round(picture.height * ratio));
    if (width < 1) return;
    const canvas = this.#lanes.canvas;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    const marks = axisMarks(scale, markDistance * ratio);
    const pixels = this.#clear(
      picture,
      height,
      marks.map(({ x }) => x),
    );
    const labels: (readonly [Row & { lane: Lane }, readonly WideSpan[]])[] = [];
    for (const row of rows) {
      if (!('lane' in row)) continue;
      const bar = this.#barOf(row, ratio);
      labels.push([
        row,
        this.#painter.paint(
          pixels,
          this.#ground,
          row.lane,
          bar,
          this.#bandsOf(bar.height, row.lane.marks),
          scale,
          picture.now,
          palette,
          ratio,
        ),
      ]);
    }
    const plots = rows.filter((row) => 'plot' in row);
    const dense = plots.map(({ plot, ...row }, index) => {
      if (!isDense(plot, scale)) return false;
      const colour = palette.plots[index % palette.plots.length]!.pixel;
      paintPlot(pixels, plot, scale, boxOf(row, picture), picture.now, colour, 1.5 * ratio);
      return true;
    });
    this.#lanes.putImageData(this.#image!, 0, 0);
    this.#texts.begin(ratio, palette);
    for (const [row, wide] of labels) this.#label(row, wide, picture);
    plots.forEach((row, index) => {
      if (!dense[index]) this.#trace(row.plot, row, picture, palette.plots[index % palette.plots.length]!.css);
      this.#score(row.plot, row, picture);
    });
    this.#drawAxis(picture, marks);
  }

  /** The empty picture: ground, lines of the axis, folds, borders between the rows. */
  #clear({ rows, scale, ratio, palette }: Picture, height: number, lines: readonly number[]): Uint32Array {
    const { width } = scale;
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
      this.#ground = new Uint32Array(width);
    }
    const pixels = new Uint32Array(this.#image.data.buffer);
    const ground = this.#ground.fill(palette.ground.pixel);
    for (const x of lines) if (x < width) ground[Math.floor(x)] = palette.grid.pixel;
    for (const { left, right } of scale.folds) {
      ground.fill(palette.fold.pixel, left, right);
      ground[left] = ground[right - 1] = palette.line.pixel;
    }
    for (let y = 0; y < height; y++) pixels.set(ground, y * width);
    for (const { top, height: rowHeight } of rows) {
      const y = Math.round((top + rowHeight) * ratio) - 1;
      pixels.fill(palette.grid.pixel, y * width, (y + 1) * width);
    }
    return pixels;
  }

  #barOf({ top, height }: Row, ratio: number): { readonly top: number; readonly height: number } {
    return { top: Math.round((top + 4) * ratio), height: Math.round((height - 9) * ratio) };
  }

  #bandsOf(height: number, marks: boolean): readonly Band[] {
    const key = `${height} ${marks}`;
    let bands = this.#bands.get(key);
    if (!bands) this.#bands.set(key, (bands = bandsOf(height, marks)));
    return bands;
  }

  #label(row: Row & { lane: Lane }, wide: readonly WideSpan[], picture: Picture): void {
    const { scale, ratio, palette, now } = picture;
    const { lane } = row;
    const middle = (row.top + row.height / 2) * ratio;
    const last = Math.min(scale.width, scale.x(now));
    for (const { index, left, textEnd } of wide) {
      const start = Math.max(left, 0) + 5 * ratio;
      const room = Math.min(textEnd, scale.width) - start - 3 * ratio;
      this.#texts.write(() => lane.label(index), start, middle, room, palette.texts[lane.spans.kind(index)]!);
    }
    if (lane.sort === 'state') this.#labelEnd(lane, middle, picture);
    if (!lane.marks) return;
    const found = lane.spans.within(scale.instant(0), scale.instant(scale.width), mostMarkLabels + 1);
    if (found.length > mostMarkLabels) return;
    found.forEach((index, place) => {
      const x = scale.x(lane.spans.start(index)) + 5 * ratio;
      const next = found[place + 1];
      const end = next === undefined ? Math.max(last, Math.min(scale.width, x + 260 * ratio)) : scale.x(lane.spans.start(next)) - 3 * ratio;
      this.#texts.write(() => lane.label(index), x, middle, end - x, palette.dim.css);
    });
  }

  /** How it ended stands behind the end: the state that it ended in takes no time. */
  #labelEnd(lane: Lane, middle: number, { scale, ratio, palette, now }: Picture): void {
    const { spans } = lane;
    const last = spans.length - 1;
    if (last < 0 || spans.end(last) !== Number.POSITIVE_INFINITY) return;
    const [start, end] = [scale.x(spans.start(last)), scale.x(now)];
    if (end - start >= 1 || end < 0) return;
    this.#texts.write(() => lane.label(last), end + 5 * ratio, middle, scale.width - end - 5 * ratio, palette.dim.css);
  }

  #trace(plot: Plot, row: Place, picture: Picture, colour: string): void {
    const { scale, ratio, now } = picture;
    const context = this.#lanes;
    context.save();
    context.beginPath();
    context.rect(0, row.top * ratio, scale.width, row.height * ratio);
    context.clip();
    context.beginPath();
    tracePlot(context, plot, scale, boxOf(row, picture), now);
    context.strokeStyle = colour;
    context.lineWidth = 1.5 * ratio;
    context.lineJoin = 'round';
    context.stroke();
    context.restore();
  }

  /** How good estimates were stands beside their line, where that is not. */
  #score(plot: Plot, row: Place, picture: Picture): void {
    const { scale, ratio, palette, now } = picture;
    const score = plot.estimates?.score;
    if (!score) return;
    const box = boxOf(row, picture);
    const { low, high } = valueRange(plot, scale, now);
    const x = 80 * ratio;
    const isAbove = plot.samples.at(scale.instant(x + 120 * ratio)) > (low + high) / 2;
    const y = isAbove ? box.top + box.height - 3 * ratio : box.top + 4 * ratio;
    this.#texts.write(() => scoreText(score), x, y, scale.width - x, palette.ink.css);
  }

  #drawAxis({ scale, ratio, palette }: Picture, marks: ReturnType<typeof axisMarks>): void {
    const context = this.#axis;
    const height = Math.round(axisHeight * ratio);
    if (context.canvas.width !== scale.width || context.canvas.height !== height) {
      [context.canvas.width, context.canvas.height] = [scale.width, height];
    }
    context.fillStyle = palette.ground.css;
    context.fillRect(0, 0, scale.width, height);
    context.fillStyle = palette.line.css;
    context.fillRect(0, height - Math.round(ratio), scale.width, Math.round(ratio));
    for (const { x } of marks) context.fillRect(Math.floor(x), height - 7 * ratio, Math.round(ratio), 7 * ratio);
    const font = scaledFont(palette.mono, ratio);
    setFont(context, font, font !== this.#axisFont);
    this.#axisFont = font;
    context.fillStyle = palette.dim.css;
    marks.forEach(({ x, text }, index) => {
      const end = scale.folds.find(({ left }) => left > x)?.left ?? Infinity;
      if (Math.min(end, marks[index + 1]?.x ?? Infinity) - x >= context.measureText(text).width + 6 * ratio) {
        context.fillText(text, x + 3 * ratio, height * 0.42);
      }
    });
    for (const { left, right } of scale.folds) {
      // How long a fold is, where there is room to say it: it cannot be measured.
      const long = `≈ ${durationText(scale.instant(right) - scale.instant(left))}`;
      const text = context.measureText(long).width + 4 * ratio < right - left ? long : '≈';
      context.fillText(text, (left + right - context.measureText(text).width) / 2, height * 0.42);
    }
  }
}

/** Where a plot is drawn, in pixels of the device. */
function boxOf({ top, height }: Place, { ratio, scale }: Picture): Box {
  return { top: (top + 5) * ratio, height: (height - 11) * ratio, width: scale.width };
}
