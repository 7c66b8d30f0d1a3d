import type { Timer } from '../../clock/virtual-clock.js';
import type { Coroutine, Future } from '../../task/index.js';
import type { Course } from '../course.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { NodeUnavailableError } from '../errors.js';
import type { LiquidSource } from '../liquid-source.js';
import { Listeners } from '../listeners.js';
import { Syringe } from '../syringe.js';
import { Channel } from './channel.js';
import { PumpOutlet } from './pump-outlet.js';

/** A 5 ml syringe; chosen: it lasts for 500 min of slow dosing, and a fast process meets its end within minutes. */
const capacity = 5000;
/**
 * µl/min. Chosen: 1 ml/min is 8.8 mm/min of a plunger of 12 mm, and 0.1 µl/min is 0.9 µm/min, both within what a screw drive does.
 */
const fastest = 1000;
/** µl/min while the syringe is drawn full: 5 ml in 30 s, at which water does not yet foam. Chosen. */
const refilling = 10_000;

export const pump: DeviceType = {
  type: 'pump',
  label: 'Syringe pump',
  description: 'A syringe pump, which stops by itself when the syringe is empty, and stalls when the pressure in its channel is too high.',
  parameters: {
    // Chosen: what Luer fittings and chips of silicone hold.
    limit: { description: 'The pressure at which it stalls', unit: 'mbar', default: 2000, range: [10, 20_000] },
    // A bubble of 20 µl at 1 bar gives way by 20 µl per 1000 mbar (Boyle), and more than syringe and tubes do.
    compliance: {
      description: 'By how much syringe, tubes and bubbles give way, in µl per mbar',
      unit: 'µl/mbar',
      default: 0.02,
      range: [1e-4, 10],
    },
  },
  slips: 'the plunger',
  ports: {
    outlet: {
      description: 'What it pushes into; without it nothing resists',
      accepts: ['channel'],
      needed: false,
      sole: 'one device pushes through a channel',
    },
  },
  create: (setup) => new Pump(setup),
};

/**
 * A syringe pump. It stops by itself when the syringe is empty, and while the pressure in its channel is too high. `flow` is what its motor
 * makes; `dispensed` is measured at the plunger, which gets less far when it slips.
 */
class Pump extends Device implements LiquidSource {
  readonly courseChanged = new Listeners();
  readonly #syringe = new Syringe(capacity);
  readonly #flowChanged = new Listeners();
  readonly flow = this.numeric('flow', {
    label: 'Flow',
    unit: 'µl/min',
    range: [0, fastest],
    resolution: 0.1,
    read: (at) => (at < this.#syringe.emptyAt ? this.#motor : 0),
    write: (flow) => this.#press(flow ?? 0),
    observation: { type: 'pushed', subscribe: (changed) => this.#flowChanged.add(changed) },
  });
  readonly dispensed = this.numeric('dispensed', {
    label: 'Dispensed',
    unit: 'µl',
    resolution: 0.1,
    read: (at) => this.dispensed.kind.round(this.#syringe.dispensed(at)),
    observation: { type: 'polled', seconds: 1 },
  });
  #empty: Timer | null = null;
  #refilling = false;
  /** What the motor makes, µl/min; more than what flows when the plunger slips. */
  #motor = 0;
  readonly #outlet: PumpOutlet | null;

  constructor(setup: DeviceSetup) {
    // Latency: as the thermostat's, at the 19,200 bit/s that New Era's NE-500 manual names for its syringe pumps.
    super(setup, { latency: 0.02 });
    this.action({ name: 'refill', waitsFor: 'the syringe to be full', owns: [this.flow], run: () => this.#refill() });
    const channel = setup.wired('outlet');
    this.#outlet =
      channel instanceof Channel
        ? new PumpOutlet(channel, setup.parameter('compliance'), setup.parameter('limit'), {
            changing: () => this.beforeChange(),
            stalled: () => this.#setFlow(0),
            freed: () => this.#flowChanged.tell(),
          })
        : null;
    this.slip.changed.add(() => {
      if (this.#motor > 0 && this.#syringe.content(this.loop.clock.now) > 0) this.#setFlow(this.#motor);
    });
    // Once it was told to flow, it may stop by itself: from then on the computer listens.
    const off = this.flow.changed.add((change) => {
      if (change !== 'target') return;
      off();
      this.flow.watching?.watch();
    });
  }

  /** Draws the syringe full, which takes up to half a minute; the flow rests meanwhile and goes on after it. Raises `NodeUnavailableError`. */
  *#refill(): Coroutine<void> {
    const full = this.loop.future<void>('the syringe to be full');
    yield* this.link.ask(() => this.#draw(full));
    yield full;
  }

  /** How the dispensed volume goes on. */
  get course(): Course {
    return this.#syringe.course;
  }

  protected get activity(): string {
    const { now } = this.loop.clock;
    const dispensed = `${Math.round(this.#syringe.dispensed(now))} µl dispensed`;
    if (this.#refilling) return `refilling · ${dispensed}`;
    if (this.#outlet?.stalled === true) return `stalled · ${dispensed}`;
    return this.#syringe.content(now) === 0 ? `syringe empty · ${dispensed}` : dispensed;
  }

  /** The pump finishes on its own, even if nobody waits for it. */
  #draw(full: Future<void>): void {
    const { clock } = this.loop;
    if (this.#refilling) throw new NodeUnavailableError('The syringe is being refilled already.');
    this.beforeChange();
    this.#setFlow(0);
    this.#refilling = true;
    const missing = capacity - this.#syringe.content(clock.now);
    this.loop.callLater((missing / refilling) * 60, () => {
      this.#syringe.refill(clock.now);
      this.#refilling = false;
      this.#flowChanged.tell();
      this.courseChanged.tell();
      if (!full.done) full.setResult(undefined);
    });
  }

  #press(flow: number): void {
    if (flow > 0 && this.#refilling) throw new NodeUnavailableError('The syringe is being refilled: the pump goes on after it.');
    if (flow > 0 && this.#syringe.content(this.loop.clock.now) === 0) {
      throw new NodeUnavailableError('The syringe is empty, so nothing flows. Refill it: pump.refill().');
    }
    if (flow > 0 && this.#outlet?.stalled === true) throw new NodeUnavailableError(this.#outlet.explanation);
    this.beforeChange();
    this.#setFlow(flow);
  }

  #setFlow(flow: number): void {
    const { clock } = this.loop;
    if (this.#empty !== null) clock.cancel(this.#empty);
    this.#motor = flow;
    const pressed = this.slip.of(flow);
    this.#syringe.press(pressed, clock.now);
    const { emptyAt } = this.#syringe;
    this.#empty = Number.isFinite(emptyAt) && flow > 0 ? clock.schedule(emptyAt, () => this.#runOut()) : null;
    this.#outlet?.setFlow(pressed);
    this.#flowChanged.tell();
    this.courseChanged.tell();
  }

  #runOut(): void {
    this.beforeChange();
    this.#outlet?.setFlow(0);
    this.#flowChanged.tell();
  }
}
