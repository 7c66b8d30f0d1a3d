import type { Estimates } from './estimates.js';
import type { Samples } from './samples.js';

/** A line of numbers over time. */
export interface Plot {
  readonly id: string;
  readonly title: string;
  readonly samples: Samples;
  /** A value in words. */
  text(value: number): string;
  /** Values hold until the next one, instead of changing evenly on the way to it. */
  readonly steps: boolean;
  /** What the value is at the head of the run, which is not before its last sample; `NaN`: none. */
  head(now: number): number;
  /** Of a line of foreseen ends: how good they were. */
  readonly estimates?: Estimates;
}
