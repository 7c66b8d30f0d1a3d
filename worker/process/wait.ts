import { type Coroutine, type EventLoop, type Future, isCancellation, thenOf } from '../task/index.js';
import { endOf, firstOf } from './lookout.js';
import { WaitSignal } from './wait-signal.js';

/** What `wait()` takes: something to await, or a function that starts it, which is called only when no request is pending. */
export type Awaitable<T> = PromiseLike<T> | ((signal: WaitSignal) => PromiseLike<T>);

/** The side of the owner that `wait()` looks at. */
export interface RequestSource {
  /** Whether something has to be raised. */
  readonly undelivered: boolean;
  /** Completes when there may be something to raise. */
  nextRequest(): Future<void>;
  /** Raises the request that is pending once `before` is over. */
  deliver(before: Coroutine<void>): Coroutine<never>;
  /** The awaitable failed while it was being cancelled, so its error is lost. */
  lost(error: unknown): void;
  /** The awaitable had a result, or came to one while it was being cancelled, and nobody gets it. */
  resultLost(result: unknown): void;
  /** The awaitable was given up before it had finished. */
  abandoned(future: Future<unknown>): void;
}

/**
 * `context.wait()` (semantics 2.6): waits for an awaitable, or cancels it and raises the request that came first.
 *
 * A completed awaitable always wins; a request that is pending at the start wins before anything is started; the request is
 * raised only once the awaitable has finished reacting to its cancellation.
 */
export function startWait<T>(loop: EventLoop, source: RequestSource, awaitable: Awaitable<T>): Future<T> {
  if (typeof awaitable !== 'function' && thenOf(awaitable) === null) {
    throw new TypeError('context.wait() takes something to await, such as asyncio.sleep(10), or a function that returns it.');
  }
  const task = loop.task(waiting(loop, source, awaitable), { name: 'wait' });
  task.kind = 'wait';
  return task;
}

function* waiting<T>(loop: EventLoop, source: RequestSource, awaitable: Awaitable<T>): Coroutine<T> {
  const signal = new WaitSignal((error) => source.lost(error));
  if (source.undelivered) {
    return yield* source.deliver(typeof awaitable === 'function' ? nothing() : giveUp(source, loop.follow(awaitable), signal));
  }
  const inner = loop.follow(typeof awaitable === 'function' ? awaitable(signal) : awaitable);
  while (!inner.done) {
    // Also before the first await: what it started may have made a pause due that was taken over from the instance before.
    if (source.undelivered) return yield* source.deliver(giveUp(source, inner, signal));
    try {
      yield firstOf(inner, source.nextRequest());
    } catch (error) {
      // Only a cancellation gets here: the outcomes of the two are not looked at.
      yield* giveUp(source, inner, signal);
      throw error;
    }
  }
  return inner.result();
}

function* nothing(): Coroutine<void> {}

/** Cancels the awaitable and waits until it has ended; a second cancellation meanwhile stops the waiting. */
function* giveUp(source: RequestSource, inner: Future<unknown>, signal: WaitSignal): Coroutine<void> {
  signal.abort();
  inner.cancel();
  if (!inner.done) {
    try {
      yield endOf(inner);
    } catch (error) {
      source.abandoned(inner);
      throw error;
    }
  }
  if (inner.cancelled) return;
  const error = inner.failed ? inner.exception() : null;
  if (error !== null) {
    if (!isCancellation(error)) source.lost(error);
    return;
  }
  const result = inner.result();
  if (inner.keepsResult) inner.discard();
  else if (result !== undefined) source.resultLost(result);
}
