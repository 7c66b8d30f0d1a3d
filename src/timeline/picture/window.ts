/** Where to look on the axis of time: pure functions from window to window, all in places of the (folded) axis. */
import type { Window } from './scale.js';

/** Nothing is shorter: virtual time comes in whole microseconds, and a pixel is then one of them. */
const shortest = 1e-3;
/** On following, the head stands at this part of the width. */
const headPart = 0.85;

const steps = [
  0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10_800,
  14_400, 21_600, 43_200, 86_400,
] as const;

/**
 * The whole run with some room. The span grows in steps, so that what is drawn stays where it is while time passes, until the next
 * step; `end` is the head of the run.
 */
export function fitted(end: number): Window {
  const needed = Math.max(0, end) * 1.03;
  const parts = 6;
  const step = steps.find((each) => each * parts >= needed) ?? Math.ceil(needed / parts / 86_400) * 86_400;
  return { from: 0, span: Math.max(step, 1) * parts };
}

/** Zooms by a factor (above 1: nearer) around a place, which stays where it is. */
export function zoomed(window: Window, around: number, factor: number, end: number): Window {
  const span = Math.min(Math.max(shortest, window.span / factor), fitted(end).span);
  const part = (around - window.from) / window.span;
  return held({ from: around - part * span, span }, end);
}

export function panned(window: Window, by: number, end: number): Window {
  return held({ ...window, from: window.from + by }, end);
}

/** The window of the same span in which the head of the run stands near the right edge; the beginning, if the run is shorter. */
export function following(window: Window, end: number): Window {
  return { span: window.span, from: Math.max(0, end - window.span * headPart) };
}

/** Moves just as far as needed to see a place, with a margin. */
export function showing(window: Window, place: number, end: number): Window {
  const margin = window.span * 0.08;
  if (place < window.from + margin) return held({ ...window, from: place - margin }, end);
  if (place > window.from + window.span - margin) return held({ ...window, from: place - window.span + margin }, end);
  return window;
}

/** Not before the beginning, and not so far after the end that nothing is left in sight. */
function held({ from, span }: Window, end: number): Window {
  const last = Math.max(0, Math.min(end, Math.max(end - span * 0.1, fitted(end).span - span)));
  return { from: Math.min(Math.max(0, from), last), span };
}
