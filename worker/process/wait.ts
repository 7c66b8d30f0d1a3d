import { type Coroutine, CancelledError, type EventLoop, type Future, thenOf } from '../task/index.js';
import { endOf, firstOf } from './lookout.js';
import { WaitSignal } from './wait-signal.js';

/** What `wait()` takes: something to await, or a function that starts it, which is called only when no request is pending. */
export type Awaitable<T> = PromiseLike<T> | ((signal: WaitSignal) => PromiseLike<T>);

/** The side of the owner that `wait()` looks at. */
export interface RequestSource {
  /** Whether something has to be raised. */
  readonly undelivered: boolean;
  /** Completes as soon as something has to be raised. */
  nextRequest(): Future<void>;
  /** What to raise, taken off. */
  take(): unknown;
  /** The awaitable failed while it was being cancelled, so its error is lost. */
  lost(error: unknown): void;
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
  if (source.undelivered) {
    if (typeof awaitable !== 'function') yield* giveUp(source, loop.follow(awaitable));
    throw source.take();
  }
  const signal = new WaitSignal();
  const inner = loop.follow(typeof awaitable === 'function' ? awaitable(signal) : awaitable);
  while (!inner.done) {
    const request = source.nextRequest();
    try {
      yield firstOf(inner, request);
    } catch (error) {
      // Only a cancellation gets here: the outcomes of the two are not looked at.
      signal.abort();
      yield* giveUp(source, inner);
      throw error;
    }
    if (inner.done || !source.undelivered) continue;
    signal.abort();
    yield* giveUp(source, inner);
    throw source.take();
  }
  return inner.result();
}

/** Cancels the awaitable and waits until it has ended; a second cancellation meanwhile stops the waiting. */
function* giveUp(source: RequestSource, inner: Future<unknown>): Coroutine<void> {
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
  if (error === null) inner.discard();
  else if (!(error instanceof CancelledError)) source.lost(error);
}
