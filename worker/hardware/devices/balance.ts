import type { Microseconds } from '../../clock/virtual-clock.js';
import type { Coroutine } from '../../task/index.js';
import { Course, follow } from '../course.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import type { LiquidSource } from '../liquid-source.js';

/** g/µl: water at 22 °C, 0.99777 g/ml (Tanaka et al., Metrologia 38 (2001) 301). */
const density = 0.000_997_77;
/** g; what an analytical balance of this resolution carries. Chosen. */
const largest = 200;
const resolution = 0.001;

export const balance: DeviceType = {
  type: 'balance',
  label: 'Balance',
  description:
    'Weighs what was put on its pan and what comes out of a pump or the end of a channel into the beaker on it. It takes a moment to settle, and its zero drifts.',
  parameters: {
    settling: { description: 'Time constant of its filter, in seconds', unit: 's', default: 0.6, range: [0.01, 30] },
    drift: { description: 'The most that its zero drifts in an hour, in g', unit: 'g/h', default: 0.002, range: [0, 1] },
    noise: { description: 'Standard deviation of a reading, in g', unit: 'g', default: 0.0004, range: [0, 0.1] },
  },
  ports: {
    beaker: {
      description: 'Whose liquid comes into the beaker on the pan',
      accepts: ['pump', 'channel'],
      needed: false,
      sole: 'what comes out goes into one beaker',
    },
  },
  create: (setup) => new Balance(setup),
};

/**
 * What balances do to a load: a first-order low-pass, y' = (m − y)/τ, so that 99 % are there after 4.6 τ; repeatability and a drift of
 * the zero are the contributions that EURAMET Calibration Guide 18 (Non-Automatic Weighing Instruments), section 7, names for a reading.
 */
class Balance extends Device {
  readonly #source = this.setup.wired('beaker') as (Device & LiquidSource) | null;
  readonly #noise = this.random('weight');
  /** g/s; its size and direction are those of this balance. */
  readonly #drift = (this.setup.parameter('drift') / 3600) * (2 * this.random('drift').uniform(0) - 1);
  #load = 0;
  #tare = 0;
  #tareAt: Microseconds = 0;
  /** What lies on the pan, in g, and what the filter makes of it. */
  #true = Course.constant(0);
  #filtered = Course.constant(0);
  readonly weight = this.numeric('weight', {
    label: 'Weight',
    unit: 'g',
    resolution,
    read: (at) => this.weight.kind.round(this.#reading(at)),
    observation: { type: 'polled', seconds: 0.5 },
  });
  readonly stable = this.boolean('stable', {
    label: 'Stable',
    read: (at) => Math.abs(this.#filtered.at(at) - this.#true.at(at)) < resolution,
    observation: { type: 'polled', seconds: 0.5 },
  });
  readonly load = this.numeric('load', {
    label: 'Load put on by hand',
    unit: 'g',
    range: [0, largest],
    resolution,
    read: () => this.#load,
    byHand: true,
    write: (load) => {
      this.beforeChange();
      this.#load = load ?? 0;
      this.#settle();
    },
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.02 });
    this.#source?.courseChanged.add(() => {
      this.beforeChange();
      this.#settle();
    });
    this.#settle();
    this.action({ name: 'tare', waitsFor: 'the balance to be tared', owns: [], run: () => this.#tareNow() });
  }

  protected get activity(): string {
    const { now } = this.loop.clock;
    return this.stable.sample(now).value ? 'settled' : 'settling';
  }

  *#tareNow(): Coroutine<void> {
    yield* this.link.ask(() => {
      this.beforeChange();
      this.#tareAt = this.loop.clock.now;
      this.#tare = this.#filtered.at(this.#tareAt);
    });
  }

  /** What lies on the pan, in g. */
  #onThePan(): Course {
    return (this.#source?.course ?? Course.constant(0)).scaled(density, this.#load);
  }

  #reading(at: Microseconds): number {
    const zero = this.#drift * ((at - this.#tareAt) / 1e6);
    return this.#filtered.at(at) - this.#tare + zero + this.setup.parameter('noise') * this.#noise.noise(at);
  }

  #settle(): void {
    const { now } = this.loop.clock;
    this.#true = this.#onThePan();
    this.#filtered = follow(this.#true, this.setup.parameter('settling'), this.#filtered.at(now), now);
  }
}
