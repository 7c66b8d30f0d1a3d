import type { Microseconds } from '../clock/virtual-clock.js';
import { Course, type Stretch } from './course.js';

const microsecondsPerMinute = 60e6;

/** A syringe that is pressed at a constant rate until it is empty. Volumes in µl, flow in µl/min, exact at any instant since the last change. */
export class Syringe {
  #since: Microseconds = 0;
  #flow = 0;
  /** Content and dispensed volume at `#since`. */
  #content: number;
  #dispensed = 0;

  constructor(readonly capacity: number) {
    this.#content = capacity;
  }

  /** Changes the flow at an instant; never before the last change. */
  press(flow: number, at: Microseconds): void {
    this.#settle(at);
    this.#flow = flow;
  }

  /** Draws it full again: as much as is missing. The flow is 0 then. */
  refill(at: Microseconds): void {
    this.#settle(at);
    this.#flow = 0;
    this.#content = this.capacity;
  }

  /** 0 from the instant at which it is empty. */
  flow(at: Microseconds): number {
    return at < this.emptyAt ? this.#flow : 0;
  }

  /** Since the beginning, refills included. */
  dispensed(at: Microseconds): number {
    return this.#dispensed + this.#pressed(at);
  }

  content(at: Microseconds): number {
    return this.#content - this.#pressed(at);
  }

  /** How the dispensed volume goes on. */
  get course(): Course {
    const pressed: Stretch = { from: this.#since, offset: this.#dispensed, slope: this.#flow / 60, terms: [] };
    if (this.#flow === 0 || !Number.isFinite(this.emptyAt)) return new Course([pressed]);
    return new Course([pressed, { from: this.emptyAt, offset: this.#dispensed + this.#content, slope: 0, terms: [] }]);
  }

  /** When it will be empty; `Infinity` while nothing flows. */
  get emptyAt(): Microseconds {
    if (this.#content === 0) return this.#since;
    return this.#flow === 0 ? Number.POSITIVE_INFINITY : this.#since + Math.ceil((this.#content / this.#flow) * microsecondsPerMinute);
  }

  #pressed(at: Microseconds): number {
    return at >= this.emptyAt ? this.#content : (this.#flow * (at - this.#since)) / microsecondsPerMinute;
  }

  #settle(at: Microseconds): void {
    const pressed = this.#pressed(at);
    this.#dispensed += pressed;
    this.#content -= pressed;
    this.#since = at;
  }
}
