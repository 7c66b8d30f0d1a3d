import type { Microseconds } from '../clock/virtual-clock.js';
import type { DetachedJob, EventLoop } from './event-loop.js';
import { Future, thenOf } from './future.js';
import { ThreadScope } from './thread-scope.js';

/** A blocking action in a thread of its own. Cancelling ends the waiting, not the action (semantics A11). */
export class ThreadJob<T> extends Future<T> implements DetachedJob {
  readonly startedAt: Microseconds;
  readonly scope: object | null;
  private readonly thread: ThreadScope;

  constructor(loop: EventLoop, action: () => T) {
    super(loop);
    this.startedAt = loop.clock.now;
    this.scope = loop.scope;
    this.thread = new ThreadScope(this.startedAt);
    const deliver = this.perform(action);
    loop.clock.schedule(this.thread.now, () => {
      loop.detached.delete(this as DetachedJob);
      if (!this.done) deliver();
    });
  }

  override get label(): string {
    return this.thread.labelAt(this.loop.clock.now);
  }

  override get wakesAt(): Microseconds {
    return this.thread.now;
  }

  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.loop.detached.add(this as DetachedJob);
    this.loop.observer.detached?.(this as Future<unknown>);
    this.setCancelled(message);
    return true;
  }

  /** Runs the action ahead of the clock; what comes back sets the outcome. */
  private perform(action: () => T): () => void {
    const { loop } = this;
    const before = loop.thread;
    loop.thread = this.thread;
    try {
      const value = action();
      if (thenOf(value) !== null) throw new TypeError('toThread() is for functions that block. Await an async function directly.');
      return () => this.setResult(value);
    } catch (error) {
      return () => this.setException(error);
    } finally {
      loop.thread = before;
    }
  }
}

/**
 * Runs `action`, which may block (`blockFor`), in a simulated thread and completes with its result when the time of its blocking
 * calls is over. The event loop goes on meanwhile. asyncio's `to_thread`.
 */
export function toThread<T>(loop: EventLoop, action: () => T): ThreadJob<T> {
  if (typeof action !== 'function') throw new TypeError('toThread() takes a function: asyncio.toThread(() => …).');
  return new ThreadJob(loop, action);
}
