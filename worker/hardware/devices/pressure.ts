import type { Microseconds } from '../../clock/virtual-clock.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import type { Course } from '../course.js';
import { Regulator } from '../fluidics/regulator.js';
import { Channel, type Source } from './channel.js';

/** mbar. Chosen: what glass bottles with a pressure cap are made for. */
const fullScale = 2000;
/** Standard deviation of a reading, mbar. Chosen so that the last digit is alive. */
const readoutNoise = 0.5;

export const pressure: DeviceType = {
  type: 'pressure',
  label: 'Pressure controller',
  description: 'A regulator that puts a bottle under pressure, which pushes its liquid through a channel.',
  parameters: {
    lag: { description: 'How long 63 % of a step take', unit: 's', default: 0.1, range: [0.001, 60] },
    supply: { description: 'What the compressed air gives at most', unit: 'mbar', default: 6000, range: [100, 10_000] },
  },
  ports: {
    outlet: {
      description: 'What the bottle empties into',
      accepts: ['channel'],
      needed: false,
      sole: 'one device pushes through a channel',
    },
  },
  create: (setup) => new Pressure(setup),
};

/** A pressure controller with a bottle that does not run empty. */
class Pressure extends Device implements Source {
  readonly #regulator = new Regulator({ lag: this.setup.parameter('lag'), supply: this.setup.parameter('supply') });
  readonly #noise = this.random('readout');
  readonly #channel = this.#outlet();
  #resistance = this.#channel?.resistance ?? Number.POSITIVE_INFINITY;
  #delivered = 0;
  readonly readout = this.numeric('readout', {
    label: 'Readout',
    unit: 'mbar',
    resolution: 1,
    read: (at) => this.readout.kind.round(this.#regulator.pressure(at) + readoutNoise * this.#noise.noise(at)),
    observation: { type: 'polled', seconds: 0.5 },
    noise: readoutNoise,
  });
  readonly setpoint = this.numeric('setpoint', {
    label: 'Setpoint',
    unit: 'mbar',
    range: [0, fullScale],
    resolution: 1,
    read: () => this.#regulator.setpoint,
    write: (setpoint) => {
      this.beforeChange();
      this.#channel?.settle();
      this.#set(setpoint ?? 0);
    },
  });

  constructor(setup: DeviceSetup) {
    // Latency: as the thermostat's, on a serial line of 19,200 bit/s.
    super(setup, { latency: 0.02 });
    this.#channel?.feed(this);
    this.#channel?.changing.add(() => this.beforeChange());
    this.#channel?.changed.add(() => this.#set(this.#regulator.setpoint));
  }

  pressure(at: Microseconds): number {
    return this.#regulator.pressure(at);
  }

  delivered(at: Microseconds): number {
    return this.#delivered + this.#regulator.pushed(at) / this.#resistance;
  }

  /** How what has gone through its channel goes on, µl. */
  get course(): Course {
    return this.#regulator.course.scaled(1 / this.#resistance, this.#delivered);
  }

  protected get activity(): string {
    const { setpoint } = this.#regulator;
    if (setpoint === 0) return 'off';
    return Math.abs(setpoint - this.#regulator.pressure(this.loop.clock.now)) < 2 ? 'holding' : 'regulating';
  }

  /** From here on with this setpoint, through the channel as it is now. */
  #set(setpoint: number): void {
    const { now } = this.loop.clock;
    this.#delivered = this.delivered(now);
    this.#regulator.set(setpoint, now);
    this.#resistance = this.#channel?.resistance ?? Number.POSITIVE_INFINITY;
    this.#channel?.flowed();
  }

  #outlet(): Channel | null {
    const wired = this.setup.wired('outlet');
    return wired instanceof Channel ? wired : null;
  }
}
