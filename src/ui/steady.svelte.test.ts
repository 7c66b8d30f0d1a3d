// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Steady } from './steady.svelte.js';

describe('a steady value', () => {
  it('shows a change at once when there was none for a while', () => {
    const { source, time, seen } = bed();
    time.pass(1000);
    source.set(1);
    flushSync();
    expect(seen).toEqual([0, 1]);
  });

  it('shows ten of a hundred changes in a second, and the last one', () => {
    const { source, time, seen } = bed();
    for (let change = 1; change <= 100; change++) {
      time.pass(10);
      source.set(change);
      flushSync();
    }
    time.pass(100);
    flushSync();
    expect(seen.length).toBeLessThanOrEqual(12);
    expect(seen.at(-1)).toBe(100);
  });

  it('leaves no timer behind when nobody looks any more', () => {
    const { source, time, stop } = bed();
    source.set(1);
    flushSync();
    expect(time.waiting).toBe(1);
    stop();
    flushSync();
    return Promise.resolve().then(() => expect(time.waiting).toBe(0));
  });
});

function bed() {
  const time = new Hours();
  let value = $state(0);
  const steady = new Steady(() => value, time);
  const seen: number[] = [];
  const stop = $effect.root(() => {
    $effect(() => void seen.push(steady.value));
  });
  flushSync();
  return { source: { set: (next: number) => (value = next) }, time, seen, stop };
}

/** Time that a test owns. */
class Hours {
  #now = 0;
  #timers: { readonly at: number; readonly callback: () => void }[] = [];

  get waiting(): number {
    return this.#timers.length;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { callback } of due) callback();
  }
}
