import type { Microseconds, Timer } from '../../clock/virtual-clock.js';
import { Course } from '../course.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { hydraulicResistance } from '../fluidics/channel.js';
import type { Valves } from '../fluidics/valves.js';
import { waterViscosity } from '../fluidics/water.js';
import type { HeatSource } from '../heat-source.js';
import type { LiquidSource } from '../liquid-source.js';
import { Listeners } from '../listeners.js';

/** Standard deviations of readings. Chosen so that the last digit is alive: mbar, µl/min, and parts of the flow. */
const noise = { pressure: 0.7, flow: 0.05, relative: 0.005 } as const;

/** K: when its block is so much warmer or colder, what it resists is worked out anew. It makes 0.2 % of the viscosity, less than a flow sensor tells. */
const step = 0.1;
/** The same for the time in between, seconds: not more often than a sensor is read, and never so seldom that nobody would see it. */
const [soonest, latest] = [1, 60] as const;
/** By then a block has come to rest, if it does. */
const aWeek: Microseconds = 7 * 86_400e6;

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
    block: {
      description: 'The block that it lies on; without it its water is as warm as the room',
      accepts: ['thermostat'],
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
  /** How that goes on. */
  readonly course: Course;
}

/**
 * A channel with its sensors. It resists as the water in it does, which has the temperature of the block that it lies on, or of the room:
 * heat needs h²/α to get through a layer of water, 20 ms for one of 50 µm (α = 1.4 · 10⁻⁷ m²/s: Incropera & DeWitt, Fundamentals of Heat
 * and Mass Transfer, table A.6). Between two steps of that temperature the resistance stays what it is.
 */
export class Channel extends Device implements LiquidSource {
  /** Told after what comes out goes on otherwise. */
  readonly courseChanged = new Listeners();
  /** Told before its resistance changes, for whoever computes from it. */
  readonly changing = new Listeners();
  /** Told after it. */
  readonly changed = new Listeners();
  readonly #valves = this.setup.wired('valve') as (Device & Valves) | null;
  readonly #block = this.setup.wired('block') as (Device & HeatSource) | null;
  #source: Source | null = null;
  #next: Timer | null = null;
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
    if (this.#block === null) setup.environment.changed.add(() => this.#change());
    else this.#block.courseChanged.add(() => this.#change());
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

  /** How what comes out of its end goes on, in µl since the beginning. */
  get course(): Course {
    return this.#source?.course ?? Course.constant(0);
  }

  /** To be called by its source after it goes on otherwise. */
  flowed(): void {
    this.courseChanged.tell();
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
    this.#watchBlock();
  }

  /** Plans when its block is so much warmer or colder that the water in it tells; as long as that is still to come. */
  #watchBlock(): void {
    const { clock } = this.loop;
    if (this.#next !== null) clock.cancel(this.#next);
    this.#next = null;
    if (this.#block === null) return;
    const { course } = this.#block;
    const here = course.at(clock.now);
    if (Math.abs(course.at(clock.now + aWeek) - here) < step / 5) return;
    const perSecond = Math.abs(course.at(clock.now + 1e6) - here);
    const seconds = Math.min(latest, Math.max(soonest, step / perSecond));
    this.#next = clock.schedule(clock.now + Math.round(seconds * 1e6), () => this.#change());
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

  /** Of the water in it, °C. */
  #celsius(): number {
    return this.#block?.course.at(this.loop.clock.now) ?? this.setup.environment.ambient;
  }

  #ofWater(): number {
    const { setup } = this;
    const shape = {
      type: 'rectangular',
      width: setup.parameter('width') * 1e-6,
      height: setup.parameter('height') * 1e-6,
      length: setup.parameter('length') * 1e-3,
    } as const;
    return hydraulicResistance(shape, waterViscosity(this.#celsius()));
  }
}
