import type { Microseconds } from '../../clock/virtual-clock.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { hydraulicResistance } from '../fluidics/channel.js';
import type { Valves } from '../fluidics/valves.js';
import { waterViscosity } from '../fluidics/water.js';
import { Listeners } from '../listeners.js';

/** Standard deviations of readings. Chosen so that the last digit is alive: mbar, µl/min, and parts of the flow. */
const noise = { pressure: 0.7, flow: 0.05, relative: 0.005 } as const;

export const channel: DeviceType = {
  type: 'channel',
  label: 'Channel',
  description: 'A channel of a chip, filled with water, with a pressure sensor at its inlet and a flow sensor.',
  parameters: {
    width: { description: 'Its width', unit: 'µm', default: 100, range: [5, 5000] },
    height: { description: 'Its height', unit: 'µm', default: 50, range: [5, 5000] },
    length: { description: 'Its length', unit: 'mm', default: 20, range: [0.1, 10_000] },
    valve: { description: 'Which valve of the board closes it', unit: '', default: 1, range: [1, 8] },
  },
  ports: {
    valve: {
      description: 'The board with the valve behind its outlet; without it that is always open',
      accepts: ['relays'],
      needed: false,
    },
  },
  create: (setup) => new Channel(setup),
};

/** What pushes liquid into a channel. */
export interface Source {
  /** At the inlet, mbar above the room. */
  pressure(at: Microseconds): number;
  /** What has gone through since the beginning, µl. */
  delivered(at: Microseconds): number;
}

/** A channel with its sensors. It is as viscous as the water in it, which has the temperature of the room. */
export class Channel extends Device {
  /** Told before its resistance changes, for whoever computes from it. */
  readonly changing = new Listeners();
  /** Told after it. */
  readonly changed = new Listeners();
  readonly #valves = this.setup.wired('valve') as (Device & Valves) | null;
  #source: Source | null = null;
  #resistance = this.#present();
  readonly #pressureNoise = this.random('pressure');
  readonly #flowNoise = this.random('flow');
  readonly flow = this.numeric('flow', {
    label: 'Flow',
    unit: 'µl/min',
    resolution: 0.1,
    read: (at) => this.flow.kind.round(this.#noisyFlow(at)),
    observation: { type: 'polled', seconds: 0.5 },
    noise: noise.flow,
  });
  readonly pressure = this.numeric('pressure', {
    label: 'Pressure',
    unit: 'mbar',
    resolution: 1,
    read: (at) => this.pressure.kind.round(this.#pressureAt(at) + noise.pressure * this.#pressureNoise.noise(at)),
    observation: { type: 'polled', seconds: 0.5 },
    noise: noise.pressure,
  });
  readonly delivered = this.numeric('delivered', {
    label: 'Delivered',
    unit: 'µl',
    resolution: 0.1,
    read: (at) => this.delivered.kind.round(this.#source?.delivered(at) ?? 0),
    observation: { type: 'polled', seconds: 1 },
  });

  constructor(setup: DeviceSetup) {
    // Latency: a digital sensor on I²C at 100 kbit/s behind a USB adapter. Chosen.
    super(setup, { latency: 0.005 });
    setup.environment.changed.add(() => this.#change());
    this.#valves?.onMoved(setup.parameter('valve'), () => this.#change());
  }

  /** mbar/(µl/min); `Infinity`: its valve is closed. */
  get resistance(): number {
    return this.#resistance;
  }

  /** What to do about too much pressure, for people. */
  get remedy(): string {
    if (Number.isFinite(this.resistance) || this.#valves === null) return 'open the way out, or pump more slowly';
    return `open its valve, ${this.#valves.id}.valve${this.setup.parameter('valve')}`;
  }

  /** Joins what pushes into it. Raises an error when there is something already. */
  feed(source: Source): void {
    if (this.#source !== null) throw new TypeError(`Two devices push into ${this.id}: join each to a channel of its own.`);
    this.#source = source;
  }

  /** To be called by its source before that changes. */
  settle(): void {
    this.beforeChange();
  }

  /** With the valve of the board that closes it. */
  protected override get wiring(): Readonly<Record<string, string>> {
    const valve = this.#valves === null ? {} : { valve: `${this.#valves.id}.valve${this.setup.parameter('valve')}` };
    return { ...super.wiring, ...valve };
  }

  protected get activity(): string {
    const { resistance } = this;
    return Number.isFinite(resistance) ? `${Number(resistance.toPrecision(3))} mbar per µl/min` : 'closed by its valve';
  }

  #change(): void {
    this.changing.tell();
    this.beforeChange();
    this.#resistance = this.#present();
    this.changed.tell();
  }

  #present(): number {
    const open = this.#valves?.isOpen(this.setup.parameter('valve')) ?? true;
    return open ? this.#ofWater() : Number.POSITIVE_INFINITY;
  }

  #pressureAt(at: Microseconds): number {
    return this.#source?.pressure(at) ?? 0;
  }

  #noisyFlow(at: Microseconds): number {
    const flow = this.#pressureAt(at) / this.resistance;
    return flow + (noise.flow + noise.relative * flow) * this.#flowNoise.noise(at);
  }

  #ofWater(): number {
    const { setup } = this;
    const shape = {
      type: 'rectangular',
      width: setup.parameter('width') * 1e-6,
      height: setup.parameter('height') * 1e-6,
      length: setup.parameter('length') * 1e-3,
    } as const;
    return hydraulicResistance(shape, waterViscosity(setup.environment.ambient));
  }
}
