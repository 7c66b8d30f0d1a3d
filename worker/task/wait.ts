import type { Timer } from '../clock/virtual-clock.js';
import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';

/** When `wait` returns. */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
export const ALL_COMPLETED = 'ALL_COMPLETED';
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

export interface WaitOptions {
  /** Seconds after which it returns anyway. */
  readonly timeout?: number | null;
  readonly returnWhen?: ReturnWhen;
}

export interface WaitResult<F> {
  readonly done: Set<F>;
  readonly pending: Set<F>;
}

class WaitFuture<F extends Future<unknown>> extends Future<WaitResult<F>> {
  private readonly timer: Timer | null;
  /** Those whose outcome nobody had asked for before. */
  private readonly claimed: ReadonlySet<F>;

  constructor(
    loop: EventLoop,
    private readonly futures: ReadonlySet<F>,
    private readonly returnWhen: ReturnWhen,
    timeout: number | null,
  ) {
    super(loop);
    this.claimed = new Set([...futures].filter((future) => !future.retrieved));
    for (const future of futures) {
      future.retrieved = true;
      future.addDoneCallback(this.look);
    }
    this.timer = timeout === null ? null : loop.callLater(timeout, () => this.finish());
    if (this.satisfied()) this.finish();
  }

  override get inner(): Future<unknown> | null {
    for (const future of this.futures) if (!future.done) return future;
    return null;
  }

  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.leave();
    this.setCancelled(message);
    return true;
  }

  private readonly look = (): void => {
    if (!this.done && this.satisfied()) this.finish();
  };

  private satisfied(): boolean {
    const futures = [...this.futures];
    if (this.returnWhen === FIRST_COMPLETED && futures.some((future) => future.done)) return true;
    if (this.returnWhen === FIRST_EXCEPTION && futures.some((future) => future.failed)) return true;
    return futures.every((future) => future.done);
  }

  private finish(): void {
    this.leave();
    const futures = [...this.futures];
    this.setResult({
      done: new Set(futures.filter((future) => future.done)),
      pending: new Set(futures.filter((future) => !future.done)),
    });
  }

  /** Whoever waited has seen which ended, not how: failures that nobody asks for now are reported. */
  private leave(): void {
    if (this.timer !== null) this.loop.clock.cancel(this.timer);
    for (const future of this.futures) {
      future.removeDoneCallback(this.look as (future: Future<unknown>) => void);
      if (!this.claimed.has(future) || future.awaited) continue;
      future.retrieved = false;
      if (future.failed) this.loop.noteFailed(future);
    }
  }
}

/**
 * Waits until the first ends, the first fails, or all have ended (the default), or for `timeout` seconds. Never raises what they
 * raise and never cancels them, not even when it is cancelled itself. asyncio's `wait`.
 */
export function wait<F extends Future<unknown>>(loop: EventLoop, futures: Iterable<F>, options: WaitOptions = {}): Future<WaitResult<F>> {
  const set = new Set(futures);
  if (set.size === 0) throw new TypeError('wait() needs at least one task or future.');
  return new WaitFuture(loop, set, options.returnWhen ?? ALL_COMPLETED, options.timeout ?? null);
}
