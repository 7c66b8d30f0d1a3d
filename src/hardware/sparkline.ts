/** A line of recent values as an SVG path in a box of `width` × `height`, and where the target stands in it. */
export interface Sparkline {
  readonly path: string;
  readonly end: readonly [number, number];
  /** Height of the target line, or `null` when there is no target. */
  readonly targetY: number | null;
  /** Smallest and largest value drawn. */
  readonly low: number;
  readonly high: number;
}

/** `null` when there is nothing to draw yet: fewer than two samples. */
export function sparkline(
  history: readonly (readonly [number, number])[],
  target: number | null,
  width: number,
  height: number,
): Sparkline | null {
  const samples = history.filter(([, value]) => Number.isFinite(value));
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || samples.length < 2) return null;
  const values = samples.map(([, value]) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const bottom = Math.min(low, target ?? low);
  const top = Math.max(high, target ?? high);
  // A flat line is drawn in the middle, and noise is not blown up to the full height.
  const span = Math.max(top - bottom, Math.abs(top) * 0.01, 1e-9);
  const middle = (top + bottom) / 2;
  const margin = 3;
  const x = (time: number): number => round(((time - first[0]) / Math.max(1e-9, last[0] - first[0])) * width);
  const y = (value: number): number => round(height / 2 - ((value - middle) / span) * (height - 2 * margin));
  const points = samples.map(([time, value]) => `${x(time)} ${y(value)}`);
  return { path: `M${points.join('L')}`, end: [x(last[0]), y(last[1])], targetY: target === null ? null : y(target), low, high };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
