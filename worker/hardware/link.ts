import type { Coroutine, EventLoop } from '../task/index.js';
import { Cable } from './cable.js';
import type { Connection } from './connection.js';
import { Poll, type Question } from './poll.js';
import type { Turn } from './turns.js';

/**
 * The cable between the computer and a device, and how it is asked over it. One request at a time; it takes half of the latency to get
 * there, and the answer the other half, so that a reading is as old as half of its way (semantics 7.3). A cable that is pulled meanwhile
 * loses both.
 */
export class Link {
  readonly #cable: Cable;

  /** `latency` in seconds; `label` names the device for people. */
  constructor(
    readonly loop: EventLoop,
    readonly connection: Connection,
    label: string,
    latency: number,
  ) {
    this.#cable = new Cable(loop, connection, label, latency);
  }

  /** How many requests have reached the device. */
  get exchanges(): number {
    return this.#cable.exchanges;
  }

  /** Each says how many seconds later than usual an answer comes. */
  get delays(): Set<() => number> {
    return this.#cable.delays;
  }

  /** Has `act` done by the device; `late`: seconds by which it takes longer than usual. Raises `DisconnectedError`, or what `act` raises. */
  *ask<Result>(act: () => Result, late = 0): Coroutine<Result> {
    const cable = this.#cable;
    const turn = cable.turns.take();
    if (turn !== null) yield* this.#wait(turn);
    try {
      const { epoch } = this.connection;
      const half = cable.half(epoch, late);
      yield this.loop.sleep(half);
      const result = cable.arrive(epoch, act);
      yield this.loop.sleep(half + cable.busySeconds);
      cable.need(epoch);
      return result;
    } finally {
      cable.turns.pass();
    }
  }

  /**
   * Has something done again and again, every so many seconds from one request to the next, until it is cancelled. It does what `ask` in a
   * loop would do, without a coroutine to resume at every step: a bench does hardly anything else.
   */
  *askEvery<Result>(seconds: number, question: Question<Result>): Coroutine<never> {
    const poll = new Poll(this.#cable, seconds, question);
    try {
      return (yield poll) as never;
    } finally {
      poll.leave();
    }
  }

  *#wait(turn: Turn): Coroutine<void> {
    try {
      yield turn;
    } catch (error) {
      this.#cable.turns.giveUp(turn);
      throw error;
    }
  }

  /**
   * To be called by a device while it does what it was asked for: it answers only when it has done it, so many seconds later, and
   * hears nothing else meanwhile.
   */
  busy(seconds: number): void {
    this.#cable.busySeconds += seconds;
  }
}
