import { CancelledError } from './cancelled-error.js';
import type { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { cancelAll } from './several.js';
import { type Coroutine, type Task, join } from './task.js';
import { Watch, firstPending } from './watch.js';

/**
 * Tasks that end together: asyncio's `TaskGroup`, step by step. The first failure cancels the rest, the body included; the group ends
 * when all have ended and raises every failure in one `AggregateError` (A13), also when there is only one: in the order in which they
 * came, that of the body last.
 */
export class TaskGroup {
  private readonly pending = new Set<Future<unknown>>();
  private readonly errors: unknown[] = [];
  private aborting = false;
  private exiting = false;
  /** What the group waits on once its body has ended. */
  private completed: Watch | null = null;
  /** The task that runs the body and then waits for the others. */
  private parent: Task<unknown> | null = null;

  private constructor(private readonly loop: EventLoop) {}

  /** Runs `body` with a new group, and then waits for the tasks that it has created there. */
  static run<T>(loop: EventLoop, body: (group: TaskGroup) => T | PromiseLike<T>): Task<T> {
    const group = new TaskGroup(loop);
    return loop.task(group.run(body), { name: 'TaskGroup' });
  }

  /** Makes a task (or whatever else can be awaited) one of the group. When the group has ended or is ending by a failure, cancels it and raises an error. */
  add<F extends Future<unknown>>(child: F): F {
    if (this.aborting || (this.exiting && this.pending.size === 0)) {
      child.cancel();
      throw new Error(
        this.pending.size === 0 && this.exiting
          ? 'The task group has ended: it takes no more tasks.'
          : 'The task group is being cancelled: it takes no more tasks.',
      );
    }
    this.pending.add(child);
    child.retrieved = true;
    child.addDoneCallback(() => this.childEnded(child));
    return child;
  }

  private childEnded(child: Future<unknown>): void {
    this.pending.delete(child);
    if (this.pending.size === 0) this.completed?.release();
    if (!child.failed) return;
    this.errors.push(child.exception());
    if (this.aborting) return;
    this.abort();
    this.parent?.cancel();
  }

  private *run<T>(body: (group: TaskGroup) => T | PromiseLike<T>): Coroutine<T> {
    this.parent = this.loop.currentTask;
    let value: T;
    try {
      value = yield* join(body(this));
    } catch (error) {
      yield* this.exit({ error });
      throw error;
    }
    yield* this.exit(null);
    return value;
  }

  /** Waits for the tasks, and raises what there is to raise; returns when that is what the body `raised`, if anything. */
  private *exit(raised: { readonly error: unknown } | null): Coroutine<void> {
    this.exiting = true;
    // Perhaps our own request; but then there are errors, which come before a halt.
    let halted = raised !== null && raised.error instanceof CancelledError ? raised.error : null;
    if (raised !== null && !this.aborting) this.abort();
    while (this.pending.size > 0) {
      this.completed = new Watch(this.loop, () => firstPending(this.pending));
      try {
        yield* join(this.completed);
      } catch (error) {
        // The first halt is passed on to the tasks. Later ones, and our own request, find them cancelled already.
        if (!this.aborting) {
          halted = error as CancelledError;
          this.abort();
        }
      }
      this.completed = null;
    }
    if (halted !== null && this.errors.length === 0) throw halted;
    if (raised !== null && !(raised.error instanceof CancelledError)) this.errors.push(raised.error);
    const { errors } = this;
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of the group's tasks failed.`);
  }

  private abort(): void {
    this.aborting = true;
    cancelAll([...this.pending]);
  }
}
