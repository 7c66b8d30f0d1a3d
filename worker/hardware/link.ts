import type { Coroutine, EventLoop, Future } from '../task/index.js';
import type { Connection } from './connection.js';
import { DisconnectedError } from './errors.js';
import { Turns } from './turns.js';

/**
 * The cable between the computer and a device. One request at a time; it takes half of the latency to get there, and the answer
 * the other half, so that a reading is as old as half of its way (semantics 7.3). A cable that is pulled meanwhile loses both.
 */
export class Link {
  /** How many requests have reached the device. */
  exchanges = 0;
  /** Each says how many seconds later than usual an answer comes. */
  readonly delays = new Set<() => number>();
  readonly #turns: Turns;
  #busySeconds = 0;

  /** `latency` in seconds; `label` names the device for people. */
  constructor(
    readonly loop: EventLoop,
    readonly connection: Connection,
    private readonly label: string,
    private readonly latency: number,
  ) {
    this.#turns = new Turns(loop);
  }

  /** Has `act` done by the device; `late`: seconds by which it takes longer than usual. Raises `DisconnectedError`, or what `act` raises. */
  *ask<Result>(act: () => Result, late = 0): Coroutine<Result> {
    const turn = this.#turns.take();
    if (turn !== null) yield* this.#wait(turn);
    try {
      const { epoch } = this.connection;
      this.#need(epoch);
      let seconds = this.latency + late;
      if (this.delays.size > 0) for (const delay of this.delays) seconds += delay();
      yield this.loop.sleep(seconds / 2);
      this.#need(epoch);
      this.exchanges++;
      this.#busySeconds = 0;
      const result = act();
      yield this.loop.sleep(seconds / 2 + this.#busySeconds);
      this.#need(epoch);
      return result;
    } finally {
      this.#turns.pass();
    }
  }

  *#wait(turn: Future<void>): Coroutine<void> {
    try {
      yield turn;
    } catch (error) {
      this.#turns.giveUp(turn);
      throw error;
    }
  }

  /**
   * To be called by a device while it does what it was asked for: it answers only when it has done it, so many seconds later, and
   * hears nothing else meanwhile.
   */
  busy(seconds: number): void {
    this.#busySeconds += seconds;
  }

  #need(epoch: number): void {
    if (this.connection.connected && this.connection.epoch === epoch) return;
    this.connection.missed.tell();
    throw new DisconnectedError(`${this.label} is disconnected, so it does not answer. Reconnect it and try again.`);
  }
}
