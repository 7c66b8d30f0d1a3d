import type { Timer } from '../../clock/virtual-clock.js';
import type { Future } from '../../task/index.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { Axis } from '../motion/axis.js';
import { Carriage } from '../motion/carriage.js';
import type { NumericNode } from '../numeric-node.js';

/** mm/s². Chosen: 20 mm/s are reached in 0.1 s, which a liquid in a dish survives. */
const acceleration = 200;
/** mm/s: slower than that the motors of a stage stutter. Chosen. */
const slowest = 0.01;

export const stage: DeviceType = {
  type: 'stage',
  label: 'XY stage',
  description: 'A stage that moves a slide under a microscope, within limits that it keeps to by itself.',
  parameters: {
    // What the stage of a microscope commonly has: four slides side by side.
    width: { description: 'How far it goes to the right', unit: 'mm', default: 110, range: [1, 500] },
    depth: { description: 'How far it goes to the back', unit: 'mm', default: 75, range: [1, 500] },
    velocity: { description: 'The fastest that it moves', unit: 'mm/s', default: 20, range: [0.1, 500] },
  },
  slips: 'the carriage',
  create: (setup) => new Stage(setup),
};

/**
 * Two axes with one controller, which answers at once and moves then; it can be asked where it is meanwhile. It says where it is by the
 * steps that it has made: when some are lost it does not know.
 */
export class Stage extends Device {
  readonly #axes = { x: this.#axis(), y: this.#axis() };
  readonly #carriages = {
    x: new Carriage(this.#axes.x, [0, this.setup.parameter('width')]),
    y: new Carriage(this.#axes.y, [0, this.setup.parameter('depth')]),
  };
  readonly #arrivals = new Map<Axis, Timer>();
  #velocity = this.setup.parameter('velocity');
  readonly x = this.#position('x', 'X', this.setup.parameter('width'));
  readonly y = this.#position('y', 'Y', this.setup.parameter('depth'));
  readonly velocity = this.numeric('velocity', {
    label: 'Velocity',
    unit: 'mm/s',
    range: [slowest, this.setup.parameter('velocity')],
    resolution: 0.01,
    read: () => this.#velocity,
    write: (velocity) => {
      this.#velocity = velocity ?? this.#velocity;
    },
  });

  constructor(setup: DeviceSetup) {
    // Latency: as the thermostat's, on a serial line of 19,200 bit/s.
    super(setup, { latency: 0.02 });
    this.slip.changed.add(() => {
      const { now } = this.loop.clock;
      for (const name of ['x', 'y'] as const) {
        this.#carriages[name].settle(this.slip.lost, now);
        this.slip.of(this.#axes[name].target - this.#axes[name].position(now));
      }
    });
  }

  /** Where it really is at an instant since its last command, in mm. */
  place(at: number): readonly [x: number, y: number] {
    return [this.#carriages.x.position(at), this.#carriages.y.position(at)];
  }

  protected get activity(): string {
    const { now } = this.loop.clock;
    const { x, y } = this.#axes;
    const moving = now < Math.max(x.arrivesAt, y.arrivesAt);
    return moving ? `moving to ${text(x.target)}, ${text(y.target)} mm` : `at ${text(x.target)}, ${text(y.target)} mm`;
  }

  #axis(): Axis {
    return new Axis(0, { velocity: this.setup.parameter('velocity'), acceleration });
  }

  #position(name: 'x' | 'y', label: string, furthest: number): NumericNode {
    const axis = this.#axes[name];
    const node: NumericNode = this.numeric(name, {
      label,
      unit: 'mm',
      range: [0, furthest],
      resolution: 0.001,
      read: (at) => node.kind.round(axis.position(at)),
      write: (to) => this.#move(name, to ?? axis.target, node.path),
      observation: { type: 'polled', seconds: 0.2 },
    });
    return node;
  }

  /** It moves on its own, even if nobody waits for it. */
  #move(name: 'x' | 'y', to: number, path: string): Future<void> {
    const { clock } = this.loop;
    const axis = this.#axes[name];
    this.beforeChange();
    this.#carriages[name].settle(this.slip.lost, clock.now);
    this.slip.of(to - axis.position(clock.now));
    axis.moveTo(to, clock.now, this.#velocity);
    const arrived = this.loop.future<void>(`${path} to be there`);
    const earlier = this.#arrivals.get(axis);
    if (earlier !== undefined) clock.cancel(earlier);
    const timer = clock.schedule(axis.arrivesAt, () => {
      if (!arrived.done) arrived.setResult(undefined);
    });
    this.#arrivals.set(axis, timer);
    return arrived;
  }
}

/** To the hundredth, without zeros at the end. */
function text(millimetres: number): string {
  return String(Number(millimetres.toFixed(2)));
}
