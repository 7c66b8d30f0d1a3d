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
  class Promise<T> extends Future<T> {
    constructor(executor: Executor<T>) {
      if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${String(executor)} is not a function`);
      super(loop);
      let settled = false;
      try {
        executor(
          (value) => {
            if (settled) return;
            settled = true;
            this.resolve(value);
          },
          (reason) => {
            if (settled) return;
            settled = true;
            this.reject(reason);
          },
        );
      } catch (error) {
        if (!settled) this.reject(error);
        settled = true;
      }
    }

    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Future;
    }

    static resolve<T>(value?: T | PromiseLike<T>): Future<T> {
      return loop.follow(value as T | PromiseLike<T>);
    }

    static reject(reason?: unknown): Future<never> {
      const future = new Future<never>(loop);
      future.reject(reason);
      return future;
    }

    static withResolvers<T>() {
      let resolve!: (value: T | PromiseLike<T>) => void;
      let reject!: (reason?: unknown) => void;
      const promise: Future<T> = new Promise<T>((onResult, onError) => {
        resolve = onResult;
        reject = onError;
      });
      return { promise, resolve, reject };
    }

    static try<T, A extends readonly unknown[]>(callback: (...args: A) => T | PromiseLike<T>, ...args: A): Future<T> {
      return new Promise<T>((resolve) => resolve(callback(...args)));
    }

    static all<T>(values: Iterable<T | PromiseLike<T>>): Future<T[]> {
      return gather(loop, values);
    }

    static allSettled<T>(values: Iterable<T | PromiseLike<T>>): Future<PromiseSettledResult<T>[]> {
      return allSettled(loop, values);
    }

    static any<T>(values: Iterable<T | PromiseLike<T>>): Future<T> {
      return any(loop, values);
    }

    static race<T>(values: Iterable<T | PromiseLike<T>>): Future<T> {
      return firstOutcome(loop, values);
    }
  }

  return Promise;
}
