import type { Microseconds } from '../../clock/virtual-clock.js';
import type { Coroutine } from '../../task/index.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { Listeners } from '../listeners.js';

const ports = ['1', '2', '3', '4', '5', '6'] as const;

export const rotaryValve: DeviceType = {
  type: 'rotary-valve',
  label: 'Rotary valve',
  description:
    'A valve that joins a common port to one of six. It looks for its first port when it is switched on, and hears nothing while it turns.',
  parameters: {
    // Chosen, as the next one: half a turn within 0.75 s, homing about a turn and back.
    step: { description: 'Time from a port to the next one, in seconds', unit: 's', default: 0.25, range: [0.01, 10] },
    homing: { description: 'Time that it takes to find its first port, in seconds', unit: 's', default: 3, range: [0, 60] },
  },
  create: (setup) => new RotaryValve(setup),
};

/** A stepper at constant speed that turns the shorter way: a move takes as many times `step` as there are ports on its way, three at most. */
class RotaryValve extends Device {
  readonly #movingChanged = new Listeners();
  #position = 0;
  #before = 0;
  /** When the move that is on, or the last one, ends. */
  #arrivesAt: Microseconds = this.setup.parameter('homing') * 1e6;
  readonly position = this.choice('position', {
    label: 'Position',
    cases: ports.map((id) => ({ id, label: `Port ${id}` })),
    read: (at) => ports[at < this.#arrivesAt ? this.#before : this.#position]!,
    write: (port) => this.#turn(ports.findIndex((id) => id === port)),
  });
  readonly moving = this.boolean('moving', {
    label: 'Moving',
    read: (at) => at < this.#arrivesAt,
    observation: { type: 'pushed', subscribe: (changed) => this.#movingChanged.add(changed) },
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.02 });
    this.#tellOfArrival();
    this.action({ name: 'home', waitsFor: 'the valve to find its first port', owns: [this.position], run: () => this.#home() });
  }

  protected get activity(): string {
    return this.loop.clock.now < this.#arrivesAt ? `turning to port ${ports[this.#position]!}` : `at port ${ports[this.#position]!}`;
  }

  *#home(): Coroutine<void> {
    yield* this.link.ask(() => this.#move(0, this.setup.parameter('homing')));
    this.position.writer?.adopt(ports[0]);
  }

  #turn(port: number): void {
    const steps = Math.abs(port - this.#position);
    this.#move(port, Math.min(steps, ports.length - steps) * this.setup.parameter('step'));
  }

  /** A move begins when the one before is over, and is answered when it is over itself. */
  #move(port: number, seconds: number): void {
    this.beforeChange();
    const { now } = this.loop.clock;
    this.#before = this.#position;
    this.#position = port;
    this.#arrivesAt = Math.max(now, this.#arrivesAt) + Math.round(seconds * 1e6);
    this.link.busy((this.#arrivesAt - now) / 1e6);
    this.#tellOfArrival();
  }

  #tellOfArrival(): void {
    this.#movingChanged.tell();
    this.loop.clock.schedule(this.#arrivesAt, () => this.#movingChanged.tell());
  }
}
