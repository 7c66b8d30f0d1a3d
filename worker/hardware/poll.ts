import { type Bucket, type Microseconds, microseconds, type Timer } from '../clock/virtual-clock.js';
import { Future, type Runnable, Task } from '../task/index.js';
import type { Cable } from './cable.js';
import type { Waiting } from './turns.js';

/** What is asked again and again. */
export interface Question<Result> {
  /** Seconds by which the next answer is later than usual. */
  late(): number;
  act(): Result;
  answered(result: Result): void;
  failed(error: Error): void;
}

/** What is waited for: the turn on the cable, the request to get there, its answer to come back, the next request to be due. */
type Stage = 'turn' | 'there' | 'back' | 'rest';

/**
 * Asks a device again and again, for the task that makes it and awaits it: that task is resumed only when it is cancelled, and then has to
 * call `leave`. A poll is its own timer and its own entry of the ready queue, so nothing is made for a request. In all other respects it
 * is what a task would be that asks and sleeps: it is woken at the same place of the queue, and what it tells is told as that task.
 */
export class Poll<Result> extends Future<never> implements Timer, Runnable, Waiting {
  at: Microseconds = 0;
  bucket: Bucket | null = null;
  previous: Timer | null = null;
  next: Timer | null = null;
  readonly #task: Task<unknown> | null;
  #stage: Stage = 'turn';
  /** It stands in the ready queue. */
  #queued = false;
  #working = false;
  /** It was cancelled meanwhile. */
  #stopped = false;
  /** When the request was made that is under way. */
  #start: Microseconds = 0;
  #late = 0;
  /** The connection in which it is under way. */
  #epoch = 0;
  /** Seconds for half of its way. */
  #half = 0;
  #result: Result | undefined = undefined;

  /** Every so many `seconds`, from one request to the next; the first one at once. */
  constructor(
    private readonly cable: Cable,
    private readonly seconds: number,
    private readonly question: Question<Result>,
  ) {
    super(cable.loop);
    this.#task = cable.loop.currentTask;
    this.#ask();
  }

  override get wakesAt(): Microseconds | null {
    return this.bucket === null ? null : this.at;
  }

  /** Called by the clock. */
  fire(): void {
    if (this.loop.idle) this.run();
    else this.#enqueue();
  }

  /** Its turn on the cable has come. */
  come(): void {
    this.#enqueue();
  }

  /** Called by the ready queue. */
  run(): void {
    const { loop } = this;
    const before = loop.currentTask;
    this.#queued = false;
    if (this.#stopped) return this.#resume(() => this.setResult(undefined as never));
    loop.currentTask = this.#task;
    this.#working = true;
    try {
      this.#step();
    } catch (error) {
      // Whoever was told of something has failed.
      this.#resume(() => this.setException(error));
    }
    this.#working = false;
    loop.currentTask = before;
    if (this.#stopped && !this.#queued) this.cancel();
  }

  /** While it is at work or about to, the task gets its exception when that is done, as tasks do. */
  override interrupt(message: string): boolean {
    this.#stopped = this.#queued || this.#working;
    return !this.#stopped && this.cancel(message);
  }

  override cancel(message?: string): boolean {
    this.loop.clock.cancel(this);
    return super.cancel(message);
  }

  /** Leaves the cable to others. */
  leave(): void {
    if (this.#stage === 'turn') this.cable.turns.giveUp(this);
    else if (this.#stage !== 'rest') this.cable.turns.pass();
  }

  #step(): void {
    switch (this.#stage) {
      case 'turn':
        return this.#send();
      case 'there':
        return this.#arrive();
      case 'back':
        return this.#return();
      case 'rest':
        return this.#ask();
    }
  }

  #ask(): void {
    this.#start = this.loop.clock.now;
    this.#late = this.question.late();
    this.#stage = 'turn';
    if (this.cable.turns.takeFor(this)) this.#send();
  }

  #send(): void {
    this.#stage = 'there';
    try {
      this.#epoch = this.cable.connection.epoch;
      this.#half = this.cable.half(this.#epoch, this.#late);
      this.#sleep(this.#half);
    } catch (error) {
      this.#fail(error);
    }
  }

  #arrive(): void {
    this.#stage = 'back';
    try {
      this.#result = this.cable.arrive(this.#epoch, this.question.act);
      this.#sleep(this.#half + this.cable.busySeconds);
    } catch (error) {
      this.#fail(error);
    }
  }

  #return(): void {
    try {
      this.cable.need(this.#epoch);
    } catch (error) {
      return this.#fail(error);
    }
    this.#rest();
    this.question.answered(this.#result as Result);
    this.#untilDue();
  }

  #fail(error: unknown): void {
    this.#rest();
    if (!(error instanceof Error)) throw error;
    this.question.failed(error);
    this.#untilDue();
  }

  /** The cable is free, before anybody is told. */
  #rest(): void {
    this.#stage = 'rest';
    this.cable.turns.pass();
  }

  #untilDue(): void {
    this.#sleep(Math.max(0, this.seconds - (this.loop.clock.now - this.#start) / 1e6));
  }

  #sleep(seconds: number): void {
    const delay = microseconds(seconds);
    if (delay === 0) return this.#enqueue();
    this.at = this.loop.clock.now + delay;
    this.loop.clock.add(this);
  }

  #enqueue(): void {
    this.#queued = true;
    this.loop.enqueue(this);
  }

  /** The task goes on in this very turn. */
  #resume(settle: () => void): void {
    const task = this.takeOnlyWaiter();
    settle();
    if (task instanceof Task) task.run();
  }
}
