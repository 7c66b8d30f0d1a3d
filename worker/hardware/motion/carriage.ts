import type { Microseconds } from '../../clock/virtual-clock.js';
import type { Axis } from './axis.js';

/**
 * What an axis carries. Its controller counts the steps that it makes and takes it for granted that they were all gone; of those that are
 * lost it knows nothing. So the carriage lags behind the count by the part that was lost of every way, until somebody notices, and it does
 * not go beyond its ends. Positions in mm, exact at any instant since the last change.
 */
export class Carriage {
  /** Where the count stood at the last change, how far it was ahead then, and the part of each way that is lost since. */
  #counted: number;
  #lag = 0;
  #lost = 0;

  constructor(
    private readonly axis: Axis,
    private readonly ends: readonly [minimum: number, maximum: number],
  ) {
    this.#counted = axis.position(0);
  }

  position(at: Microseconds): number {
    const [minimum, maximum] = this.ends;
    const counted = this.axis.position(at);
    return Math.min(maximum, Math.max(minimum, counted - (this.#lag + this.#lost * (counted - this.#counted))));
  }

  /** To be called before its axis is told something, and when slipping begins or is over. `lost`: part of each way from now on, 0 to 1. */
  settle(lost: number, at: Microseconds): void {
    const counted = this.axis.position(at);
    this.#lag = counted - this.position(at);
    this.#counted = counted;
    this.#lost = lost;
  }
}
