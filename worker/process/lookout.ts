import { Future } from '../task/index.js';

/** Completes when one of the two has ended, however. */
export function firstOf(inner: Future<unknown>, request: Future<void>): Future<void> {
  const first = new Lookout(inner);
  inner.addDoneCallback(first.complete);
  request.addDoneCallback(first.complete);
  first.addDoneCallback(() => request.removeDoneCallback(first.complete));
  return first;
}

/** Completes when a future has ended, however. */
export function endOf(future: Future<unknown>): Future<void> {
  const end = new Lookout(future);
  future.addDoneCallback(end.complete);
  return end;
}

/** Waits beside a future: unlike one that has it as its `inner`, a cancellation leaves that future alone. */
class Lookout extends Future<void> {
  constructor(private readonly seen: Future<unknown>) {
    super(seen.loop);
  }
  override get inner(): Future<unknown> {
    return this.seen;
  }
  readonly complete = (): void => {
    if (!this.done) this.setResult(undefined);
  };
  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.setCancelled(message);
    return true;
  }
}
