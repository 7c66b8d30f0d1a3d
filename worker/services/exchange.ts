import { type Microseconds, microseconds } from '../clock/virtual-clock.js';
import { type EventLoop, Future } from '../task/index.js';

/**
 * What a service does for a process, step by step: each number that it yields is a time in seconds that passes before it goes on. Written once, it
 * is awaited (`ServiceCall`) or blocks (`runBlocking`). Ended early, its `finally` clauses run.
 */
export type Exchange<Result> = Generator<number, Result, void>;

/** An exchange as a process awaits it. Cancelling ends it where it is. */
export class ServiceCall<Result> extends Future<Result> {
  #wakesAt: Microseconds | null = null;
  #disarm: () => void = () => {};

  constructor(
    loop: EventLoop,
    private readonly text: string,
    private readonly exchange: Exchange<Result>,
  ) {
    super(loop);
    this.#advance(false);
  }

  override get label(): string {
    return this.text;
  }

  override get wakesAt(): Microseconds | null {
    return this.#wakesAt;
  }

  override cancel(message = ''): boolean {
    if (this.done) return false;
    this.#disarm();
    this.exchange.return(undefined as Result);
    this.setCancelled(message);
    return true;
  }

  #advance(later: boolean): void {
    try {
      const { done, value } = this.exchange.next();
      if (done === true) {
        if (later) this.#tellIfUnawaited();
        this.setResult(value);
      } else this.#arm(value);
    } catch (error) {
      this.setException(error);
    }
  }

  #arm(seconds: number): void {
    const { clock } = this.loop;
    const timer = clock.schedule(clock.now + microseconds(seconds), () => this.#advance(true));
    this.#wakesAt = timer.at;
    this.#disarm = () => clock.cancel(timer);
  }

  #tellIfUnawaited(): void {
    if (!this.retrieved && !this.awaited) this.loop.observer.unawaited?.(this as Future<unknown>);
  }
}

/** An exchange as a call that returns when it is over. Outside of a thread it keeps everything else waiting, which the loop's observer is told. */
export function runBlocking<Result>(loop: EventLoop, label: string, exchange: Exchange<Result>): Result {
  let stoodStill: Microseconds = 0;
  try {
    for (;;) {
      const { done, value } = exchange.next();
      if (done === true) return value;
      const length = microseconds(value);
      if (loop.thread !== null) loop.thread.take(length, label);
      else {
        loop.clock.passOver(length);
        stoodStill += length;
      }
    }
  } finally {
    if (stoodStill > 0) loop.observer.blocked?.(stoodStill / 1e6, label);
  }
}

/** The instant at which the code stands that runs right now: that of a thread is ahead of the clock. */
export function instantOf(loop: EventLoop): Microseconds {
  return loop.thread?.now ?? loop.clock.now;
}

/** Does something at the instant at which the code stands: at once, or, for a thread, when the clock gets there. */
export function atItsInstant(loop: EventLoop, act: () => void): void {
  if (loop.thread === null || loop.thread.now <= loop.clock.now) act();
  else loop.clock.schedule(loop.thread.now, act);
}
