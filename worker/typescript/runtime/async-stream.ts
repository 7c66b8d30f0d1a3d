import { type Coroutine, type EventLoop, type Future, type Task, reached } from '../../task/index.js';
import { type IteratorSource, iteratorOf, resultOf } from './iterators.js';

/** What an async generator hands out with `yield`, as opposed to what it awaits. */
export class Handed {
  constructor(readonly value: unknown) {}
}

/** `yield*`: from here on requests go to another iterator, until that has ended. */
export class Delegation {
  constructor(
    readonly site: number,
    readonly iterable: unknown,
  ) {}
}

type Method = 'next' | 'throw' | 'return';
type Result = IteratorResult<unknown, unknown>;

interface Delegate extends IteratorSource {
  readonly site: number;
}

/**
 * The object that an async generator function returns. Each request runs the generator up to its next `yield` in a task of its own, so
 * that a cancellation of whoever awaits it reaches the await inside. Requests wait for those before them (ECMA-262, 27.6).
 */
export class AsyncStream {
  private last: Future<unknown> | null = null;
  private delegate: Delegate | null = null;

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
    const task = this.start(this.serve(this.last, method, value));
    this.last = task;
    return task;
  }

  private *serve(before: Future<unknown> | null, method: Method, value: unknown): Coroutine<Result> {
    if (before !== null && !before.done) {
      const turn = this.loop.future<void>('the generator, which is busy');
      before.addDoneCallback(() => {
        if (!turn.done) turn.setResult(undefined);
      });
      yield turn;
    }
    if (method !== 'return' || this.delegate !== null) return yield* this.step(method, value);
    let awaited: unknown;
    try {
      awaited = yield value;
    } catch (error) {
      return yield* this.step('throw', error);
    }
    return yield* this.step('return', awaited);
  }

  /** Goes on to the next value that is handed out, or to the end. */
  private *step(method: Method, value: unknown): Coroutine<Result> {
    const { generator } = this;
    for (;;) {
      if (this.delegate !== null) {
        const asked: Asked = yield* this.ask(this.delegate, method, value);
        if (asked.type === 'value') return { value: asked.value, done: false };
        this.delegate = null;
        ({ method, value } = asked);
      }
      let result = generator[method](value);
      for (;;) {
        if (result.done === true) return { value: result.value, done: true };
        const { value: yielded } = result;
        if (yielded instanceof Handed) return { value: yielded.value, done: false };
        if (yielded instanceof Delegation) break;
        let sent: unknown;
        try {
          sent = yield yielded;
        } catch (error) {
          result = generator.throw(error);
          continue;
        }
        result = generator.next(sent);
      }
      [method, value] = this.open(result.value as Delegation);
    }
  }

  /** Begins with `yield*`. What to do next. */
  private open({ site, iterable }: Delegation): [method: Method, value: unknown] {
    try {
      this.delegate = { ...iteratorOf(iterable), site };
      return ['next', undefined];
    } catch (error) {
      return ['throw', error];
    }
  }

  /** Passes a request on: a value to hand out, or how the generator itself goes on. */
  private *ask({ iterator, sync, site }: Delegate, method: Method, value: unknown): Coroutine<Asked> {
    const call = iterator[method];
    try {
      if (call === undefined && method === 'return') return { type: 'end', method, value: yield* awaitAt(site, value) };
      if (call === undefined) {
        yield* awaitAt(site, iterator.return?.());
        throw new TypeError('What yield* goes through cannot take an error: it has no throw method.');
      }
      const result = resultOf(yield* awaitAt(site, call.call(iterator, value)));
      const got = sync ? yield* awaitAt(site, result.value) : result.value;
      if (result.done !== true) return { type: 'value', value: got };
      return { type: 'end', method: method === 'return' ? 'return' : 'next', value: got };
    } catch (error) {
      return { type: 'end', method: 'throw', value: error };
    }
  }
}

type Asked =
  { readonly type: 'value'; readonly value: unknown } | { readonly type: 'end'; readonly method: Method; readonly value: unknown };

function* awaitAt(site: number, value: unknown): Coroutine<unknown> {
  reached.site = site;
  return yield value;
}
