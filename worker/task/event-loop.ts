import { type Timer, type VirtualClock, microseconds } from '../clock/virtual-clock.js';
import { Future } from './future.js';
import { SleepFuture } from './sleep.js';
import { type Coroutine, Task, type TaskOptions } from './task.js';

/** An entry of the ready queue. */
export interface Runnable {
  run(): void;
}

/** What the loop tells its owner; all optional, none may throw. */
export interface LoopObserver {
  /** A task or future failed and by the end of the instant nobody had asked for its result. */
  unretrieved?(future: Future<unknown>): void;
  /** A task resumed this many times in a row without ever suspending. */
  busy?(task: Task<unknown>): void;
}

/**
 * asyncio's event loop on the virtual clock: one first-in-first-out ready queue. What is scheduled during a turn runs after
 * everything that was there before; time passes only when the queue is empty, and one timer at a time.
 */
export class EventLoop {
  currentTask: Task<unknown> | null = null;
  observer: LoopObserver = {};
  /** Entries of the ready queue that ran since time last passed: how one notices a loop of awaits that never lets time pass. */
  turnsAtInstant = 0;
  private ready: Runnable[] = [];
  private head = 0;
  private failed: Future<unknown>[] = [];

  constructor(readonly clock: VirtualClock) {}

  /** Runs `callback` after everything that is ready now. */
  callSoon(callback: () => void): void {
    this.ready.push({ run: callback });
  }

  enqueue(runnable: Runnable): void {
    this.ready.push(runnable);
  }

  /** Calls `callback` after `seconds` of virtual time. */
  callLater(seconds: number, callback: () => void): Timer {
    return this.clock.schedule(this.clock.now + microseconds(seconds), callback);
  }

  /** A future that completes after `seconds`; cancelling it takes its timer off the clock. `sleep(0)` lets everything that is ready run once. */
  sleep(seconds: number): Future<void> {
    return new SleepFuture(this, microseconds(seconds));
  }

  future<T>(label?: string): Future<T> {
    const future = new Future<T>(this);
    if (label !== undefined) future.label = label;
    return future;
  }

  /** A future that follows `value`: a thenable's outcome, or the value itself. */
  follow<T>(value: T | PromiseLike<T>): Future<T> {
    if (value instanceof Future) return value as Future<T>;
    const future = new Future<T>(this);
    future.resolve(value);
    return future;
  }

  /** Runs a coroutine as a task. An eager one starts at once, the others in the next turn (and never, when cancelled before). */
  task<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
    const task = new Task<T>(this, coroutine, options);
    if (options?.eager === false) this.ready.push(task);
    else task.run();
    return task;
  }

  get idle(): boolean {
    return this.head === this.ready.length;
  }

  /**
   * Runs what is ready, and what becomes ready by that, until nothing is left or `limit` entries have run.
   * True when the queue is empty, that is, when time may pass.
   */
  drain(limit = Number.POSITIVE_INFINITY): boolean {
    let left = limit;
    for (;;) {
      while (this.head < this.ready.length) {
        if (left-- <= 0) return false;
        this.turnsAtInstant++;
        const runnable = this.ready[this.head++]!;
        if (this.head === this.ready.length) {
          this.ready.length = 0;
          this.head = 0;
        } else if (this.head === 4096) {
          this.ready.splice(0, this.head);
          this.head = 0;
        }
        runnable.run();
      }
      if (this.failed.length === 0) return true;
      this.reportUnretrieved();
    }
  }

  /** Lets the next timer fire and everything run that it woke. False when there is no timer. */
  advance(): boolean {
    this.turnsAtInstant = 0;
    if (!this.clock.fireNext()) return false;
    this.drain();
    return true;
  }

  noteFailed(future: Future<unknown>): void {
    this.failed.push(future);
  }

  private reportUnretrieved(): void {
    const failed = this.failed;
    this.failed = [];
    for (const future of failed) if (!future.retrieved) this.observer.unretrieved?.(future);
  }
}
