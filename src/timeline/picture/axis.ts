import { clockText } from '../../../model/time-text.js';
import type { Scale } from './scale.js';

/** Distances between two marks, in seconds, as a clock goes; beyond the last one in whole days. */
const steps = [
  1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120,
  300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
] as const;
const day = 86_400;

export interface AxisMark {
  readonly t: number;
  /** Pixels from the left. */
  readonly x: number;
  readonly text: string;
}

/** The step between marks that are at least `least` pixels apart. */
export function stepFor(perSecond: number, least: number): number {
  const needed = least / perSecond;
  const step = steps.find((each) => each >= needed);
  if (step !== undefined) return step;
  const days = needed / day;
  const power = 10 ** Math.floor(Math.log10(days));
  return ([1, 2, 5, 10].find((factor) => factor * power >= days) ?? 10) * power * day;
}

/** The marks in sight, at round times, at least `least` pixels apart. None stands in a fold. */
export function axisMarks(scale: Scale, least: number): readonly AxisMark[] {
  const step = stepFor(scale.perSecond, least);
  const marks: AxisMark[] = [];
  for (const piece of scale.pieces) {
    if (scale.folds.some(({ left, right }) => left === piece.left && right === piece.right)) continue;
    const first = Math.ceil((piece.from + piece.left / piece.perSecond) / step - 1e-9);
    for (let number = Math.max(0, first); ; number++) {
      const t = number * step;
      const x = (t - piece.from) * piece.perSecond;
      if (x >= piece.right) break;
      if (marks.length === 0 || x - marks.at(-1)!.x >= least) marks.push({ t, x, text: markText(t, step) });
    }
  }
  return marks;
}

/** An instant as precise as its neighbours need it: `00:12:36`, `00:12:36.25`, `2 d 06:00:00`. */
export function markText(t: number, step: number): string {
  if (step < 1) {
    const decimals = Math.min(6, Math.max(1, Math.ceil(-Math.log10(step) - 1e-9)));
    const units = Math.round(t * 10 ** decimals);
    const whole = Math.floor(units / 10 ** decimals);
    return `${clockText(whole)}.${String(units % 10 ** decimals).padStart(decimals, '0')}`;
  }
  const days = Math.floor(t / day);
  if (days === 0) return clockText(t);
  return step >= day ? `${days} d` : `${days} d ${clockText(t - days * day)}`;
}
