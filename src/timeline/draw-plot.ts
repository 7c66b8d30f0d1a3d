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

/** The values between which the plot is drawn: those in sight, with some air; never so close that noise fills the height. */
export function valueRange(plot: Plot, scale: Scale, now: number): readonly [low: number, high: number] {
  const [first, end] = inSight(plot, scale);
  let [low, high] = plot.samples.range(first, end);
  const head = plot.head(now);
  if (!Number.isNaN(head)) [low, high] = [Math.min(low, head), Math.max(high, head)];
  if (low > high) return [0, 1];
  const least = Math.max(1e-9, Math.max(Math.abs(low), Math.abs(high)) * 0.01);
  const air = Math.max(0, least - (high - low)) / 2 + (high - low) * 0.08;
  return [low - air, high + air];
}

/** Adds the line of a plot to the present path of the context. Many samples in a pixel become its smallest and largest: the line costs what its pixels cost. */
export function tracePlot(context: CanvasRenderingContext2D, plot: Plot, scale: Scale, box: Box, now: number): void {
  const { samples, steps } = plot;
  const [low, high] = valueRange(plot, scale, now);
  const y = (value: number): number => box.top + box.height * (1 - (value - low) / (high - low));
  const [first, end] = inSight(plot, scale);
  let drawing = false;
  let lastY = 0;
  const to = (x: number, value: number): void => {
    if (Number.isNaN(value)) {
      if (drawing && steps) context.lineTo(x, lastY);
      drawing = false;
      return;
    }
    const at = y(value);
    if (drawing) {
      if (steps) context.lineTo(x, lastY);
      context.lineTo(x, at);
    } else context.moveTo(x, at);
    lastY = at;
    drawing = true;
  };
  if (end - first <= scale.width) for (let index = first; index < end; index++) to(scale.x(samples.time(index)), samples.value(index));
  else eachPixel(plot, scale, first, end, to);
  const last = samples.length > 0 ? samples.time(samples.length - 1) : 0;
  if (end === samples.length && now > last) to(scale.x(now), plot.head(now));
}

function eachPixel({ samples }: Plot, scale: Scale, first: number, end: number, to: (x: number, value: number) => void): void {
  let from = first;
  for (let pixel = Math.max(0, Math.floor(scale.x(samples.time(first)))); pixel < scale.width && from < end; pixel++) {
    const next = Math.min(end, samples.countAt(scale.instant(pixel + 1)));
    if (next <= from) continue;
    const [low, high] = samples.range(from, next);
    if (low > high) to(pixel + 0.5, Number.NaN);
    else {
      to(pixel + 0.5, samples.value(from) > (low + high) / 2 ? high : low);
      if (high > low) to(pixel + 0.5, samples.value(from) > (low + high) / 2 ? low : high);
    }
    from = next;
  }
}
