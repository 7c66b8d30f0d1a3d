import { CancelledError, InvalidStateError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';

/** How an await on a future can be interrupted; shown to people. */
export type AwaitKind = 'wait' | 'checkpoint' | 'receive' | 'plain' | 'blocking';

/** Somebody to wake when a future is done: a task that awaits it, or a callback. */
export interface Waiter {
  wake(future: Future<unknown>): void;
}

class CallbackWaiter<T> implements Waiter {
  constructor(
    private readonly loop: EventLoop,
    readonly callback: (future: Future<T>) => void,
  ) {}
  wake(future: Future<unknown>): void {
    const callback = this.callback;
    this.loop.callSoon(() => callback(future as Future<T>));
  }
}

const PENDING = 0;
const FINISHED = 1;
const FAILED = 2;
const CANCELLED = 3;

/**
 * A result that is not there yet: asyncio's `Future`, and the `Promise` of process code. Those who wait are woken in the order
 * in which they came, through the ready queue. It can be awaited any number of times.
 */
export class Future<T> implements PromiseLike<T> {
  /** What is waited for, in a few words for people. */
  label: string | undefined = undefined;
  kind: AwaitKind = 'plain';
  /** What this future waits for in turn (shields, timeouts, waits), so that the live line can follow. */
  inner: Future<unknown> | null = null;
  /** Whether somebody has waited for it or asked for its outcome. */
  retrieved = false;
  private state: 0 | 1 | 2 | 3 = PENDING;
  private value: unknown = undefined;
  private first: Waiter | null = null;
  private rest: Waiter[] | null = null;

  constructor(readonly loop: EventLoop) {}

  get done(): boolean {
    return this.state !== PENDING;
  }

  get cancelled(): boolean {
    return this.state === CANCELLED;
  }

  get failed(): boolean {
    return this.state === FAILED;
  }

  /** The result; raises the exception or `CancelledError` instead, and `InvalidStateError` while pending. */
  result(): T {
    this.retrieved = true;
    if (this.state === FINISHED) return this.value as T;
    if (this.state === FAILED) throw this.value;
    if (this.state === CANCELLED) throw new CancelledError(this.value as string);
    throw new InvalidStateError('The result is not there yet.');
  }

  /** The exception, or `null` when it has a result; raises `CancelledError` when cancelled, `InvalidStateError` while pending. */
  exception(): unknown {
    this.retrieved = true;
    if (this.state === FAILED) return this.value;
    if (this.state === FINISHED) return null;
    this.result();
    return null;
  }

  setResult(value: T): void {
    this.settle(FINISHED, value);
  }

  setException(error: unknown): void {
    this.settle(FAILED, error);
    if (!this.retrieved) this.loop.noteFailed(this);
  }

  /** Cancels: whoever awaits it gets `CancelledError`. False when it is done already. */
  cancel(message = ''): boolean {
    if (this.state !== PENDING) return false;
    this.settle(CANCELLED, message);
    return true;
  }

  addDoneCallback(callback: (future: Future<T>) => void): void {
    this.addWaiter(new CallbackWaiter(this.loop, callback));
  }

  removeDoneCallback(callback: (future: Future<T>) => void): void {
    const mine = (waiter: Waiter | null) => waiter instanceof CallbackWaiter && waiter.callback === callback;
    const rest: Waiter[] = this.rest?.filter((waiter) => !mine(waiter)) ?? [];
    if (mine(this.first)) this.first = rest.shift() ?? null;
    this.rest = rest.length > 0 ? rest : null;
  }

  /** Wakes `waiter` when done; at once (in the next turn) when it is done already. */
  addWaiter(waiter: Waiter): void {
    this.retrieved = true;
    if (this.state !== PENDING) waiter.wake(this);
    else if (this.first === null) this.first = waiter;
    else if (this.rest === null) this.rest = [waiter];
    else this.rest.push(waiter);
  }

  /** The promise protocol, on the loop's ready queue. */
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<A | B>(this.loop);
    this.addDoneCallback(() => {
      try {
        if (this.state === FINISHED) {
          if (typeof onFulfilled === 'function') next.resolve(onFulfilled(this.value as T));
          else next.resolve(this.value as A);
        } else {
          const reason = this.state === FAILED ? this.value : new CancelledError(this.value as string);
          if (typeof onRejected === 'function') next.resolve(onRejected(reason));
          else next.reject(reason);
        }
      } catch (error) {
        next.reject(error);
      }
    });
    return next;
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Future<T | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Future<T> {
    return this.then(
      (value) => this.loop.follow(onFinally?.()).then(() => value),
      (reason) =>
        this.loop.follow(onFinally?.()).then(() => {
          throw reason;
        }),
    );
  }

  /** The resolve function of a promise: follows a thenable, ignores every call but the first. */
  resolve(value: T | PromiseLike<T>): void {
    if (this.state !== PENDING) return;
    if ((value as unknown) === this) return this.reject(new TypeError('A promise cannot be resolved with itself.'));
    const then = thenOf(value);
    if (then === null) return this.setResult(value as T);
    if (value instanceof Future) this.inner = value;
    try {
      then.call(
        value,
        (result: unknown) => this.resolve(result as T),
        (reason: unknown) => this.reject(reason),
      );
    } catch (error) {
      this.reject(error);
    }
  }

  /** The reject function of a promise; a cancellation cancels. */
  reject(reason: unknown): void {
    if (this.state !== PENDING) return;
    if (reason instanceof CancelledError) this.settle(CANCELLED, reason.message);
    else this.setException(reason);
  }

  /** The one task that awaits this future, when nobody else does; taken off, so that it can be resumed directly. */
  protected takeOnlyWaiter(): Waiter | null {
    if (this.rest !== null) return null;
    const waiter = this.first;
    this.first = null;
    return waiter;
  }

  private settle(state: 1 | 2 | 3, value: unknown): void {
    if (this.state !== PENDING) throw new InvalidStateError('The result has been set before.');
    this.state = state;
    this.value = value;
    const first = this.first;
    const rest = this.rest;
    this.first = null;
    this.rest = null;
    first?.wake(this);
    if (rest !== null) for (const waiter of rest) waiter.wake(this);
  }
}

type Then = (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => unknown;

/** The `then` of a thenable, else null. A getter that throws counts as none. */
export function thenOf(value: unknown): Then | null {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return null;
  try {
    const then = (value as { then?: unknown }).then;
    return typeof then === 'function' ? (then as Then) : null;
  } catch {
    return null;
  }
}
