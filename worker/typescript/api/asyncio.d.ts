/**
 * Tasks, and waiting for them: the parts of Python's asyncio that processes use, under the same names in TypeScript spelling.
 *
 * Times are seconds (`1.5`) or quantities (`am.q('2 min')`), in the virtual time of the run.
 */
declare module 'asyncio' {
  import type { Quantity } from 'automancer';

  /** A length of time: a number of seconds, a quantity of time such as `am.q('2 min')`, or its text, `'2 min'`. */
  export type Seconds = number | Quantity | string;

  /** The result types of several awaitables, in order. */
  export type Results<Awaitables extends readonly unknown[]> = { -readonly [Index in keyof Awaitables]: Awaited<Awaitables[Index]> };

  /**
   * Raised at the `await` where a task is suspended when the task is cancelled, for example because the process is halted.
   *
   * Do your cleanup in `finally`, or catch it and throw it again. It is **not** an `Error`, as in Python it is not an `Exception`:
   * `error instanceof Error` is false for it.
   *
   * ```ts
   * try {
   *   await asyncio.sleep(60);
   * } catch (error) {
   *   if (error instanceof asyncio.CancelledError) context.sendLocation({ phase: 'cancelled' });
   *   throw error;
   * }
   * ```
   */
  export class CancelledError {
    constructor(message?: string);
    /** `'CancelledError'`. */
    readonly name: string;
    /** What was handed to `cancel()`; usually empty. */
    readonly message: string;
  }

  /** Raised by `result()` and `exception()` of something that is not done, and by setting a result twice. */
  export class InvalidStateError extends Error {}

  /** Raised by {@link timeout} and {@link waitFor} when the time is up. It is an ordinary `Error`: uncaught, it makes the process fail. */
  export class TimeoutError extends Error {}

  /** Raised by {@link Queue.getNowait} when there is nothing to take. */
  export class QueueEmpty extends Error {}

  /** Raised by {@link Queue.putNowait} when there is no room. */
  export class QueueFull extends Error {}

  /**
   * A result that is not there yet. Await it to get the result; it can be awaited more than once.
   *
   * Make one yourself when something else is to decide when it is done:
   *
   * ```ts
   * const ready = new asyncio.Future<number>();
   * asyncio.createTask(async () => ready.setResult(await measure()));
   * const value = await ready;
   * ```
   */
  export class Future<T = void> implements Promise<T> {
    constructor();
    /** Whether it has a result, has failed or was cancelled. */
    readonly done: boolean;
    /** Whether it was cancelled. */
    readonly cancelled: boolean;
    /** The result. Raises what it failed with, `CancelledError` if it was cancelled, `InvalidStateError` if it is not done. */
    result(): T;
    /** What it failed with, or `null`. Raises `CancelledError` if it was cancelled, `InvalidStateError` if it is not done. */
    exception(): unknown;
    /** Gives it its result and wakes those who await it. */
    setResult(value: T): void;
    /** Makes it fail: those who await it get `error` thrown. */
    setException(error: unknown): void;
    /** Cancels it: those who await it get `CancelledError`. Returns false when it was done already. */
    cancel(message?: string): boolean;
    /** Calls `callback` with this future in the next turn after it is done. */
    addDoneCallback(callback: (future: Future<T>) => void): void;
    /** Takes a callback off again. */
    removeDoneCallback(callback: (future: Future<T>) => void): void;
    /** Calls one of the functions when it is done; completes with what that returns. `await` is usually easier to read. */
    then<A = T, B = never>(
      onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
      onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Future<A | B>;
    /** Calls the function when it fails or is cancelled. */
    catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Future<T | B>;
    /** Calls the function when it is done, however it ended. */
    finally(onFinally?: (() => void) | null): Future<T>;
    readonly [Symbol.toStringTag]: string;
  }

  /**
   * A function that is running: what {@link createTask} returns, and what any async function of the process returns when it is called.
   *
   * Cancelling it raises {@link CancelledError} at the `await` where it is suspended. Whoever awaits it goes on when it has really
   * ended, with its `finally` blocks done.
   */
  export interface Task<T = unknown> extends Future<T> {
    /** A name for messages. */
    name: string;
    /**
     * Requests cancellation. Returns false when the task is done already. Calls before the task gets a turn count as one
     * cancellation; a later call interrupts also its cleanup.
     */
    cancel(message?: string): boolean;
    /** How many cancellations were requested and not taken back. */
    cancelling(): number;
    /** Takes one request for cancellation back, after catching its `CancelledError`; returns how many are left. */
    uncancel(): number;
  }
  /** For `instanceof`. Tasks are made by {@link createTask} and by calling async functions. */
  export const Task: { readonly [Symbol.hasInstance]: (value: unknown) => value is Task };

