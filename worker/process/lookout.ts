import { Future } from '../task/index.js';

/** Completes when one of the two has ended, however. */
export function firstOf(inner: Future<unknown>, request: Future<void>): Future<void> {
  return new Lookout([inner, request]);
}

/** Completes when a future has ended, however. */
export function endOf(future: Future<unknown>): Future<void> {
  return new Lookout([future]);
}

/** Waits beside futures: unlike one that has them as its `inner`, a cancellation leaves them alone. The first of them is shown as what is waited for. */
class Lookout extends Future<void> {
  readonly #complete = (): void => {
    if (this.done) return;
    this.#leave();
    this.setResult(undefined);
  };

  constructor(private readonly seen: readonly [Future<unknown>, ...Future<unknown>[]]) {
    super(seen[0].loop);
    for (const future of seen) future.addDoneCallback(this.#complete);
  }

  override get inner(): Future<unknown> {
    return this.seen[0];
  }

  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.#leave();
    this.setCancelled(message);
    return true;
  }

  /** Nobody waits here any more: one that goes on alone is not to look awaited. */
  #leave(): void {
    for (const future of this.seen) future.removeDoneCallback(this.#complete);
  }
}
