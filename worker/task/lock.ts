import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';
import { type Coroutine, type Task, join } from './task.js';

/** A turn in the queue for a lock. A turn that comes to a task that was cancelled meanwhile goes to the next one. */
class Turn extends Future<void> {
  constructor(
    loop: EventLoop,
    private readonly passOn: () => void,
  ) {
    super(loop);
    this.label = 'a lock';
  }

  override discard(): void {
    this.passOn();
  }
}

/** Lets one task in at a time, in the order in which they came: asyncio's `Lock`. */
export class Lock {
  private readonly queue: Turn[] = [];
  private held = false;

  constructor(private readonly loop: EventLoop) {}

  get locked(): boolean {
    return this.held;
  }

  /** Completes when the lock is held by the caller. */
  acquire(): Future<void> {
    const turn = new Turn(this.loop, () => this.release());
    if (this.held) this.queue.push(turn);
    else {
      this.held = true;
      turn.setResult();
    }
    return turn;
  }

  /** Hands the lock to the next in line. Raises an error when nobody holds it. */
  release(): void {
    if (!this.held) throw new Error('The lock is not held: release() without acquire().');
    let next = this.queue.shift();
    while (next?.done === true) next = this.queue.shift();
    if (next === undefined) this.held = false;
    else next.setResult();
  }

  /** Runs `body` while holding the lock, and gives it back however it ends. */
  run<T>(body: () => T | PromiseLike<T>): Task<T> {
    return this.loop.task(this.hold(body), { name: 'lock' });
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
