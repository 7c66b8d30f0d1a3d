import { CancelledError, InvalidStateError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';
import type { Runnable } from './ready-queue.js';

/** How an await on a future can be interrupted; shown to people. */
export type AwaitKind = 'wait' | 'checkpoint' | 'receive' | 'plain' | 'blocking';

/** Somebody to wake when a future is done: a task that awaits it, or a callback. */
export interface Waiter {
  wake(future: Future<unknown>): void;
}

/** A callback, and its own entry of the ready queue: it wakes once. */
class CallbackWaiter<T> implements Waiter, Runnable {
  private future: Future<T> | null = null;

  constructor(
    private readonly loop: EventLoop,
    readonly callback: (future: Future<T>) => void,
  ) {}

  wake(future: Future<unknown>): void {
    this.future = future as Future<T>;
    this.loop.enqueue(this);
  }

  run(): void {
    this.callback(this.future!);
  }
}

const PENDING = 0;
const FINISHED = 1;
const FAILED = 2;
const CANCELLED = 3;

/** What is known about a future besides its state; most (every sleep) need none, so it is made on demand. */
interface Note {
  label: string | undefined;
  kind: AwaitKind;
  inner: Future<unknown> | null;
}

/**
 * A result that is not there yet: asyncio's `Future`, and the `Promise` of process code. Those who wait are woken in the order
 * in which they came, through the ready queue. It can be awaited any number of times.
 * Its promise half stays in this class: a subclass or mixin for it would give every await another shape to look through.
 */
export class Future<T> implements PromiseLike<T> {
  // Declared here and set in the constructor: there are many kinds of futures, and a class field that is defined on objects of more than
  // four shapes goes through the engine's slow path (V8: six times fewer awaits a second). An assignment does not.
  /** Whether somebody has waited for it or asked for its outcome. */
  declare retrieved: boolean;
  declare readonly loop: EventLoop;
  declare private state: 0 | 1 | 2 | 3;
  declare private value: unknown;
  declare private first: Waiter | null;
  declare private rest: Waiter[] | null;
  declare private note: Note | null;

  constructor(loop: EventLoop) {
    this.loop = loop;
    this.retrieved = false;
    this.state = PENDING;
    this.value = undefined;
    this.first = null;
    this.rest = null;
    this.note = null;
  }

  /** What is waited for, in a few words for people. Subclasses work it out when asked. */
  get label(): string | undefined {
    return this.note?.label;
  }
  set label(label: string | undefined) {
    this.noted().label = label;
  }

  get kind(): AwaitKind {
    return this.note === null ? 'plain' : this.note.kind;
  }
  set kind(kind: AwaitKind) {
    this.noted().kind = kind;
  }

  /** What this future waits for in turn (shields, timeouts, waits), so that the live line can follow; a cancellation goes there too. */
  get inner(): Future<unknown> | null {
    return this.note === null ? null : this.note.inner;
  }
  set inner(inner: Future<unknown> | null) {
    this.noted().inner = inner;
  }

  /** Virtual microseconds at which it completes, when that is known. */
  get wakesAt(): number | null {
    return this.inner?.wakesAt ?? null;
  }

  get done(): boolean {
    return this.state !== PENDING;
  }

  get cancelled(): boolean {
    return this.state === CANCELLED;
  }

  get failed(): boolean {
    return this.state === FAILED;
  }

  /** Whether anybody would be woken by it. */
  get awaited(): boolean {
    return this.first !== null || this.rest !== null;
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

  /**
   * Requests cancellation: whoever awaits it gets `CancelledError`, at once, or when `inner` has reacted to it if it has one.
   * False when it is done already.
   */
  cancel(message = ''): boolean {
    if (this.state !== PENDING) return false;
    if (this.note !== null && this.note.inner !== null && this.note.inner.cancel(message)) return true;
    this.settle(CANCELLED, message);
    return true;
  }

  /** `cancel()` by a task that awaits it and is being cancelled. False when the task goes on in its turn anyway, and gets the exception then. */
  interrupt(message: string): boolean {
    return this.cancel(message);
  }

  /** Calls `callback` in the next turn after it is done. Does not count as asking for the outcome: the callback does that by `result()` or `exception()`. */
  addDoneCallback(callback: (future: Future<T>) => void): void {
    this.attach(new CallbackWaiter(this.loop, callback));
  }

  removeDoneCallback(callback: (future: Future<T>) => void): void {
    const mine = (waiter: Waiter | null) => waiter instanceof CallbackWaiter && waiter.callback === callback;
    const rest: Waiter[] = this.rest?.filter((waiter) => !mine(waiter)) ?? [];
    if (mine(this.first)) this.first = rest.shift() ?? null;
    this.rest = rest.length > 0 ? rest : null;
  }

  /** Wakes `waiter` when done, at once when it is done already. Does not count as asking for the outcome. */
  attach(waiter: Waiter): void {
    if (this.state !== PENDING) waiter.wake(this);
    else if (this.first === null) this.first = waiter;
    else if (this.rest === null) this.rest = [waiter];
    else this.rest.push(waiter);
  }

  /** The same for one who will take the outcome. */
  addWaiter(waiter: Waiter): void {
    this.retrieved = true;
    this.attach(waiter);
  }

  /** The promise protocol, on the loop's ready queue. Cancelling what it returns cancels this future. */
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<A | B>(this.loop);
    next.inner = this as Future<unknown>;
    this.retrieved = true;
    this.addDoneCallback(() => {
      next.inner = null;
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

  get [Symbol.toStringTag](): string {
    return 'Promise';
  }

  /** The resolve function of a promise: follows a thenable, ignores every call but the first. */
  resolve(value: T | PromiseLike<T>): void {
    if (this.state !== PENDING) return;
    if ((value as unknown) === this) return this.reject(new TypeError('A promise cannot be resolved with itself.'));
    if (value instanceof Future) return this.followFuture(value as Future<T>);
    const then = thenOf(value);
    if (then === null) return this.setResult(value as T);
    try {
      then.call(
        value,
        (result: unknown) => this.settleFromOutside(() => this.resolve(result as T)),
        (reason: unknown) => this.settleFromOutside(() => this.reject(reason)),
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

  /** Whether a result that nobody takes is given back (`discard`) instead of being lost. */
  get keepsResult(): boolean {
    return this.discard !== Future.prototype.discard;
  }

  /** Called when whoever was woken by this future was cancelled before taking the result; for futures whose result must not get lost. */
  discard(): void {}

  /** The one that awaits this future, when nobody else does; taken off, so that it can be resumed directly. */
  protected takeOnlyWaiter(): Waiter | null {
    if (this.rest !== null) return null;
    const waiter = this.first;
    this.first = null;
    return waiter;
  }

  /** Becomes cancelled now, whatever `inner` does. */
  protected setCancelled(message: string): void {
    this.settle(CANCELLED, message);
  }

  private followFuture(other: Future<T>): void {
    this.inner = other as Future<unknown>;
    other.retrieved = true;
    other.addDoneCallback(() => {
      if (this.state !== PENDING) return;
      this.inner = null;
      if (other.state === FINISHED) this.setResult(other.value as T);
      else if (other.state === FAILED) this.setException(other.value);
      else this.settle(CANCELLED, other.value);
    });
  }

  /** A foreign thenable calls back when it likes, perhaps while nobody runs the loop. */
  private settleFromOutside(settle: () => void): void {
    settle();
    this.loop.noteOutside();
  }

  private noted(): Note {
    return (this.note ??= { label: undefined, kind: 'plain', inner: null });
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
