import type { EventLoop, Future } from '../task/index.js';

/**
 * One at a time, in the order in which they came. It does for a cable what asyncio's `Lock` does for processes, with less ado: most of
 * what a bench does is to wait for its turn on a cable.
 */
export class Turns {
  readonly #waiting: Future<void>[] = [];
  #taken = false;

  constructor(private readonly loop: EventLoop) {}

  /** Takes the turn: `null` when it is free, else what completes when it has come. Whoever is interrupted while it waits calls `giveUp`. */
  take(): Future<void> | null {
    if (!this.#taken) {
      this.#taken = true;
      return null;
    }
    const turn = this.loop.future<void>('its turn');
    this.#waiting.push(turn);
    return turn;
  }

  /** Somebody does not wait any more; should its turn have come already, it is the next one's. */
  giveUp(turn: Future<void>): void {
    const place = this.#waiting.indexOf(turn);
    if (place === -1) this.pass();
    else this.#waiting.splice(place, 1);
  }

  /** Passes the turn on, to be called by the one whose it is. */
  pass(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken = false;
    else if (next.done) this.pass();
    else next.setResult(undefined);
  }
}
