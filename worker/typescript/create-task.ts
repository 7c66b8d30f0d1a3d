import { inspect } from '../process/inspect.js';
import { type Coroutine, type EventLoop, Task, join } from '../task/index.js';
import { futureOf } from './arguments.js';

type Work<T> = PromiseLike<T> | (() => PromiseLike<T> | T);

/**
 * asyncio's `create_task`: a function starts in the next turn, and never if it is cancelled before (A2). What is a task already
 * (the promise of an async function) is returned as it is.
 */
export function createTask<T>(loop: EventLoop, work: Work<T>, name?: string, what = 'asyncio.createTask()'): Task<T> {
  const task = taskOf(loop, work, name, what);
  task.background = true;
  return task;
}

function taskOf<T>(loop: EventLoop, work: Work<T>, name: string | undefined, what: string): Task<T> {
  if (typeof work === 'function') return loop.task(call(work), { eager: false, name: text(name ?? work.name) });
  const future = futureOf(loop, work, what);
  if (!(future instanceof Task)) return loop.task(join(future), { name: text(name ?? '') });
  if (name !== undefined) future.name = text(name);
  return future as Task<T>;
}

function* call<T>(run: () => PromiseLike<T> | T): Coroutine<T> {
  return yield* join(run());
}

/** A name is shown, so it has to be a text, whatever it was given as. */
function text(name: unknown): string {
  return typeof name === 'string' ? name : inspect(name);
}
