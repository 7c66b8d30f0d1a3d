import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';

/** The `Promise` that process code sees: the global's interface over futures of one loop. */
export type ProcessPromise = ReturnType<typeof createPromise>;

/**
 * Makes the `Promise` constructor for one loop. Every reaction runs on the loop's ready queue, so that native microtasks never
 * decide an order that somebody can see. Semantics: ECMA-262, 27.2, but for the queue.
 */
export function createPromise(loop: EventLoop) {
  class Promise<T> extends Future<T> {
    constructor(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void) {
      if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${String(executor)} is not a function`);
      super(loop);
      let settled = false;
      const once =
        <A>(settle: (value: A) => void) =>
        (value: A) => {
          if (settled) return;
          settled = true;
          settle(value);
        };
      try {
        executor(
          once((value: T | PromiseLike<T>) => this.resolve(value)),
          once((reason?: unknown) => this.reject(reason)),
        );
      } catch (error) {
        once((reason: unknown) => this.reject(reason))(error);
      }
    }

    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Future;
    }

    static resolve<T>(value: T | PromiseLike<T>): Future<T> {
      return loop.follow(value);
    }

    static reject(reason?: unknown): Future<never> {
      const future = new Future<never>(loop);
      future.reject(reason);
      return future;
    }

    static withResolvers<T>() {
      const promise = new Future<T>(loop);
      return {
        promise,
        resolve: (value: T | PromiseLike<T>) => promise.resolve(value),
        reject: (reason?: unknown) => promise.reject(reason),
      };
    }

    static try<T>(callback: (...args: unknown[]) => T | PromiseLike<T>, ...args: unknown[]): Future<T> {
      return new Promise<T>((resolve) => resolve(callback(...args)));
    }

    static all<T>(values: Iterable<T | PromiseLike<T>>): Future<T[]> {
      return collect(values, (result, outcomes, index, settle) => {
        result.then(
          (value) => settle(index, value),
          (reason) => outcomes.reject(reason),
        );
      });
    }

    static allSettled<T>(values: Iterable<T | PromiseLike<T>>) {
      return collect<T, PromiseSettledResult<T>>(values, (result, _outcomes, index, settle) => {
        result.then(
          (value) => settle(index, { status: 'fulfilled', value }),
          (reason) => settle(index, { status: 'rejected', reason }),
        );
      });
    }

    static any<T>(values: Iterable<T | PromiseLike<T>>): Future<T> {
      const first = new Future<T>(loop);
      const reasons: unknown[] = [];
      let left = 0;
      for (const value of values) {
        const index = left++;
        loop.follow(value).then(
          (result) => first.resolve(result),
          (reason) => {
            reasons[index] = reason;
            if (--left === 0) first.reject(new AggregateError(reasons, 'All promises were rejected'));
          },
        );
      }
      if (left === 0) first.reject(new AggregateError([], 'All promises were rejected'));
      return first;
    }

    static race<T>(values: Iterable<T | PromiseLike<T>>): Future<T> {
      const first = new Future<T>(loop);
      for (const value of values) {
        loop.follow(value).then(
          (result) => first.resolve(result),
          (reason) => first.reject(reason),
        );
      }
      return first;
    }
  }

  function collect<T, R = T>(
    values: Iterable<T | PromiseLike<T>>,
    follow: (result: Future<T>, outcomes: Future<R[]>, index: number, settle: (index: number, value: R) => void) => void,
  ): Future<R[]> {
    const outcomes = new Future<R[]>(loop);
    const results: R[] = [];
    let started = 0;
    let left = 1;
    const settle = (index: number, value: R) => {
      results[index] = value;
      if (--left === 0) outcomes.resolve(results);
    };
    for (const value of values) {
      const index = started++;
      left++;
      const followed = loop.follow(value);
      outcomes.inner ??= followed;
      follow(followed, outcomes, index, settle);
    }
    if (--left === 0) outcomes.resolve(results);
    return outcomes;
  }

  return Promise;
}
