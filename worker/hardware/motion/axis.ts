import type { Microseconds } from '../../clock/virtual-clock.js';
import { type AxisLimits, Travel } from './travel.js';

/** An axis of a stage: where it is at any instant since its last command, in mm. It stands still until the first. */
export class Axis {
  #since: Microseconds = 0;
  #travel: Travel;
  #target: number;

  /** `position`: where it stands at the beginning, mm. */
  constructor(
    position: number,
    private readonly limits: AxisLimits,
  ) {
    this.#target = position;
    this.#travel = new Travel(position, 0, position, limits);
  }

  get target(): number {
    return this.#target;
  }

  /**
   * Sends it to a position at an instant, never before the last command. `velocity`: no faster than that, mm/s. On its way there
   * already it just goes on.
   */
  moveTo(target: number, at: Microseconds, velocity: number = this.limits.velocity): void {
    if (target === this.#target && at < this.arrivesAt) return;
    const limits = { ...this.limits, velocity: Math.min(velocity, this.limits.velocity) };
    this.#travel = new Travel(this.position(at), this.velocity(at), target, limits);
    this.#target = target;
    this.#since = at;
  }

  position(at: Microseconds): number {
    return at >= this.arrivesAt ? this.#target : this.#travel.position((at - this.#since) / 1e6);
  }

  /** mm/s, negative on the way back. */
  velocity(at: Microseconds): number {
    return at >= this.arrivesAt ? 0 : this.#travel.velocity((at - this.#since) / 1e6);
  }

  /** From when on it stands still at its target. */
  get arrivesAt(): Microseconds {
    return this.#since + Math.ceil(this.#travel.seconds * 1e6);
  }
}
