import { Listeners } from './listeners.js';
import type { ActiveFault } from './trouble.js';

/**
 * What becomes of the movements of a device whose drive slips: a stepper that loses steps, a belt that slides. Of every way that it is to
 * go it goes the same share, so that what is moved is (1 − slip) × what was commanded.
 */
export class Slip {
  /** Told after slipping has begun or is over, for a device that is moving meanwhile. */
  readonly changed = new Listeners();
  #fault: ActiveFault | null = null;

  /** `amount` of the fault: percent of the way that are lost. */
  begin(fault: ActiveFault): void {
    this.#fault = fault;
    this.changed.tell();
  }

  end(): void {
    this.#fault = null;
    this.changed.tell();
  }

  /** Part of each way that is lost now, 0 to 1. */
  get lost(): number {
    return (this.#fault?.amount ?? 0) / 100;
  }

  /** What comes about of a way, a speed or a flow that the drive makes. A fault that takes some of it has made a difference. */
  of(way: number): number {
    if (this.#fault === null) return way;
    if (way !== 0) this.#fault.fired();
    return way * (1 - this.lost);
  }
}
