import { CancelledError, type EventLoop, Future, InvalidStateError, Task, helpers, thenOf } from '../task/index.js';
import { type Seconds, futureOf, futuresOf, lengthOf, needFunction } from './arguments.js';
import { createTask } from './create-task.js';
import { instanceTest } from './instance-test.js';

type Asyncio = typeof import('asyncio');

/** The module `asyncio` of one run. The compiler holds it to its declaration (api/asyncio.d.ts). */
export function createAsyncio(loop: EventLoop): Asyncio {
  const limitOf = (seconds: Seconds | null): number | null => (seconds === null ? null : lengthOf(seconds));
  return {
    ALL_COMPLETED: helpers.ALL_COMPLETED,
    FIRST_COMPLETED: helpers.FIRST_COMPLETED,
    FIRST_EXCEPTION: helpers.FIRST_EXCEPTION,
    CancelledError,
    InvalidStateError,
    QueueEmpty: helpers.QueueEmpty,
    QueueFull: helpers.QueueFull,
    TimeoutError: helpers.TimeoutError,
    Task: instanceTest(Task),
    ...createClasses(loop),

    sleep: (seconds) => loop.sleep(typeof seconds === 'number' && seconds >= 0 ? seconds : lengthOf(seconds)),
    createTask: (work, options) => createTask(loop, work, options?.name),
    currentTask: () => loop.currentTask,
    shield: (awaitable) => helpers.shield(loop, futureOf(loop, awaitable, 'asyncio.shield()')),
    gather: ((...args: readonly unknown[]) => gather(loop, args)) as Asyncio['gather'],
    wait: (awaitables, options = {}) =>
      helpers.wait(loop, futuresOf(loop, awaitables, 'asyncio.wait()'), {
        timeout: limitOf(options.timeout ?? null),
        returnWhen: options.returnWhen ?? helpers.ALL_COMPLETED,
      }),
    waitFor: (awaitable, seconds) => helpers.waitFor(loop, futureOf(loop, awaitable, 'asyncio.waitFor()'), limitOf(seconds)),
    timeout: (seconds, body) => {
      needFunction(body, 'asyncio.timeout(seconds, …)');
      return helpers.timeout(loop, limitOf(seconds), body);
    },
    toThread: (action) => helpers.toThread(loop, action),
    TaskGroup: {
      run: (body) => {
        needFunction(body, 'asyncio.TaskGroup.run()');
        return helpers.TaskGroup.run(loop, (group) =>
          body({ createTask: (work, options) => group.add(createTask(loop, work, options?.name, 'group.createTask()')) }),
        );
      },
    },
  };
}

/** `gather(a, b, c)`, or `gather([a, b, c], { returnExceptions: true })`: two things of which neither can be awaited. */
function gather(loop: EventLoop, args: readonly unknown[]): Future<unknown> {
  const [first, options] = args;
  if (args.length !== 2 || !Array.isArray(first) || typeof options !== 'object' || options === null || thenOf(options) !== null)
    return helpers.gather(loop, args);
  const { returnExceptions } = options as { readonly returnExceptions?: unknown };
  return returnExceptions === true ? helpers.gatherOutcomes(loop, first) : helpers.gather(loop, first);
}

/** The classes that process code makes instances of, bound to the loop. */
function createClasses(loop: EventLoop): Pick<Asyncio, 'Event' | 'Future' | 'Lock' | 'Queue'> {
  return {
    Event: class Event extends helpers.Event {
      constructor() {
        super(loop);
      }
    },
    Lock: class Lock extends helpers.Lock {
      constructor() {
        super(loop);
      }
    },
    Queue: class Queue<T> extends helpers.Queue<T> {
      constructor(maxSize?: number) {
        super(loop, maxSize);
      }
    },
    Future: class extends Future<never> {
      constructor() {
        super(loop);
      }
      static override [Symbol.hasInstance](value: unknown): boolean {
        return value instanceof Future;
      }
    },
  };
}
