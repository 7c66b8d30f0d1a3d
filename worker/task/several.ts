import type { EventLoop } from './event-loop.js';
import { Future, type Waiter } from './future.js';
import type { Runnable } from './ready-queue.js';

/**
 * Waits for several futures at once. Cancelling it cancels those that are pending, as often as it is cancelled, and it ends when
 * all of them have ended: what A6 is for one. A failure during that replaces the cancellation (A7).
 */
export abstract class Several<R> extends Future<R> {
  private left: number;
  private requested: string | null = null;

  constructor(
    loop: EventLoop,
    protected readonly children: readonly Future<unknown>[],
  ) {
    super(loop);
    this.left = children.length;
    children.forEach((child, index) => child.attach(new ChildWaiter(this as Several<unknown>, index)));
    if (children.length === 0) this.allDone();
  }

  /** One has ended while nobody has cancelled this. */
  protected childDone(_child: Future<unknown>, _index: number): void {}

  /** All have ended while nobody has cancelled this, and nothing has settled it so far. Also called by the constructor, without children. */
  protected abstract allDone(): void;

  override get inner(): Future<unknown> | null {
    return this.children.find((child) => !child.done) ?? null;
  }

  override cancel(message = ''): boolean {
    if (this.done) return false;
    if (this.left === 0) {
      // Of nothing, and without an end of its own (`Promise.race([])`).
      this.setCancelled(message);
      return true;
    }
    let reached = false;
    for (const child of this.children) if (child.cancel(message)) reached = true;
    if (reached) this.requested = message;
    // All have ended, which is not known here yet: the result comes, and whoever waits for it is cancelled then (A5).
    return reached;
  }

  /** All have ended after this was cancelled. */
  protected ofCancelled(message: string): void {
    const failed = this.children.find((other) => other.failed);
    if (failed === undefined) this.setCancelled(message);
    else this.setException(failed.exception());
  }

  /** In a turn of its own, after a child has ended. */
  ended(index: number): void {
    const child = this.children[index]!;
    this.left--;
    if (this.done) return;
    if (this.requested === null) this.childDone(child, index);
    if (this.left > 0 || this.done) return;
    if (this.requested === null) return this.allDone();
    this.ofCancelled(this.requested);
  }
}

/** Hears of the end of one child, and is an entry of the ready queue then: a task may have ten thousand of them. */
class ChildWaiter implements Waiter, Runnable {
  constructor(
    private readonly several: Several<unknown>,
    private readonly index: number,
  ) {}

  wake(): void {
    this.several.loop.enqueue(this);
  }

  run(): void {
    this.several.ended(this.index);
  }
}

/** Completes when all have ended, however; their failures are left for somebody else to ask for. */
export class AllEnded extends Several<void> {
  protected override allDone(): void {
    this.setResult(undefined);
  }
}

/** Completes with the index of the one that ends first, however; of those that ended together, the first in order. */
export class FirstEnded extends Several<number> {
  protected override childDone(): void {
    this.setResult(this.children.findIndex((child) => child.done));
  }

  protected override allDone(): void {
    this.setException(new TypeError('There is nothing to wait for.'));
  }
}

/** Cancels those that are pending. */
export function cancelAll(futures: readonly Future<unknown>[]): void {
  for (const future of futures) future.cancel();
}

/** Says that somebody will ask for the outcomes later: failures until then are not reported as unnoticed. */
export function claimOutcomes(futures: readonly Future<unknown>[]): void {
  for (const future of futures) future.retrieved = true;
}
