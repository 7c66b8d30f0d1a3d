import { CancelledError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { errorsOf } from './raise-all.js';
import { AllEnded, cancelAll } from './several.js';
import { type Coroutine, type Task, join } from './task.js';

/**
 * Tasks that end together: asyncio's `TaskGroup`. The first failure cancels the rest, the body included; the group ends when all
 * have ended and raises every failure in one `AggregateError` (A13), also when there is only one.
 */
export class TaskGroup {
  private readonly children: Future<unknown>[] = [];
  private aborting = false;
  private ended = false;

  private constructor(private readonly loop: EventLoop) {}

  /** Runs `body` with a new group, and then waits for the tasks that it has created there. */
  static run<T>(loop: EventLoop, body: (group: TaskGroup) => T | PromiseLike<T>): Task<T> {
    const group = new TaskGroup(loop);
    return loop.task(group.run(body), { name: 'TaskGroup' });
  }

  /** Makes a task (or whatever else can be awaited) one of the group. When the group has ended, cancels it and raises an error. */
  add<F extends Future<unknown>>(child: F): F {
    if (this.ended) {
      child.cancel();
      throw new Error('The task group has ended: it takes no more tasks.');
    }
    this.children.push(child);
    child.retrieved = true;
    child.addDoneCallback(() => {
      if (child.failed) this.abort();
    });
    if (this.aborting) child.cancel();
    return child;
  }

  private *run<T>(body: (group: TaskGroup) => T | PromiseLike<T>): Coroutine<T> {
    const main = this.add(this.start(body));
    let halted: CancelledError | null = null;
    try {
      // Children may create children.
      while (this.children.some((child) => !child.done)) {
        try {
          yield* join(
            new AllEnded(
              this.loop,
              this.children.filter((child) => !child.done),
            ),
          );
        } catch (error) {
          if (error instanceof CancelledError) halted = error;
          this.abort();
        }
      }
    } finally {
      this.ended = true;
    }
    const errors = errorsOf(this.children);
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of the group's tasks failed.`);
    if (halted !== null) throw halted;
    return main.result();
  }

  private start<T>(body: (group: TaskGroup) => T | PromiseLike<T>): Future<T> {
    const main = this.loop.future<T>();
    try {
      return this.loop.follow(body(this));
    } catch (error) {
      main.reject(error);
      return main;
    }
  }

  private abort(): void {
    if (this.aborting) return;
    this.aborting = true;
    cancelAll(this.children);
  }
}
