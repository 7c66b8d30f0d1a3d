import { createSubscriber } from 'svelte/reactivity';

/** Milliseconds between two changes of something that people read. */
const interval = 100;

/** The page's own time; handed in so that a test can own it. */
export interface SteadyTime {
  now(): number;
  /** Calls back after a time; returns how to prevent it. */
  after(milliseconds: number, callback: () => void): () => void;
}

const browserTime: SteadyTime = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * The newest value, but no more than ten a second: a change after a while of none shows at once, those that come faster than people can
 * read are skipped, the last one never. For what is costly to draw, such as lists; not for numbers that should run smoothly.
 */
export class Steady<T> {
  readonly #read: () => T;
  readonly #time: SteadyTime;
  readonly #subscribe: () => void;
  #update: (() => void) | null = null;
  #shown: { readonly value: T; readonly at: number } | null = null;
  #cancel: (() => void) | null = null;
  readonly #value = $derived.by(() => this.#next());

  constructor(read: () => T, time: SteadyTime = browserTime) {
    this.#read = read;
    this.#time = time;
    this.#subscribe = createSubscriber((update) => {
      this.#update = update;
      return () => {
        this.#cancel?.();
        this.#cancel = null;
        this.#shown = null;
      };
    });
  }

  get value(): T {
    return this.#value;
  }

  #next(): T {
    this.#subscribe();
    const newest = this.#read();
    const now = this.#time.now();
    const shown = this.#shown;
    if (shown === null || now - shown.at >= interval) {
      this.#shown = { value: newest, at: now };
      return newest;
    }
    if (newest !== shown.value) {
      this.#cancel ??= this.#time.after(shown.at + interval - now, () => {
        this.#cancel = null;
        this.#update?.();
      });
    }
    return shown.value;
  }
}
