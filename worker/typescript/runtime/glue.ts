import { type Coroutine, type EventLoop, type Task, type TaskOptions, isCancellation, reached } from '../../task/index.js';
import type { FunctionInfo } from '../compile/tables.js';
import { AsyncEach } from './async-each.js';
import { AsyncStream, Delegation, Handed } from './async-stream.js';
import { Resources } from './resources.js';

/** What generated code finds in `__p`. The names are short because they stand in front of everything. */
export interface Glue {
  /** The modules that the process imports. */
  readonly modules: Readonly<Record<string, unknown>>;
  /** Notes that an await is reached; the value is what is awaited. */
  at(site: number, value: unknown): unknown;
  /** Starts a task: the call of an async function. */
  run(functionId: number, coroutine: Coroutine<unknown>): Task<unknown>;
  /** The same when the parameters may raise errors: those make the task fail. */
  start(
    functionId: number,
    generator: (...args: readonly unknown[]) => Coroutine<unknown>,
    self: unknown,
    args: ArrayLike<unknown>,
  ): Task<unknown>;
  /** The call of an async generator function. */
  stream(functionId: number, coroutine: Coroutine<unknown>): AsyncStream;
  /** `yield` in an async generator. */
  out(value?: unknown): Handed;
  /** `yield*` in an async generator. */
  delegate(site: number, iterable: unknown): Delegation;
  /** `for await`. */
  each(): AsyncEach;
  /** A block with `using`. */
  resources(): Resources;
  /** Whether a catch clause has a cancellation of the running task in its hands. */
  caught(error: unknown): boolean;
  /** A catch clause has let it go without raising an error. */
  swallowed(site: number): void;
  /** Something is thrown that may be no error and then knows no place. */
  raised(site: number, value: unknown): unknown;
  /** Loops have gone round a few thousand times; this one does at the moment. Returns where counting goes on. */
  round(site: number): number;
  /** A stand-in for `super`, and one for calls of its methods. */
  parent(get: (key: PropertyKey) => unknown, set: (key: PropertyKey, value: unknown) => unknown): object;
  parentMethods(get: (key: PropertyKey) => unknown, self: unknown): object;
}

/** What the glue tells the program that it belongs to. */
export interface GlueListener {
  swallowed(site: number, task: Task<unknown>): void;
  raised(site: number, value: unknown): void;
  /** The call of an async function has made a task, which is suspended. */
  started(task: Task<unknown>): void;
  round(site: number): void;
}

export function createGlue(
  loop: EventLoop,
  functions: readonly FunctionInfo[],
  modules: Readonly<Record<string, unknown>>,
  listener: GlueListener,
): Glue {
  const options: readonly TaskOptions[] = functions.map(({ name }, functionId) => ({ name, functionId }));
  const run = <T>(functionId: number, coroutine: Coroutine<T>): Task<T> => {
    const task = loop.task(coroutine, options[functionId]);
    if (!task.done) listener.started(task as Task<unknown>);
    return task;
  };
  return {
    modules,
    at(site, value) {
      reached.site = site;
      return value;
    },
    run,
    start(functionId, generator, self, args) {
      let coroutine: Coroutine<unknown>;
      try {
        coroutine = Reflect.apply(generator, self, args);
      } catch (error) {
        coroutine = failing(error);
      }
      return run(functionId, coroutine);
    },
    stream: (functionId, coroutine) => new AsyncStream(loop, coroutine, (step) => run(functionId, step)),
    out: (value) => new Handed(value),
    delegate: (site, iterable) => new Delegation(site, iterable),
    each: () => new AsyncEach(),
    resources: () => new Resources(),
    caught(error) {
      const task = loop.currentTask;
      return task !== null && task.cancelling() > 0 && isCancellation(error);
    },
    swallowed(site) {
      const task = loop.currentTask;
      // Taken back meanwhile (`uncancel`): that is how one says that it is meant.
      if (task !== null && task.cancelling() > 0) listener.swallowed(site, task);
    },
    raised(site, value) {
      if (!(value instanceof Error)) listener.raised(site, value);
      return value;
    },
    round(site) {
      listener.round(site);
      return 0;
    },
    parent: (get, set) => new Proxy({}, { get: (_, key) => get(key), set: (_, key, value) => (set(key, value), true) }),
    parentMethods: (get, self) =>
      new Proxy(
        {},
        {
          get: (_, key) => {
            const method = get(key);
            return typeof method === 'function' ? (method.bind(self) as unknown) : method;
          },
        },
      ),
  };
}

/** A coroutine that fails before it waits for anything. */
function* failing(error: unknown): Coroutine<never> {
  throw error;
}
