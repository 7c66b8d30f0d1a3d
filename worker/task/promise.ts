import { allSettled, any, firstOutcome } from './combinators.js';
import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';
import { gather } from './gather.js';

type Executor<T> = (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void;

/** The `Promise` that process code sees: the global's interface over futures of one loop. */
export interface ProcessPromise {
  new <T>(executor: Executor<T>): Future<T>;
  resolve(): Future<void>;
  resolve<T>(value: T | PromiseLike<T>): Future<T>;
  reject(reason?: unknown): Future<never>;
  withResolvers<T>(): {
    readonly promise: Future<T>;
    readonly resolve: (value: T | PromiseLike<T>) => void;
    readonly reject: (reason?: unknown) => void;
  };
  try<T, A extends readonly unknown[]>(callback: (...args: A) => T | PromiseLike<T>, ...args: A): Future<T>;
  all<T>(values: Iterable<T | PromiseLike<T>>): Future<T[]>;
  allSettled<T>(values: Iterable<T | PromiseLike<T>>): Future<PromiseSettledResult<T>[]>;
  any<T>(values: Iterable<T | PromiseLike<T>>): Future<T>;
  race<T>(values: Iterable<T | PromiseLike<T>>): Future<T>;
}

/**
 * Makes the `Promise` constructor for one loop. Every reaction runs on the loop's ready queue, so that native microtasks never
 * decide an order that somebody can see. Semantics: ECMA-262, 27.2, but for the queue, and that a promise can be cancelled, which
 * cancels what it waits for.
 */
export function createPromise(loop: EventLoop): ProcessPromise {
  /** Makes a plain future: a class of its own for every loop would give engines objects of ever more shapes to cope with. */
  function Promise<T>(executor: Executor<T>): Future<T> {
    if (new.target === undefined) throw new TypeError("Class constructor Promise cannot be invoked without 'new'");
    if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${String(executor)} is not a function`);
    const promise = new Future<T>(loop);
    let settled = false;
    try {
      executor(
        (value) => {
          if (settled) return;
          settled = true;
          promise.resolve(value);
        },
        (reason) => {
          if (settled) return;
          settled = true;
          promise.reject(reason);
        },
      );
    } catch (error) {
      if (!settled) promise.reject(error);
      settled = true;
    }
    return new.target === Promise ? promise : (Object.setPrototypeOf(promise, new.target.prototype as object) as Future<T>);
  }

  const construct = Promise as unknown as ProcessPromise;
  Promise.prototype = Future.prototype;
  Object.defineProperty(Promise, Symbol.hasInstance, { value: (value: unknown) => value instanceof Future });
  const statics: Omit<ProcessPromise, 'new'> = {
    resolve: <T>(value?: T | PromiseLike<T>) => loop.follow(value as T | PromiseLike<T>),
    reject(reason) {
      const future = new Future<never>(loop);
      future.reject(reason);
      return future;
    },
    withResolvers<T>() {
      let resolve!: (value: T | PromiseLike<T>) => void;
      let reject!: (reason?: unknown) => void;
      const promise = new construct<T>((onResult, onError) => {
        resolve = onResult;
        reject = onError;
      });
      return { promise, resolve, reject };
    },
    try: <T, A extends readonly unknown[]>(callback: (...args: A) => T | PromiseLike<T>, ...args: A) =>
      new construct<T>((resolve) => resolve(callback(...args))),
    all: (values) => gather(loop, values),
    allSettled: (values) => allSettled(loop, values),
    any: (values) => any(loop, values),
    race: (values) => firstOutcome(loop, values),
  };
  return Object.assign(construct, statics);
}
