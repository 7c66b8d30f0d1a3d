import { type EventLoop, Future } from '../task/index.js';

/** Somebody who waits for a turn. */
export interface Waiting {
  /** It does not want its turn any more. */
  readonly cancelled: boolean;
  /** Its turn has come. */
  come(): void;
}

/** A turn that a coroutine waits for. */
export class Turn extends Future<void> implements Waiting {
  come(): void {
    this.setResult(undefined);
  }
}

/**
 * One at a time, in the order in which they came. It does for a cable what asyncio's `Lock` does for processes, with less ado: most of
 * what a bench does is to wait for its turn on a cable.
 */
export class Turns {
  readonly #waiting: Waiting[] = [];
  #taken = false;

  constructor(private readonly loop: EventLoop) {}

  /** Takes the turn: `null` when it is free, else what completes when it has come. Whoever is interrupted while it waits calls `giveUp`. */
  take(): Turn | null {
    if (!this.#taken) {
      this.#taken = true;
      return null;
    }
    const turn = new Turn(this.loop);
    turn.label = 'its turn';
    this.#waiting.push(turn);
    return turn;
  }

  /** The same for somebody who is no coroutine: true when it is free, else its turn comes. */
  takeFor(waiting: Waiting): boolean {
    const free = !this.#taken;
    if (free) this.#taken = true;
    else this.#waiting.push(waiting);
    return free;
  }

  /** Somebody does not wait any more; should its turn have come already, it is the next one's. */
  giveUp(waiting: Waiting): void {
    const place = this.#waiting.indexOf(waiting);
    if (place !== -1) this.#waiting.splice(place, 1);
    else if (!waiting.cancelled) this.pass();
  }

  /** Passes the turn on, to be called by the one whose it is. */
  pass(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken = false;
    else if (next.cancelled) this.pass();
    else next.come();
  }
}
