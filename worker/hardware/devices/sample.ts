import { Course, follow } from '../course.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import type { HeatSource } from '../heat-source.js';

/** J/(ml·K): water, 4.18 J/(g·K) at 25 °C (CRC Handbook of Chemistry and Physics). */
const heatCapacity = 4.18;
/** ml that can be in the tube: a 2 ml tube, and what still wets its bottom. */
const volumes = [0.05, 2] as const;

export const sample: DeviceType = {
  type: 'sample',
  label: 'Sample',
  description: 'Water in a tube with a probe, which takes on the temperature of the block that it stands in, or of the room.',
  parameters: {
    volume: { description: 'Volume at the beginning, in ml', unit: 'ml', default: 1, range: volumes },
    conductance: {
      description: 'Heat that goes through the wall of a tube with 1 ml, in watts per kelvin',
      unit: 'W/K',
      // Chosen so that 1 ml follows with 60 s.
      default: 0.07,
      range: [0.001, 10],
    },
    noise: { description: 'Standard deviation of a reading of the probe, in kelvin', unit: 'K', default: 0.02, range: [0, 5] },
  },
  ports: { block: { description: 'The block that it stands in', accepts: ['thermostat'], needed: false } },
  create: (setup) => new Sample(setup),
};

/**
 * A lumped heat capacity behind a wall: T' = (T_block − T)/τ with τ = V·c/G (Incropera & DeWitt, Fundamentals of Heat and Mass
 * Transfer, section 5.1). The wetted wall grows with V^⅔, as the surfaces of similar bodies do.
 */
class Sample extends Device {
  readonly #block = this.setup.wired('block') as (Device & HeatSource) | null;
  readonly #random = this.random('temperature');
  readonly #noise = this.setup.parameter('noise');
  #volume = this.setup.parameter('volume');
  #course = Course.constant(this.setup.environment.ambient);
  readonly temperature = this.numeric('temperature', {
    label: 'Temperature',
    unit: 'degC',
    resolution: 0.01,
    read: (at) => this.temperature.kind.round(this.#course.at(at) + this.#noise * this.#random.noise(at)),
    observation: { type: 'polled', seconds: 1 },
    ...(this.#noise > 0 && { noise: this.#noise }),
  });
  readonly volume = this.numeric('volume', {
    label: 'Volume',
    unit: 'ml',
    range: volumes,
    resolution: 0.01,
    read: () => this.#volume,
    byHand: true,
    write: (volume) => {
      this.beforeChange();
      this.#volume = volume ?? this.#volume;
      this.#follow();
    },
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.02 });
    const changed = (): void => {
      this.beforeChange();
      this.#follow();
    };
    if (this.#block === null) setup.environment.changed.add(changed);
    else this.#block.courseChanged.add(changed);
    this.#follow();
  }

  protected get activity(): string {
    const missing = this.#surroundings.at(this.loop.clock.now) - this.#course.at(this.loop.clock.now);
    if (Math.abs(missing) < 0.2) return this.#block === null ? 'as warm as the room' : `as warm as ${this.#block.label}`;
    return missing > 0 ? 'warming' : 'cooling';
  }

  get #surroundings(): Course {
    return this.#block?.course ?? Course.constant(this.setup.environment.ambient);
  }

  #follow(): void {
    const { now } = this.loop.clock;
    const seconds = (this.#volume * heatCapacity) / (this.setup.parameter('conductance') * this.#volume ** (2 / 3));
    this.#course = follow(this.#surroundings, seconds, this.#course.at(now), now);
  }
}