  /**
   * Waits. `sleep(0)` lets everything that is ready run once; a negative time is taken as 0.
   *
   * ```ts
   * await asyncio.sleep(1.5);           // seconds
   * await asyncio.sleep(am.q('2 min')); // a quantity
   * ```
   */
  export function sleep(seconds: Seconds): Future<void>;

  /**
   * Makes a task that runs beside the one that creates it.
   *
   * With a function, it starts in the next turn, as in Python, and never if it is cancelled before. The promise of an async function
   * that was called already is a task that has started: it is returned as it is, with its full type.
   *
   * ```ts
   * const stirring = asyncio.createTask(() => stir());
   * await heat();
   * stirring.cancel();
   * ```
   */
  export function createTask<T>(work: PromiseLike<T> | (() => PromiseLike<T> | T), options?: { readonly name?: string }): Task<T>;

  /** The task that is running right now; `null` in a callback (`setTimeout`, `addDoneCallback`). */
  export function currentTask(): Task | null;

  /**
   * Waits for a task without passing a cancellation on to it: whoever waits is cancelled at once, and the task goes on alone.
   *
   * To make a halt wait until an action is finished use `am.shield` instead.
   *
   * ```ts
   * const task = asyncio.createTask(() => longStep());
   * try {
   *   await context.wait(asyncio.shield(task));
   * } catch (error) {
   *   if (!(error instanceof am.PauseRequest)) throw error;
   *   await context.checkpoint(); // `task` runs on meanwhile
   * }
   * ```
   */
  export function shield<T>(awaitable: PromiseLike<T>): Future<T>;

  /**
   * Waits for several at once; completes with all results, in order of the arguments. Fails as soon as one fails, and then lets the
   * others go on. Cancelling it cancels all of them and waits until they have ended.
   *
   * ```ts
   * const [temperature, volume] = await asyncio.gather(readTemperature(), readVolume());
   * ```
   *
   * With an array and `returnExceptions`, errors (and `CancelledError`) are results like others, so that it waits for all:
   *
   * ```ts
   * const results = await asyncio.gather(steps, { returnExceptions: true });
   * ```
   */
  export function gather<T>(
    awaitables: Iterable<PromiseLike<T>>,
    options: { readonly returnExceptions: true },
  ): Future<(T | Error | CancelledError)[]>;
  export function gather<T>(awaitables: Iterable<PromiseLike<T>>, options: { readonly returnExceptions?: boolean }): Future<T[]>;
  export function gather<const Awaitables extends readonly unknown[]>(...awaitables: Awaitables): Future<Results<Awaitables>>;

  /** For `returnWhen` of {@link wait}: as soon as one has ended. */
  export const FIRST_COMPLETED: 'FIRST_COMPLETED';
  /** For `returnWhen` of {@link wait}: as soon as one has failed, or when all have ended. */
  export const FIRST_EXCEPTION: 'FIRST_EXCEPTION';
  /** For `returnWhen` of {@link wait}: when all have ended. */
  export const ALL_COMPLETED: 'ALL_COMPLETED';

  /** How {@link wait} waits. */
  export interface WaitOptions {
    /** The longest it waits; without it, as long as it takes. */
    readonly timeout?: Seconds | null;
    /** What it waits for; `asyncio.ALL_COMPLETED` unless given. */
    readonly returnWhen?: 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED';
  }

  /**
   * Waits until several have ended, or until one has (`returnWhen`), or for some time (`timeout`). It tells which are done; it neither
   * raises their errors nor cancels any of them.
   *
   * ```ts
   * const { done, pending } = await asyncio.wait([first, second], { returnWhen: asyncio.FIRST_COMPLETED });
   * ```
   */
  export function wait<T>(
    awaitables: Iterable<PromiseLike<T>>,
    options?: WaitOptions,
  ): Future<{ readonly done: Set<Future<T>>; readonly pending: Set<Future<T>> }>;

  /**
   * Waits for something, but not longer than `seconds`: then cancels it, waits for its cleanup and raises {@link TimeoutError}.
   * `null`: no limit.
   */
  export function waitFor<T>(awaitable: PromiseLike<T>, seconds: Seconds | null): Task<T>;

