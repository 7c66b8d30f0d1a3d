import type { Microseconds } from '../../clock/virtual-clock.js';
import { Course } from '../course.js';

/** What pushes, and what it pushes through. */
export interface Push {
  /** What the pump pushes in, µl/min. */
  readonly flow: number;
  /** What the way out resists, mbar/(µl/min); `Infinity`: it is closed. */
  readonly resistance: number;
}

/**
 * The liquid between a pump and the way out. What the pump pushes in either leaves through the channel or is stored, since syringe,
 * tubes and air bubbles give way: C dp/dt = Q − p/R. So the pressure approaches flow × resistance with the time constant R C, and rises in
 * a straight line while the way out is closed. Pressures in mbar above the surroundings, volumes in µl; exact at any instant since the
 * last change.
 *
 * Source: Bruus, *Theoretical Microfluidics* (2008), chapter 4: hydraulic resistance and compliance, and the equivalent circuit of both.
 */
export class PushedChannel {
  #since: Microseconds = 0;
  #push: Push = { flow: 0, resistance: Number.POSITIVE_INFINITY };
  /** At `#since`. */
  #pressure = 0;
  #delivered = 0;

  /** `compliance`: how much volume is stored per pressure, µl/mbar. */
  constructor(readonly compliance: number) {
    if (!(compliance > 0)) throw new RangeError(`A compliance must be more than 0 µl/mbar, not ${compliance}.`);
  }

  /** Changes the flow or the way out at an instant; never before the last change. */
  set(push: Push, at: Microseconds): void {
    const pressure = this.pressure(at);
    this.#delivered = this.delivered(at);
    this.#pressure = pressure;
    this.#since = at;
    this.#push = push;
  }

  pressure(at: Microseconds): number {
    const { flow, resistance } = this.#push;
    const seconds = (at - this.#since) / 1e6;
    if (resistance === Number.POSITIVE_INFINITY) return this.#pressure + ((flow / 60) * seconds) / this.compliance;
    const goal = flow * resistance;
    return goal + (this.#pressure - goal) * Math.exp(-seconds / this.#timeConstant);
  }

  /** What flows through the channel, µl/min. */
  through(at: Microseconds): number {
    return this.pressure(at) / this.#push.resistance;
  }

  /** What has left through the channel since the beginning: what was pushed in, less what is stored. */
  delivered(at: Microseconds): number {
    const seconds = (at - this.#since) / 1e6;
    const stored = this.compliance * (this.pressure(at) - this.#pressure);
    return this.#delivered + (this.#push.flow / 60) * seconds - stored;
  }

  /** How what has left goes on: the same as `delivered` at any instant. */
  get course(): Course {
    const { flow, resistance } = this.#push;
    const from = this.#since;
    // What leaves a way out that is closed: nothing. It is exactly what was there.
    if (resistance === Number.POSITIVE_INFINITY) return new Course([{ from, offset: this.#delivered, slope: 0, terms: [] }]);
    const stored = this.compliance * (flow * resistance - this.#pressure);
    const terms = [{ swing: stored, rate: -1 / this.#timeConstant }];
    return new Course([{ from, offset: this.#delivered - stored, slope: flow / 60, terms }]);
  }

  /** The first whole microsecond at which the pressure is at least `limit`, if nothing changes; `Infinity`: never. */
  reachedAt(limit: number): Microseconds {
    const { flow, resistance } = this.#push;
    if (this.#pressure >= limit) return this.#since;
    if (flow === 0 || flow * resistance <= limit) return Number.POSITIVE_INFINITY;
    const goal = flow * resistance;
    const seconds =
      goal === Number.POSITIVE_INFINITY
        ? ((limit - this.#pressure) * this.compliance) / (flow / 60)
        : this.#timeConstant * Math.log((goal - this.#pressure) / (goal - limit));
    return this.#since + Math.ceil(seconds * 1e6);
  }

  /** The first whole microsecond at which the pressure is at most `limit` while nothing is pushed in; `Infinity`: never. */
  fallenAt(limit: number): Microseconds {
    if (this.#pressure <= limit) return this.#since;
    if (this.#push.flow > 0 || limit <= 0) return Number.POSITIVE_INFINITY;
    return this.#since + Math.ceil(this.#timeConstant * Math.log(this.#pressure / limit) * 1e6);
  }

  /** R C in seconds. */
  get #timeConstant(): number {
    return this.#push.resistance * this.compliance * 60;
  }
}
