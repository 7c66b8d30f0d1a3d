import type { Coroutine, EventLoop, Future } from '../task/index.js';
import type { Connection } from './connection.js';
import { DisconnectedError } from './errors.js';
import { Turns } from './turns.js';

/** What is asked again and again. */
export interface Question<Result> {
  /** Seconds by which the next answer is later than usual. */
  late(): number;
  act(): Result;
  answered(result: Result): void;
  failed(error: Error): void;
}

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
      const half = this.#half(epoch, late);
      yield this.loop.sleep(half);
      const result = this.#arrive(epoch, act);
      yield this.loop.sleep(half + this.#busySeconds);
      this.#need(epoch);
      return result;
    } finally {
      this.#turns.pass();
    }
  }

  /**
   * Has something done again and again, every so many seconds from one request to the next, until it is cancelled. It does what `ask` in a
   * loop would do, in one coroutine instead of four: a bench does hardly anything else.
   */
  *askEvery<Result>(seconds: number, question: Question<Result>): Coroutine<never> {
    const { clock } = this.loop;
    for (;;) {
      const start = clock.now;
      let told: () => void;
      const late = question.late();
      const turn = this.#turns.take();
      if (turn !== null) yield* this.#wait(turn);
      try {
        const { epoch } = this.connection;
        const half = this.#half(epoch, late);
        yield this.loop.sleep(half);
        const result = this.#arrive(epoch, question.act);
        yield this.loop.sleep(half + this.#busySeconds);
        this.#need(epoch);
        told = () => question.answered(result);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        told = () => question.failed(error);
      } finally {
        this.#turns.pass();
      }
      told();
      yield this.loop.sleep(Math.max(0, seconds - (clock.now - start) / 1e6));
    }
  }

  /** Seconds for half of the way. */
  #half(epoch: number, late: number): number {
    this.#need(epoch);
    let seconds = this.latency + late;
    if (this.delays.size > 0) for (const delay of this.delays) seconds += delay();
    return seconds / 2;
  }

  #arrive<Result>(epoch: number, act: () => Result): Result {
    this.#need(epoch);
    this.exchanges++;
    this.#busySeconds = 0;
    return act();
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
