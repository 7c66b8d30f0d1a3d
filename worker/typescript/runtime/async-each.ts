import { CancelledError, type Coroutine, reached } from '../../task/index.js';
import { type AnyIterator, iteratorOf, resultOf } from './iterators.js';

/**
 * A `for await` that is running. Generated code goes round an outer loop that pulls a value and an inner one over that value:
 *
 *     for (; f.more(yield f.pull()); ) for (const x of f.opened ? f : f.open(e)) …
 *
 * The inner loop tells, through the iterator protocol, when it is left early.
 */
export class AsyncEach {
  opened = false;
  /** The iterator has to be closed when the loop is left now. */
  live = false;
  private iterator: AnyIterator | null = null;
  private sync = false;
  /** The last round was left by break, return, an outer continue or an error. */
  private left = false;
  private failed = false;
  private full = false;
  private value: unknown = undefined;

  /** In the first round, before there is a value. */
  open(iterable: unknown): this {
    const { iterator, sync } = iteratorOf(iterable);
    this.iterator = iterator;
    this.sync = sync;
    this.opened = true;
    this.live = true;
    return this;
  }

  /** What is to be awaited for the next value. */
  pull(): unknown {
    if (!this.opened || this.left) return undefined;
    // An iterator that fails needs no closing.
    this.live = false;
    const result = this.iterator!.next();
    if (!this.sync) return result;
    const { done, value } = resultOf(result);
    if (done === true) return exhausted;
    this.live = true;
    return value;
  }

  /** Takes what was awaited; whether there is another round. */
  more(result: unknown): boolean {
    if (!this.opened) return true;
    if (this.left || result === exhausted) return false;
    if (this.sync) this.value = result;
    else {
      const { done, value } = resultOf(result);
      if (done === true) return false;
      this.value = value;
      this.live = true;
    }
    this.full = true;
    return true;
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** For the inner loop: the value, once. */
  next(): IteratorResult<unknown, undefined> {
    if (!this.full) return { value: undefined, done: true };
    this.full = false;
    const { value } = this;
    this.value = undefined;
    return { value, done: false };
  }

  return(): IteratorResult<unknown, undefined> {
    this.left = true;
    return { value: undefined, done: true };
  }

  fail(error: unknown): never {
    this.failed = true;
    throw error;
  }

  /** Closes the iterator and waits for it. An error in that is lost if another one is on its way; a halt is not. */
  *close(site: number): Coroutine<void> {
    this.live = false;
    try {
      const closing = this.iterator!.return?.();
      const pending = this.sync && closing !== undefined ? resultOf(closing).value : closing;
      reached.site = site;
      const result = yield pending;
      if (!this.failed && !this.sync && this.iterator!.return !== undefined) resultOf(result);
    } catch (error) {
      if (!this.failed || error instanceof CancelledError) throw error;
    }
  }
}

const exhausted = Symbol('exhausted');
