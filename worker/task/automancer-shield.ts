import { CancelledError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { shield } from './shield.js';
import { type Coroutine, type Task, join } from './task.js';

/**
 * Waits until `awaitable` has ended, cancelled or not. The first cancellation is kept back until then and raised afterwards; each
 * further one cancels `awaitable`. If `awaitable` fails, its error replaces the cancellation (A10). Automancer's `shield`.
 */
export function automancerShield<T>(loop: EventLoop, awaitable: T | PromiseLike<T>): Task<T> {
  const shielded = loop.follow(awaitable);
  const task = loop.task(holdBack(loop, shielded), { name: 'shield' });
  task.kind = 'blocking';
  return task;
}

function* holdBack<T>(loop: EventLoop, shielded: Future<T>): Coroutine<T> {
  try {
    return yield* join(shield(loop, shielded));
  } catch (error) {
    if (error instanceof CancelledError) yield* join(shielded);
    throw error;
  }
}
