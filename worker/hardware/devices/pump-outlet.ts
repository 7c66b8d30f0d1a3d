import type { Microseconds, Timer } from '../../clock/virtual-clock.js';
import { PushedChannel } from '../fluidics/pushed-channel.js';
import type { Course } from '../course.js';
import type { Channel, Source } from './channel.js';

/** Below this part of the limit a pump that has stalled goes on. Chosen: so it does not stall again at once. */
const restart = 0.9;

/** What the outlet tells its pump. */
export interface PumpEvents {
  /** Something is about to change. */
  changing(): void;
  /** The pressure has come to the limit: the motor does not turn any more. */
  stalled(): void;
  /** The pressure has fallen: the pump can go on. */
  freed(): void;
}

/** The liquid between a pump and its channel, and whether the pump can push against it. */
export class PumpOutlet implements Source {
  stalled = false;
  readonly #liquid: PushedChannel;
  #flow = 0;
  #timer: Timer | null = null;

  /** `compliance` in µl/mbar, `limit` in mbar. */
  constructor(
    private readonly channel: Channel,
    compliance: number,
    private readonly limit: number,
    private readonly events: PumpEvents,
  ) {
    this.#liquid = new PushedChannel(compliance);
    channel.feed(this);
    channel.changing.add(() => events.changing());
    channel.changed.add(() => this.#apply());
    this.#apply();
  }

  /** Why it does not push, for people. */
  get explanation(): string {
    const limit = Math.round(this.limit);
    return (
      `The pump has stalled: the pressure has come to ${limit} mbar, which is all that it can push against. ` +
      `It goes on below ${Math.round(limit * restart)} mbar: ${this.channel.remedy}.`
    );
  }

  pressure(at: Microseconds): number {
    return this.#liquid.pressure(at);
  }

  delivered(at: Microseconds): number {
    return this.#liquid.delivered(at);
  }

  get course(): Course {
    return this.#liquid.course;
  }

  /** µl/min. */
  setFlow(flow: number): void {
    this.channel.settle();
    this.#flow = flow;
    this.#apply();
  }

  #apply(): void {
    const { clock } = this.channel.loop;
    this.#liquid.set({ flow: this.#flow, resistance: this.channel.resistance }, clock.now);
    if (this.#timer !== null) clock.cancel(this.#timer);
    this.#timer = null;
    if (this.stalled) this.#timer = this.#at(this.#liquid.fallenAt(this.limit * restart), () => this.#free());
    else if (this.#flow > 0) this.#timer = this.#at(this.#liquid.reachedAt(this.limit), () => this.#stall());
    this.channel.flowed();
  }

  #at(at: Microseconds, then: () => void): Timer | null {
    return Number.isFinite(at) ? this.channel.loop.clock.schedule(at, then) : null;
  }

  #stall(): void {
    this.#timer = null;
    this.events.changing();
    this.stalled = true;
    this.events.stalled();
  }

  #free(): void {
    this.#timer = null;
    this.events.changing();
    this.stalled = false;
    this.events.freed();
  }
}
