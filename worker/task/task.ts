import { CancelledError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';
import { Future, type Waiter, thenOf } from './future.js';
import type { Runnable } from './ready-queue.js';

/** A suspendable computation: `yield x` awaits `x`. The compile step turns async functions into these. */
export type Coroutine<T> = Generator<unknown, T, unknown>;

/** The method of every generator. Looked up on each of many kinds of generators, it would be slow to find (V8). */
const { next: resume } = Object.getPrototypeOf(function* () {}).prototype as Generator<unknown, unknown, unknown>;

export interface TaskOptions {
  name?: string;
  /** Start at once, as JavaScript's async functions do (the default); false: in the next turn, as `create_task` does. */
  eager?: boolean;
  /** Which function of the process it runs; -1: none (runtime code). */
  functionId?: number;
  /** To whom it belongs; by default to whom the task belongs that makes it. */
  scope?: object;
}

/** Awaits in a row that do not suspend before a task is made to give the others a turn, so that it can be halted. */
export const busyLimit = 10_000;

/** Where a task is when it is not suspended at a known await. */
export const noSite = -1;

/**
 * The site noted by the last await that was reached, picked up by the task that is being stepped.
 * A plain global: `at()` is on the path of every await.
 */
export const reached = { site: noSite };

/**
 * A coroutine that runs on the loop: asyncio's `Task`.
 *
 * Cancelling raises `CancelledError` at the await where the innermost task of the chain is suspended; an outer task goes on
 * only when the inner one has ended, cleanup included. The steps follow CPython's `Task.__step` and `Task.__wakeup`.
 */
export class Task<T> extends Future<T> implements Runnable, Waiter {
  name: string;
  readonly functionId: number;
  /** The owner for which it runs, when several share the loop; inherited as asyncio's context is. */
  readonly scope: object | null;
  /** Await site at which it is suspended, or `noSite`. */
  site = noSite;
  /** Virtual microseconds since when it is suspended there. */
  suspendedAt = 0;
  waitingOn: Future<unknown> | null = null;
  /** Site of a catch clause that has a cancellation in its hands. */
  caughtAt = noSite;
  /** Started in order to run beside the others (`createTask`): that nobody waits for it is meant. */
  background = false;
  /** Neighbours in the loop's list of live tasks. */
  older: Task<unknown> | null = null;
  private newer: Task<unknown> | null = null;
  private listed = false;
  private readonly eager: boolean;
  private coroutine: Coroutine<T> | null;
  private mustCancel = false;
  private cancelRequests = 0;
  private cancelMessage = '';

  constructor(loop: EventLoop, coroutine: Coroutine<T>, options?: TaskOptions) {
    super(loop);
    this.coroutine = coroutine;
    this.name = options?.name ?? '';
    this.functionId = options?.functionId ?? -1;
    this.scope = options?.scope ?? loop.scope;
    this.eager = options?.eager !== false;
  }

  override get wakesAt(): number | null {
    return this.waitingOn === null ? null : this.waitingOn.wakesAt;
  }

  /** Requests cancellation. False when the task is done already. Repeated calls before the task gets a turn are one cancellation. */
  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.cancelRequests++;
    this.cancelMessage = message;
    if (this.waitingOn !== null && this.waitingOn.interrupt(message)) return true;
    this.mustCancel = true;
    return true;
  }

  /** How many cancellations were requested and not taken back. */
  cancelling(): number {
    return this.cancelRequests;
  }

  /** Takes one request back (timeouts, task groups); returns what is left. */
  uncancel(): number {
    if (this.cancelRequests > 0) this.cancelRequests--;
    if (this.cancelRequests === 0) this.mustCancel = false;
    return this.cancelRequests;
  }

  wake(): void {
    this.loop.enqueue(this);
  }

  /** One step; called by the ready queue, and once at the start of an eager task. */
  run(): void {
    const loop = this.loop;
    const before = loop.currentTask;
    let task: Task<unknown> | null = this as Task<unknown>;
    // A finished task hands over to the one that awaits it within the same turn, as a coroutine returns to its caller.
    while (task !== null) task = task.step();
    loop.currentTask = before;
  }

  /** Resumes the coroutine until it suspends or ends. Returns the task to go on with, if this one ended with exactly one awaiting it. */
  private step(): Task<unknown> | null {
    let coroutine = this.coroutine;
    if (coroutine === null) return null;
    this.loop.currentTask = this as Task<unknown>;
    const awaited = this.waitingOn;
    this.waitingOn = null;
    let failed = false;
    let value: unknown = undefined;
    if (awaited !== null) {
      try {
        value = awaited.result();
      } catch (error) {
        failed = true;
        value = error;
      }
    }
    // Only here: an await that does not suspend delivers no cancellation (A3). It beats a result that is there already (A5).
    if (this.mustCancel) {
      this.mustCancel = false;
      // (What a task gives is taken by those who await it; only the end of waiting for a thing can get lost.)
      if (!failed && !(awaited instanceof Task)) awaited?.discard();
      if (!(failed && value instanceof CancelledError)) value = new CancelledError(this.cancelMessage);
      failed = true;
    }
    let immediate = 0;
    try {
      for (;;) {
        const result: IteratorResult<unknown, T> = failed
          ? this.throwInto(coroutine, value)
          : (resume.call(coroutine, value) as IteratorResult<unknown, T>);
        failed = false;
        if (result.done === true) {
          if (thenOf(result.value) === null) return this.finish(false, result.value);
          // `return promise`: the outcome of the promise is that of the task.
          coroutine = this.coroutine = join(result.value);
          reached.site = noSite;
          value = undefined;
          continue;
        }
        value = result.value;
        const next = this.awaitable(value);
        if (next !== null) {
          if (!next.done) {
            this.suspend(next);
            return null;
          }
          // An error that is there already comes from this await too.
          this.site = reached.site;
          try {
            value = next.result();
          } catch (error) {
            failed = true;
            value = error;
          }
        }
        if (++immediate === busyLimit) {
          this.giveTurn(failed, value);
          return null;
        }
      }
    } catch (error) {
      return this.finish(true, error);
    }
  }

  private throwInto(coroutine: Coroutine<T>, error: unknown): IteratorResult<unknown, T> {
    this.loop.observer.arrived?.(this as Task<unknown>, error);
    return coroutine.throw(error);
  }

  private suspend(next: Future<unknown>): void {
    this.site = reached.site;
    this.suspendedAt = this.loop.clock.now;
    this.waitingOn = next;
    if (!this.listed) this.enlist();
    next.addWaiter(this);
    if (this.mustCancel && next.interrupt(this.cancelMessage)) this.mustCancel = false;
  }

  /** A loop of awaits that never suspends: let the others, and a halt, have a turn. */
  private giveTurn(failed: boolean, value: unknown): void {
    this.site = reached.site;
    this.loop.observer.busy?.(this as Task<unknown>);
    const turn = new Future<unknown>(this.loop);
    this.suspend(turn);
    this.loop.callSoon(() => {
      if (turn.done) return;
      if (failed) turn.setException(value);
      else turn.setResult(value);
    });
  }

  private finish(failed: boolean, outcome: unknown): Task<unknown> | null {
    this.coroutine = null;
    if (failed) this.loop.observer.raised?.(this as Task<unknown>, outcome);
    else if (this.listed && !this.retrieved && !this.awaited) this.loop.observer.unawaited?.(this as Future<unknown>);
    this.site = noSite;
    if (this.listed) this.delist();
    const waiter = this.eager ? this.takeOnlyWaiter() : null;
    // Cancelled by itself, or by something that it called, and ended before an await could deliver it: cancelled, as in CPython.
    if (!failed && this.mustCancel) this.setCancelled(this.cancelMessage);
    else if (!failed) this.setResult(outcome as T);
    else if (outcome instanceof CancelledError) this.setCancelled(outcome.message);
    else this.setException(outcome);
    if (waiter instanceof Task) return waiter as Task<unknown>;
    waiter?.wake(this as Future<unknown>);
    return null;
  }

  private enlist(): void {
    const next = this.loop.newestTask;
    this.listed = true;
    this.older = next;
    if (next !== null) next.newer = this as Task<unknown>;
    this.loop.newestTask = this as Task<unknown>;
  }

  private delist(): void {
    this.listed = false;
    if (this.newer === null) this.loop.newestTask = this.older;
    else this.newer.older = this.older;
    if (this.older !== null) this.older.newer = this.newer;
    this.older = this.newer = null;
  }

  private awaitable(value: unknown): Future<unknown> | null {
    if (value instanceof Future) {
      if (value !== (this as Future<unknown>)) return value as Future<unknown>;
      const impossible = new Future<unknown>(this.loop);
      impossible.reject(new TypeError('A task cannot await itself.'));
      return impossible;
    }
    if (thenOf(value) === null) return null;
    return this.loop.follow(value as PromiseLike<unknown>);
  }
}

/** A typed await for runtime code: `const value = yield* join(future)`. */
export function* join<T>(awaitable: PromiseLike<T> | T): Coroutine<T> {
  return (yield awaitable) as T;
}
