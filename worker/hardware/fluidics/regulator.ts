import type { Microseconds } from '../../clock/virtual-clock.js';
import { Course } from '../course.js';

export interface RegulatorConstants {
  /** Seconds after which 63 % of a step are done. */
  readonly lag: number;
  /** What the supply gives at most, mbar: a higher setpoint is approached this far only. */
  readonly supply: number;
}

/**
 * A pressure regulator: pressure above the surroundings in mbar, first order in its setpoint (what an electropneumatic regulator looks
 * like from outside: Åström and Murray, *Feedback Systems*, 2008, section 5.3: 1 − e^(−t/τ)), never more than its supply, never less than 0.
 * Exact at any instant since the last change.
 */
export class Regulator {
  #since: Microseconds = 0;
  #start = 0;
  #setpoint = 0;

  constructor(private readonly constants: RegulatorConstants) {}

  get setpoint(): number {
    return this.#setpoint;
  }

  /** Changes the setpoint, in mbar, at an instant; never before the last change. */
  set(setpoint: number, at: Microseconds): void {
    this.#start = this.pressure(at);
    this.#since = at;
    this.#setpoint = setpoint;
  }

  pressure(at: Microseconds): number {
    const goal = this.#goal;
    return goal + (this.#start - goal) * Math.exp(-(at - this.#since) / 1e6 / this.constants.lag);
  }

  /** The pressure summed over the time from the last change, in mbar·min: divided by a resistance, the volume that it has pushed. */
  pushed(at: Microseconds): number {
    const { lag } = this.constants;
    const seconds = (at - this.#since) / 1e6;
    return (this.#goal * seconds + (this.#start - this.#goal) * lag * (1 - Math.exp(-seconds / lag))) / 60;
  }

  /** How that goes on: the same as `pushed` at any instant. */
  get course(): Course {
    const { lag } = this.constants;
    const missing = ((this.#start - this.#goal) * lag) / 60;
    return new Course([{ from: this.#since, offset: missing, slope: this.#goal / 60, terms: [{ swing: -missing, rate: -1 / lag }] }]);
  }

  get #goal(): number {
    return Math.min(this.constants.supply, Math.max(0, this.#setpoint));
  }
}
