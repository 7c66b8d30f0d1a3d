/** The stretch of virtual time that the strip shows, from 0 on: seconds, and the distance between two labels. */
export interface Scale {
  readonly span: number;
  readonly tick: number;
}

const steps = [
  1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10_800, 14_400, 21_600,
  43_200, 86_400,
] as const;
const ticks = 6;

/**
 * The distance between two labels on a strip that has room for `now` (seconds) and some more. It grows in steps, so that
 * what is drawn stays where it is until the step changes.
 */
export function tickFor(now: number): number {
  const needed = Math.max(0, now) * 1.05;
  return steps.find((step) => step * ticks >= needed) ?? Math.ceil(needed / ticks / 86_400) * 86_400;
}

export function scaleOf(tick: number): Scale {
  return { span: tick * ticks, tick };
}

/** Where a moment stands on the strip, in percent. */
export function percentAt(scale: Scale, seconds: number): number {
  return Math.min(100, Math.max(0, (seconds / scale.span) * 100));
}

export function tickTimes(scale: Scale): readonly number[] {
  return Array.from({ length: ticks }, (_, index) => index * scale.tick);
}
