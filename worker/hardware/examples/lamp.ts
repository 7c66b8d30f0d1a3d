import { Course, follow } from '../course.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';

export const lamp: DeviceType = {
  type: 'lamp',
  label: 'Lamp',
  description: 'An LED, which gives less light as it gets warm.',
  parameters: {
    efficiency: { description: 'Part of the power that becomes light while it is cold', unit: '', default: 0.4, range: [0.01, 0.8] },
    droop: { description: 'Part of the light that is lost at 1 W once it is warm', unit: '', default: 0.1, range: [0, 0.5] },
    warming: { description: 'Time constant with which it gets warm, in seconds', unit: 's', default: 20, range: [1, 1000] },
  },
  create: (setup) => new Lamp(setup),
};

/** Warmth follows power with one time constant, light falls in proportion to it (Schubert, Light-Emitting Diodes, chapter 6). */
class Lamp extends Device {
  #power = 0;
  #warmth = Course.constant(0);
  readonly #noise = this.random('light');

  readonly light = this.numeric('light', {
    label: 'Light',
    unit: 'mW',
    resolution: 1,
    read: (at) => this.light.kind.round(this.#light(this.#warmth.at(at)) + this.#noise.noise(at)),
    observation: { type: 'polled', seconds: 1 },
  });
  readonly power = this.numeric('power', {
    label: 'Power',
    unit: 'W',
    range: [0, 2],
    resolution: 0.01,
    read: () => this.#power,
    write: (power) => {
      this.beforeChange();
      const { now } = this.loop.clock;
      this.#power = power ?? 0;
      this.#warmth = follow(Course.constant(this.#power), this.setup.parameter('warming'), this.#warmth.at(now), now);
    },
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.02 });
  }

  protected get activity(): string {
    return this.#power === 0 ? 'off' : 'on';
  }

  #light(warmth: number): number {
    return 1000 * this.#power * this.setup.parameter('efficiency') * (1 - this.setup.parameter('droop') * warmth);
  }
}
