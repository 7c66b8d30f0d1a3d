import type { Microseconds } from '../clock/virtual-clock.js';
import { Course, type Stretch } from './course.js';

/** Nearer than this two values are the same; far below what any sensor tells. */
const tiny = 1e-9;

/**
 * How a value goes on whose rate (per second) depends on itself alone, continuously and linearly between the `corners`: each piece
 * of such an equation, y' = f₀ + k·(y − y₀), is solved by an exponential, or a straight line where k is 0. Exact at any instant.
 */
export function relax(start: number, rate: (value: number) => number, corners: readonly number[], from: Microseconds): Course {
  const stretches: Stretch[] = [];
  let value = start;
  let at = from;
  for (;;) {
    const first = rate(value);
    const { slope, terms, offset } = piece(value, first, corners, rate);
    stretches.push({ from: at, offset, slope, terms });
    const corner = cornerAhead(value, first, corners);
    const seconds = corner === null ? Number.POSITIVE_INFINITY : secondsTo(corner - value, first, terms[0]?.rate ?? 0);
    if (corner === null || !Number.isFinite(seconds)) return new Course(stretches as [Stretch, ...Stretch[]]);
    value = corner;
    at += seconds * 1e6;
  }
}

function piece(value: number, first: number, corners: readonly number[], rate: (value: number) => number): Omit<Stretch, 'from'> {
  if (first === 0) return { offset: value, slope: 0, terms: [] };
  const corner = cornerAhead(value, first, corners);
  const inside = corner === null ? value + Math.sign(first) : (value + corner) / 2;
  const k = (rate(inside) - first) / (inside - value);
  if (Math.abs(k) < tiny) return { offset: value, slope: first, terms: [] };
  return { offset: value - first / k, slope: 0, terms: [{ swing: first / k, rate: k }] };
}

/** The next corner in the direction in which the value goes. */
function cornerAhead(value: number, rate: number, corners: readonly number[]): number | null {
  const direction = Math.sign(rate);
  const ahead = corners.filter((corner) => (corner - value) * direction > tiny);
  if (ahead.length === 0) return null;
  return direction > 0 ? Math.min(...ahead) : Math.max(...ahead);
}

/** How long it takes to go so far; `Infinity`: it comes to rest before. */
function secondsTo(distance: number, first: number, k: number): number {
  if (k === 0) return distance / first;
  const left = 1 + (k * distance) / first;
  return left <= tiny ? Number.POSITIVE_INFINITY : Math.log(left) / k;
}
