import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';
import { type Coroutine, Task, join } from './task.js';

/** The lock was free. If whoever it was for was cancelled before taking notice, it is given back. */
class Free extends Future<void> {
  constructor(private readonly lock: Lock) {
    super(lock.loop);
    this.setResult(undefined);
  }

  override discard(): void {
    this.lock.release();
  }
}

/** Waiting for the lock. Likewise. */
class Acquiring extends Task<void> {
  constructor(
    private readonly lock: Lock,
    coroutine: Coroutine<void>,
  ) {
    super(lock.loop, coroutine, { name: 'lock' });
  }

  override discard(): void {
    this.lock.release();
  }
}

/** Lets one task in at a time, in the order in which they came: asyncio's `Lock`, step by step. */
export class Lock {
  private waiters: Future<void>[] = [];
  private held = false;

  constructor(readonly loop: EventLoop) {}

  /** Whether somebody is in. Given back, it is not, until the one who waits for it has its turn. */
  get locked(): boolean {
    return this.held;
  }

  /** Completes when the lock is held by the caller. */
  acquire(): Future<void> {
    if (!this.held && this.waiters.every((waiter) => waiter.cancelled)) {
      this.held = true;
      return new Free(this);
    }
    const acquiring = new Acquiring(this, this.queueUp());
    acquiring.run();
    return acquiring;
  }

  /** Wakes the next in line. Raises an error when nobody holds it. */
  release(): void {
    if (!this.held) throw new Error('The lock is not held: release() without acquire().');
    this.held = false;
    this.wakeFirst();
  }

  /** Runs `body` while holding the lock, and gives it back however it ends. */
  run<T>(body: () => T | PromiseLike<T>): Task<T> {
    return this.loop.task(this.hold(body), { name: 'lock' });
  }

  private *queueUp(): Coroutine<void> {
    const waiter = this.loop.future<void>('a lock');
    this.waiters.push(waiter);
    try {
      yield* join(waiter);
    } catch (error) {
      this.leave(waiter);
      // Its turn may have come already: it goes to the next one.
      if (!this.held) this.wakeFirst();
      throw error;
    }
    this.leave(waiter);
    this.held = true;
  }

  private leave(waiter: Future<void>): void {
    this.waiters = this.waiters.filter((other) => other !== waiter);
  }

  /** One that is done is about to have its turn, and takes the lock or passes it on then. */
  private wakeFirst(): void {
    const first = this.waiters[0];
    if (first !== undefined && !first.done) first.setResult();
  }

  private *hold<T>(body: () => T | PromiseLike<T>): Coroutine<T> {
    yield* join(this.acquire());
    try {
      return yield* join(body());
    } finally {
      this.release();
    }
  }
}
