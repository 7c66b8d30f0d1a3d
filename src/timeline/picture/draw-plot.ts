import type { Plot } from './plot.js';
import type { Scale } from './scale.js';

/** Pixels of the device. */
export interface Box {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** Which samples are in sight, with one more on both sides so that lines reach the edges. */
function inSight({ samples }: Plot, scale: Scale): [first: number, end: number] {
  const first = Math.max(0, samples.countAt(scale.instant(0)) - 1);
  const end = Math.min(samples.length, samples.countAt(scale.instant(scale.width)) + 1);
  return [first, end];
}

/** Values between which a plot is drawn, and those that are in sight: the first have some air around them. */
export interface ValueRange {
  readonly bottom: number;
  readonly top: number;
  readonly low: number;
  readonly high: number;
}

/** Never so close that noise fills the height. */
export function valueRange(plot: Plot, scale: Scale, now: number): ValueRange {
  const [first, end] = inSight(plot, scale);
  let [low, high] = plot.samples.range(first, end);
  const head = plot.head(now);
  if (!Number.isNaN(head) && end === plot.samples.length) [low, high] = [Math.min(low, head), Math.max(high, head)];
  if (low > high) return { bottom: 0, top: 1, low: 0, high: 1 };
  const least = Math.max(1e-9, Math.max(Math.abs(low), Math.abs(high)) * 0.01);
  const air = Math.max(0, least - (high - low)) / 2 + (high - low) * 0.08;
  return { bottom: low - air, top: high + air, low, high };
}

/** What is in sight of a plot lies between these, in words; empty where there is nothing. */
export function rangeText(plot: Plot, scale: Scale, now: number): string {
  if (plot.samples.length === 0) return '';
  const { low, high } = valueRange(plot, scale, now);
  const [from, to] = [plot.text(low), plot.text(high)];
  return from === to ? from : `${from}–${to}`;
}

/** A plot with more samples than this in a pixel is drawn pixel by pixel, others as a line from sample to sample. */
const densest = 0.75;

/** Whether a plot has so many samples in sight that it is drawn pixel by pixel. */
export function isDense(plot: Plot, scale: Scale): boolean {
  const [first, end] = inSight(plot, scale);
  return end - first > scale.width * densest;
}

/** Adds the line of a plot with few samples to the present path of the context. */
export function tracePlot(context: CanvasRenderingContext2D, plot: Plot, scale: Scale, box: Box, now: number): void {
  const { samples, steps } = plot;
  const { bottom, top } = valueRange(plot, scale, now);
  const [first, end] = inSight(plot, scale);
  let drawing = false;
  let lastY = 0;
  const to = (x: number, value: number): void => {
    if (drawing && (steps || Number.isNaN(value))) context.lineTo(x, lastY);
    if (Number.isNaN(value)) {
      drawing = false;
      return;
    }
    lastY = box.top + box.height * (1 - (value - bottom) / (top - bottom));
    if (drawing) context.lineTo(x, lastY);
    else context.moveTo(x, lastY);
    drawing = true;
  };
  for (let index = first; index < end; index++) to(scale.x(samples.time(index)), samples.value(index));
  const last = samples.length > 0 ? samples.time(samples.length - 1) : 0;
  if (end === samples.length && now > last) to(scale.x(now), plot.head(now));
}

/**
 * Draws a plot with many samples into the pixels of a picture: of each column of pixels everything between the smallest and the largest
 * value in it, joined to the column before. What a line of so many points would cover, at the cost of its pixels.
 */
export function paintPlot(pixels: Uint32Array, plot: Plot, scale: Scale, box: Box, now: number, colour: number, thickness: number): void {
  const { samples } = plot;
  const { width } = scale;
  const { bottom, top } = valueRange(plot, scale, now);
  const [first, end] = inSight(plot, scale);
  const yOf = (value: number): number => box.top + box.height * (1 - (value - bottom) / (top - bottom));
  let from = first;
  let before = Number.NaN;
  const start = Math.max(0, Math.floor(scale.x(samples.time(first))));
  const stop = Math.min(width, end === samples.length ? Math.ceil(scale.x(now)) : width);
  for (let x = start; x < stop; x++) {
    const next = Math.min(end, samples.countAtFrom(scale.instant(x + 1), from));
    let [smallest, largest] = next > from ? samples.range(from, next) : [before, before];
    if (before < smallest) smallest = before;
    if (before > largest) largest = before;
    if (next > from) before = samples.value(next - 1);
    from = next;
    if (!(smallest <= largest)) continue;
    const upper = Math.max(box.top, yOf(largest) - thickness / 2);
    const lower = Math.min(box.top + box.height, Math.max(upper + thickness, yOf(smallest) + thickness / 2));
    for (let y = Math.floor(upper); y < lower; y++) {
      // The two ends cover their pixels in part.
      const part = Math.min(lower, y + 1) - Math.max(upper, y);
      const at = y * width + x;
      pixels[at] = part >= 1 ? colour : mixed(pixels[at]!, colour, part);
    }
  }
}

/** A pixel of which a part is covered by a colour. */
function mixed(under: number, over: number, part: number): number {
  const channel = (shift: number): number => {
    const below = (under >>> shift) & 255;
    return Math.round(below + (((over >>> shift) & 255) - below) * part) << shift;
  };
  return ((255 << 24) | channel(16) | channel(8) | channel(0)) >>> 0;
}
