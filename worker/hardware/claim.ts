import type { EventLoop, Future } from '../task/index.js';
import { Listeners } from './listeners.js';

/** One place in the queue for a node: gives the right to write while it is owned. */
export class Claim<Owner> {
  /** Told on gaining and losing the node, with whether it is owned now. */
  readonly changed = new Listeners<[owned: boolean]>();
  #owned = false;
  #released = false;
  #waiters: Future<void>[] = [];

  constructor(
    private readonly loop: EventLoop,
    readonly owner: Owner,
    private readonly leave: (claim: Claim<Owner>) => void,
  ) {}

  get owned(): boolean {
    return this.#owned;
  }

  get released(): boolean {
    return this.#released;
  }

  /** Completes when it is owned, at once when it is; cancelled when it is released before. */
  wait(): Future<void> {
    return this.#until(true, 'the right to write');
  }

  /** Completes when it is not owned any more. */
  lost(): Future<void> {
    return this.#until(false, 'the loss of the right to write');
  }

  /** Gives the node, or the place in the queue, back. Raises an error the second time. */
  release(): void {
    if (this.#released) throw new Error('The claim has been released before.');
    this.#released = true;
    this.leave(this);
    for (const waiter of this.#waiters) waiter.cancel();
    this.#waiters = [];
  }

  /** Called by the queue. */
  become(owned: boolean): void {
    if (owned === this.#owned) return;
    this.#owned = owned;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) if (!waiter.done) waiter.setResult(undefined);
    this.changed.tell(owned);
  }

  #until(owned: boolean, label: string): Future<void> {
    const waiter = this.loop.future<void>(label);
    if (this.#owned === owned) waiter.setResult(undefined);
    else if (this.#released) waiter.cancel();
    else this.#waiters = [...this.#waiters.filter((other) => !other.done), waiter];
    return waiter;
  }
}
