import type { Microseconds } from '../../clock/virtual-clock.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';

/** Standard deviation of the tachometer, rpm. Chosen: the last digit is alive. */
const tachometerNoise = 0.7;

export const shaker: DeviceType = {
  type: 'shaker',
  label: 'Shaker',
  description: 'An orbital shaker, which comes up to speed and to rest at an even acceleration.',
  parameters: {
    acceleration: { description: 'How fast the speed changes, in rpm per second', unit: '1/min/s', default: 50, range: [1, 1000] },
    fastest: { description: 'The largest speed, in rpm', unit: 'rpm', default: 1000, range: [10, 3000] },
  },
  slips: 'the belt',
  create: (setup) => new Shaker(setup),
};

/**
 * A trapezoidal profile, as motor controllers drive it: the speed changes linearly, v(t) = v₀ ± a·t, until the set speed is reached,
 * after |v − v₀| / a (Biagiotti & Melchiorri, Trajectory Planning for Automatic Machines and Robots, section 3.2). That is the motor; the
 * speed is measured at the platform, which a belt that slips drives more slowly.
 */
class Shaker extends Device {
  readonly #acceleration = this.setup.parameter('acceleration');
  readonly #random = this.random('speed');
  #since: Microseconds = 0;
  #from = 0;
  #wanted = 0;
  readonly speed = this.numeric('speed', {
    label: 'Speed',
    unit: 'rpm',
    resolution: 1,
    read: (at) => this.#measured(at),
    noise: tachometerNoise,
    observation: { type: 'polled', seconds: 1 },
  });
  readonly setpoint = this.numeric('setpoint', {
    label: 'Setpoint',
    unit: 'rpm',
    range: [0, this.setup.parameter('fastest')],
    resolution: 1,
    read: () => this.#wanted,
    write: (speed) => this.#drive(speed ?? 0),
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.02 });
    this.slip.changed.add(() => void this.slip.of(this.#speed(this.loop.clock.now)));
  }

  protected get activity(): string {
    const speed = this.#speed(this.loop.clock.now);
    if (speed !== this.#wanted) return speed < this.#wanted ? 'speeding up' : 'slowing down';
    return speed === 0 ? 'at rest' : 'shaking';
  }

  #speed(at: Microseconds): number {
    const change = (this.#acceleration * (at - this.#since)) / 1e6;
    const missing = this.#wanted - this.#from;
    return change >= Math.abs(missing) ? this.#wanted : this.#from + Math.sign(missing) * change;
  }

  /** A motor at rest is not noisy. */
  #measured(at: Microseconds): number {
    const speed = this.#speed(at) * (1 - this.slip.lost);
    return speed === 0 ? 0 : Math.max(0, this.speed.kind.round(speed + tachometerNoise * this.#random.noise(at)));
  }

  #drive(speed: number): void {
    this.beforeChange();
    const { now } = this.loop.clock;
    this.#from = this.#speed(now);
    this.#since = now;
    this.#wanted = speed;
    this.slip.of(Math.max(this.#from, speed));
  }
}
