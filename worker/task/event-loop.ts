import { type Timer, type VirtualClock, microseconds } from '../clock/virtual-clock.js';
import { Future } from './future.js';
import { ReadyQueue, type Runnable } from './ready-queue.js';
import { SleepFuture } from './sleep.js';
import { type Coroutine, Task, type TaskOptions } from './task.js';
import type { ThreadScope } from './thread-scope.js';

/** What the loop tells its owner; all optional, none may throw. */
export interface LoopObserver {
  /** A task or future failed and by the end of the instant nobody had asked for its result. */
  unretrieved?(future: Future<unknown>): void;
  /** A task resumed this many times in a row without ever suspending. */
  busy?(task: Task<unknown>): void;
  /** An error is raised at the await at which a task stands (`site`). */
  arrived?(task: Task<unknown>, error: unknown): void;
  /** A task ends by raising an error; its site is still that of the last await that it reached. */
  raised?(task: Task<unknown>, error: unknown): void;
  /** A callback threw. Without an observer it is thrown out of `drain()`. */
  uncaught?(error: unknown): void;
  /** A task that had been suspended, or something else that takes time, ends well, and nobody has waited for it so far. */
  unawaited?(future: Future<unknown>): void;
  /** A blocking action goes on although its waiting was cancelled; told while whoever waited for it still does. */
  detached?(job: Future<unknown>): void;
  /** A blocking action ran outside a thread and has just kept everything else waiting. Called where it was called, so that the place can be told. */
  blocked?(seconds: number, label: string): void;
  /** Something that does not run on this loop (a promise of the engine) made an entry ready while nobody was running it: run it. */
  woken?(): void;
}

/** A blocking action that goes on although nobody waits for it any more. */
export interface DetachedJob {
  readonly label: string | undefined;
  /** Virtual microseconds since when it has been running. */
  readonly startedAt: number;
  /** To whom it belongs. */
  readonly scope: object | null;
}

/**
 * asyncio's event loop on the virtual clock: one first-in-first-out ready queue. What is scheduled during a turn runs after
 * everything that was there before; time passes only when the queue is empty, and one timer at a time.
 */
export class EventLoop {
  currentTask: Task<unknown> | null = null;
  observer: LoopObserver = {};
  /** Entries of the ready queue that have run: together with the timers that have fired, a place in the run. */
  turns = 0;
  /** How many of them had run when the present instant began. */
  private turnsBefore = 0;
  private instant = 0;
  /** The thread whose code is running right now (`toThread`), if any. */
  thread: ThreadScope | null = null;
  /** Blocking actions that were abandoned, oldest first; each leaves when its time is over. */
  readonly detached = new Set<DetachedJob>();
  /** Newest of the tasks that have been suspended and have not ended; a list through `Task.older`. */
  newestTask: Task<unknown> | null = null;
  private readonly ready = new ReadyQueue();
  private failed: Future<unknown>[] = [];
  private draining = false;

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

  /** To whom the code that runs right now belongs; `null` outside of tasks. */
  get scope(): object | null {
    return this.currentTask === null ? null : this.currentTask.scope;
  }

  /** The tasks that have been suspended and have not ended, newest first. One that is not `awaited` runs on its own. */
  *liveTasks(): Generator<Task<unknown>, void> {
    for (let task = this.newestTask; task !== null; task = task.older) yield task;
  }

  get idle(): boolean {
    return this.ready.empty;
  }

  /** Entries of the ready queue that ran at the present instant: how one notices a loop of awaits that never lets time pass. */
  get turnsAtInstant(): number {
    return this.clock.now === this.instant ? this.turns - this.turnsBefore : 0;
  }

  /**
   * Runs what is ready, and what becomes ready by that, until nothing is left or `limit` entries have run.
   * True when the queue is empty, that is, when time may pass.
   */
  drain(limit = Number.POSITIVE_INFINITY): boolean {
    if (this.ready.empty && this.failed.length === 0) return true;
    return this.runReady(limit);
  }

  private runReady(limit: number): boolean {
    let left = limit;
    const before = this.draining;
    this.draining = true;
    const { clock } = this;
    try {
      for (;;) {
        try {
          while (!this.ready.empty) {
            if (left-- <= 0) return false;
            // Not only once a drain: what blocks the loop lets time pass within one.
            if (clock.now !== this.instant) {
              this.instant = clock.now;
              this.turnsBefore = this.turns;
            }
            this.turns++;
            this.ready.shift().run();
          }
        } catch (error) {
          if (this.observer.uncaught === undefined) throw error;
          this.observer.uncaught(error);
          continue;
        }
        if (this.failed.length === 0 || this.moreNow()) return true;
        this.reportUnretrieved();
      }
    } finally {
      this.draining = before;
    }
  }

  /** Lets the next timer fire and everything run that it woke. False when there is no timer. */
  advance(): boolean {
    if (!this.clock.fireNext()) return false;
    this.drain();
    return true;
  }

  noteFailed(future: Future<unknown>): void {
    this.failed.push(future);
  }

  /** Something that does not run on this loop has just settled a future. */
  noteOutside(): void {
    if (!this.draining) this.observer.woken?.();
  }

  /** Whether another timer is due at this instant. */
  private moreNow(): boolean {
    const at = this.clock.nextAt;
    return at !== null && at <= this.clock.now;
  }

  private reportUnretrieved(): void {
    const failed = this.failed;
    this.failed = [];
    for (const future of failed) if (!future.retrieved) this.observer.unretrieved?.(future);
  }
}
