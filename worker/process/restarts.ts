import type { Microseconds } from '../clock/virtual-clock.js';
import { ProcessFailureError } from './requests.js';

/** Recreations at one instant after which a process is taken for one that asks for them itself, for ever. */
const most = 1000;

/** Counts the recreations of a process that let no time pass. */
export class Restarts {
  #at: Microseconds = 0;
  #count = 0;

  /** Another one, at the instant `now`. The failure of the process when it is one too many. */
  add(now: Microseconds): ProcessFailureError | null {
    this.#count = now === this.#at ? this.#count + 1 : 1;
    this.#at = now;
    if (this.#count <= most) return null;
    return new ProcessFailureError(
      'The process was started again and again without letting time pass: a request that it raises itself leaves it each time. Go on in a loop instead.',
    );
  }
}
