import { secondsOf } from '../quantity/index.js';
import { type EventLoop, type Future, thenOf } from '../task/index.js';

/** What process code may hand over as a length of time. */
export type Seconds = Parameters<typeof import('asyncio').sleep>[0];

/** Seconds of a length of time; a negative one is 0, as in asyncio. Raises `QuantityError` for anything that is none. */
export function lengthOf(value: Seconds): number {
  const seconds = secondsOf(value as Parameters<typeof secondsOf>[0]);
  return seconds > 0 ? seconds : 0;
}

/** The future behind something to await. Raises `TypeError` for anything else; `what` names the function that was called. */
export function futureOf<T>(loop: EventLoop, value: PromiseLike<T>, what: string): Future<T> {
  if (thenOf(value) !== null) return loop.follow(value);
  const hint = typeof value === 'function' ? ' This is a function: call it.' : '';
  throw new TypeError(`${what} takes something to await, such as the promise of an async function.${hint}`);
}

/** Likewise for several. */
export function futuresOf<T>(loop: EventLoop, values: Iterable<PromiseLike<T>>, what: string): Future<T>[] {
  return Array.from(values, (value) => futureOf(loop, value, what));
}

/** Raises `TypeError` unless `value` is a function. */
export function needFunction(value: unknown, what: string): void {
  if (typeof value !== 'function') throw new TypeError(`${what} takes a function, such as () => step().`);
}
