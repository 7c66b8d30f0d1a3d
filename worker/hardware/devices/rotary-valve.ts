import type { Microseconds } from '../../clock/virtual-clock.js';
import type { Coroutine, Future } from '../../task/index.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { NodeUnavailableError } from '../errors.js';
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
  slips: 'the rotor',
  create: (setup) => new RotaryValve(setup),
};

/**
 * A stepper at constant speed that turns the shorter way: a move takes as many times `step` as there are ports on its way, three at most.
 * A mark at each port tells whether it has got there. When steps are lost it stops short: it says so once the move is over, shows the last
 * port that it has passed, and does not turn again before it has found its first port.
 */
class RotaryValve extends Device {
  readonly #movingChanged = new Listeners();
  #position = 0;
  #before = 0;
  /** Where it stands, for people, after it has not reached its port; `null`: at a port. */
  #astray: string | null = null;
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
    if (this.loop.clock.now < this.#arrivesAt) return this.#astray === null ? `turning to port ${ports[this.#position]!}` : 'turning';
    return this.#astray ?? `at port ${ports[this.#position]!}`;
  }

  *#home(): Coroutine<void> {
    yield* this.link.ask(() => {
      // Its first port has a mark of its own, so steps that are lost cost nothing but time.
      const part = this.slip.of(1);
      if (part === 0) throw new NodeUnavailableError(`${this.label} does not turn at all, so it cannot find its first port.`);
      this.#astray = null;
      this.#move(0, this.setup.parameter('homing') / part);
    });
    this.position.writer?.adopt(ports[0]);
  }

  #turn(port: number): Future<void> | undefined {
    if (this.#astray !== null) throw new NodeUnavailableError(`${this.label} stands ${this.#astray}: ${this.#remedy}`);
    const forward = (port - this.#position + ports.length) % ports.length;
    const steps = forward <= ports.length / 2 ? forward : forward - ports.length;
    const passed = Math.trunc(this.slip.of(steps));
    const start = this.#position;
    const at = (way: number): string => ports[(start + way + ports.length) % ports.length]!;
    this.#move(ports.indexOf(at(passed) as (typeof ports)[number]), Math.abs(steps) * this.setup.parameter('step'));
    if (passed === steps) return undefined;
    this.#astray = `between port ${at(passed)} and port ${at(passed + Math.sign(steps))}`;
    return this.#failure(
      `${this.label} has not reached port ${ports[port]!}: it has lost steps and stands ${this.#astray}. ${this.#remedy}`,
    );
  }

  get #remedy(): string {
    return `Let it look for its first port: ${this.id}.home().`;
  }

  /** What is told when the move is over. */
  #failure(message: string): Future<void> {
    const failure = this.loop.future<void>(`${this.position.path} to be reached`);
    // Whoever asked may not listen any more: that is no error of theirs.
    failure.retrieved = true;
    this.loop.clock.schedule(this.#arrivesAt, () => {
      if (!failure.done) failure.setException(new NodeUnavailableError(message));
    });
    return failure;
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
