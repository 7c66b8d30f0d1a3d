import type { Microseconds } from '../clock/virtual-clock.js';

/** All temperatures in °C, times in seconds, rates in kelvin per second. */
export interface ThermalConstants {
  readonly ambient: number;
  /** Time constant with which the block drifts to the ambient temperature while it is off. */
  readonly drift: number;
  /** Time constant with which the controller approaches its setpoint, where the power does not limit it. */
  readonly approach: number;
  /** The fastest that it can heat and cool. */
  readonly heating: number;
  readonly cooling: number;
}

/**
 * A block that is heated and cooled: first order, with a limit to its power. Far from the setpoint it moves at full power, that is,
 * in a straight line; near it, exponentially. Its temperature at any instant since the last change is worked out exactly; it does
 * not tick.
 */
export class ThermalBlock {
  #since: Microseconds = 0;
  #start: number;
  #setpoint: number | null = null;

  #constants: ThermalConstants;

  constructor(constants: ThermalConstants) {
    this.#constants = constants;
    this.#start = constants.ambient;
  }

  /** `null`: off. */
  get setpoint(): number | null {
    return this.#setpoint;
  }

  /** Changes the setpoint at an instant; never before the last change. */
  set(setpoint: number | null, at: Microseconds): void {
    this.#start = this.temperature(at);
    this.#since = at;
    this.#setpoint = setpoint;
  }

  /** The room becomes warmer or colder at an instant; never before the last change. */
  setAmbient(ambient: number, at: Microseconds): void {
    this.set(this.#setpoint, at);
    this.#constants = { ...this.#constants, ambient };
  }

  /** The temperature at an instant since the last change. */
  temperature(at: Microseconds): number {
    const { ambient, drift, approach, heating, cooling } = this.#constants;
    const seconds = (at - this.#since) / 1e6;
    if (this.#setpoint === null) return ambient + (this.#start - ambient) * Math.exp(-seconds / drift);
    const distance = this.#setpoint - this.#start;
    const rate = distance > 0 ? heating : cooling;
    // Within this distance the exponential approach is slower than full power.
    const near = rate * approach;
    const rampSeconds = Math.max(0, (Math.abs(distance) - near) / rate);
    if (seconds < rampSeconds) return this.#start + Math.sign(distance) * rate * seconds;
    const left = Math.sign(distance) * Math.min(Math.abs(distance), near);
    return this.#setpoint - left * Math.exp(-(seconds - rampSeconds) / approach);
  }
}