  /**
   * Runs `body`, but not longer than `seconds`: then cancels it, waits for its cleanup and raises {@link TimeoutError}.
   * Python's `async with asyncio.timeout(…)`. `null`: no limit.
   *
   * ```ts
   * await asyncio.timeout(30, async () => {
   *   await valve.open();
   *   await pump.fill();
   * });
   * ```
   */
  export function timeout<T>(seconds: Seconds | null, body: () => PromiseLike<T> | T): Task<T>;

  /**
   * Runs a function that *blocks* (a driver that knows nothing of `await`) in a thread of its own, so that everything else goes on.
   *
   * A halt ends the waiting at once, but nothing can stop the function: it runs on to its end, and its result is lost. Write
   * `am.shield(asyncio.toThread(…))` to make a halt wait for it.
   */
  export function toThread<T>(action: () => T): Future<T>;

  /**
   * A flag that tasks wait for.
   *
   * ```ts
   * const ready = new asyncio.Event();
   * asyncio.createTask(async () => {
   *   await warmUp();
   *   ready.set();
   * });
   * await ready.wait();
   * ```
   */
  export class Event {
    constructor();
    /** Whether the flag is up. */
    readonly isSet: boolean;
    /** Puts the flag up and wakes everybody who waits. */
    set(): void;
    /** Puts the flag down. */
    clear(): void;
    /** Waits until the flag is up; returns at once when it is. */
    wait(): Future<true>;
  }

  /**
   * Lets one task in at a time, in order of arrival.
   *
   * ```ts
   * const bus = new asyncio.Lock();
   * await bus.run(async () => {
   *   await send(command);
   *   return receive();
   * });
   * ```
   */
  export class Lock {
    constructor();
    /** Whether somebody is in. */
    readonly locked: boolean;
    /** Waits until it is our turn. Call {@link Lock.release} in a `finally` block afterwards, or use {@link Lock.run}. */
    acquire(): Future<void>;
    /** Lets the next one in. Raises an error when nobody is in. */
    release(): void;
    /** Runs `body` while holding the lock and gives it back however that ends. */
    run<T>(body: () => PromiseLike<T> | T): Task<T>;
  }

  /**
   * A first-in, first-out queue between tasks. Those who wait are woken in the order in which they came; whoever takes an item before they
   * have their turn gets the older one, so that items are dealt with in order.
   */
  export class Queue<T = unknown> {
    /** `maxSize`: how many items fit in; 0 (the default) for any number. */
    constructor(maxSize?: number);
    /** How many items fit in; 0: any number. */
    readonly maxSize: number;
    /** How many items are in. */
    readonly size: number;
    /** Whether nothing is in. */
    readonly empty: boolean;
    /** Whether nothing more fits in. */
    readonly full: boolean;
    /** Puts an item in; waits while the queue is full. */
    put(item: T): Future<void>;
    /** Takes the oldest item; waits while the queue is empty. */
    get(): Future<T>;
    /** Puts an item in at once; raises {@link QueueFull} when there is no room. */
    putNowait(item: T): void;
    /** Takes the oldest item at once; raises {@link QueueEmpty} when there is none. */
    getNowait(): T;
    /** Says that an item taken from the queue has been dealt with; for {@link Queue.join}. */
    taskDone(): void;
    /** Waits until every item ever put in has been dealt with (`taskDone()`). */
    join(): Future<void>;
  }

  /**
   * Tasks that end together. The first that fails cancels the others; the group raises all failures in one `AggregateError`, in the
   * order in which they came, also when there is only one. A cancellation of the group goes to its tasks once: a second one does not
   * interrupt their cleanup.
   *
   * ```ts
   * await asyncio.TaskGroup.run(async (group) => {
   *   group.createTask(() => heat());
   *   group.createTask(() => stir());
   * });
   * // here both have ended
   * ```
   */
  export interface TaskGroup {
    /** Makes a task of this group; see {@link createTask}. Raises an error, and cancels the task, when the group has ended or is being cancelled. */
    createTask<T>(work: PromiseLike<T> | (() => PromiseLike<T> | T), options?: { readonly name?: string }): Task<T>;
  }
  export const TaskGroup: {
    /** Runs `body` with a new group, then waits for every task created in it. Completes with what `body` returns. */
    run<T>(body: (group: TaskGroup) => PromiseLike<T> | T): Task<T>;
  };
}
