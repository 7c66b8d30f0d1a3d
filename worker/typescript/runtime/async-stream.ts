import { type Coroutine, type EventLoop, type Future, type Task, reached, thenOf } from '../../task/index.js';

/** What an async generator hands out with `yield`, as opposed to what it awaits. */
export class Handed {
  constructor(readonly value: unknown) {}
}

type Method = 'next' | 'throw' | 'return';
type Result = IteratorResult<unknown, unknown>;

/**
 * The object that an async generator function returns. Each request runs the generator up to its next `yield` in a task of its own, so
 * that a cancellation of whoever awaits it reaches the await inside. Requests wait for those before them (ECMA-262, 27.6).
 */
export class AsyncStream {
  private last: Future<unknown> | null = null;

  constructor(
    private readonly loop: EventLoop,
    private readonly generator: Coroutine<unknown>,
    private readonly start: (step: Coroutine<Result>) => Task<Result>,
  ) {}

  next(value?: unknown): Task<Result> {
    return this.request('next', value);
  }

  throw(error?: unknown): Task<Result> {
    return this.request('throw', error);
  }

  return(value?: unknown): Task<Result> {
    return this.request('return', value);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.asyncDispose](): Task<Result> {
    return this.return();
  }

  get [Symbol.toStringTag](): string {
    return 'AsyncGenerator';
  }

  private request(method: Method, value: unknown): Task<Result> {
    const { last } = this;
    const direct = (last === null || last.done) && !(method === 'return' && thenOf(value) !== null);
    const task = this.start(direct ? new Step(this.generator, method, value) : this.later(last, method, value));
    this.last = task;
    return task;
  }

  private *later(last: Future<unknown> | null, method: Method, value: unknown): Coroutine<Result> {
    if (last !== null && !last.done) {
      const turn = this.loop.future<void>('the generator, which is busy');
      last.addDoneCallback(() => {
        if (!turn.done) turn.setResult(undefined);
      });
      yield turn;
    }
    let step: Coroutine<Result>;
    try {
      step = new Step(this.generator, method, method === 'return' ? yield value : value);
    } catch (error) {
      step = new Step(this.generator, 'throw', error);
    }
    return yield* step;
  }
}

/** The generator from one `yield` to the next, as a coroutine: what it awaits passes through. */
class Step implements Coroutine<Result> {
  private begun = false;

  constructor(
    private readonly generator: Coroutine<unknown>,
    private readonly method: Method,
    private readonly value: unknown,
  ) {}

  next(value: unknown): IteratorResult<unknown, Result> {
    if (this.begun) return outcome(this.generator.next(value));
    this.begun = true;
    return outcome(this.generator[this.method](this.value));
  }

  throw(error: unknown): IteratorResult<unknown, Result> {
    return outcome(this.generator.throw(error));
  }

  return(value: Result): IteratorResult<unknown, Result> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  [Symbol.dispose](): void {}

  get [Symbol.toStringTag](): string {
    return 'Generator';
  }
}

function outcome(result: IteratorResult<unknown, unknown>): IteratorResult<unknown, Result> {
  if (result.done === true) return { done: true, value: { done: true, value: result.value } };
  if (result.value instanceof Handed) return { done: true, value: { done: false, value: result.value.value } };
  return { done: false, value: result.value };
}

/** `yield*` in an async generator: hands out what an iterable has, and passes requests on to it. */
export function* delegate(site: number, iterable: unknown): Coroutine<unknown> {
  const { iterator, sync } = asyncIteratorOf(iterable);
  const wait = function* (value: unknown): Coroutine<unknown> {
    reached.site = site;
    return yield value;
  };
  let method: 'next' | 'throw' = 'next';
  let sent: unknown = undefined;
  for (;;) {
    const call = iterator[method];
    if (call === undefined) throw new TypeError('The iterator that yield* goes through has no throw method.');
    const result = resultOf(yield* wait(call.call(iterator, sent)));
    const value = sync ? yield* wait(result.value) : result.value;
    if (result.done === true) return value;
    let resumed = false;
    try {
      sent = yield new Handed(value);
      method = 'next';
      resumed = true;
    } catch (error) {
      sent = error;
      method = 'throw';
      resumed = true;
    } finally {
      // Left by `return()`: the iterator is closed too.
      if (!resumed) yield* wait(iterator.return?.(undefined));
    }
  }
}

export interface AnyIterator {
  next(value?: unknown): unknown;
  throw?(error?: unknown): unknown;
  return?(value?: unknown): unknown;
}

/** The iterator that `for await` and `yield*` use. `sync`: it is an ordinary one, whose values are awaited. */
export function asyncIteratorOf(iterable: unknown): { readonly iterator: AnyIterator; readonly sync: boolean } {
  const methods = iterable as Partial<Record<symbol, () => AnyIterator>> | null | undefined;
  const asynchronous = methods?.[Symbol.asyncIterator];
  if (asynchronous !== undefined && asynchronous !== null) return { iterator: asynchronous.call(iterable), sync: false };
  const synchronous = methods?.[Symbol.iterator];
  if (typeof synchronous !== 'function')
    throw new TypeError(
      `${typeof iterable === 'object' ? 'The object' : String(iterable)} is not iterable, neither with await nor without.`,
    );
  return { iterator: synchronous.call(iterable), sync: true };
}

export function resultOf(result: unknown): Result {
  if (typeof result !== 'object' || result === null) throw new TypeError(`Iterator result ${String(result)} is not an object`);
  return result as Result;
}
