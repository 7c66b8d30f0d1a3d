import type { LoadEnvironment } from './languages.js';

/** Milliseconds that a loop may go round without letting go: less than the page waits before it calls the runtime silent. */
const limitMilliseconds = 300;
/** How often a loop is interrupted that catches what interrupts it; then it is somebody else's. */
const mostAttempts = 3;

/** Interrupts a loop of the user's text that does not let go, in a run of which nobody hears: the run is given up, and the runtime lives on. */
export class CheckGuard {
  #begunAt = 0;
  #attempts = 0;
  /** The line of the loop, from 1; `null`: there was none. */
  line: number | null = null;

  constructor(
    private readonly now: () => number,
    private readonly outer: LoadEnvironment['guard'],
  ) {
    this.begin();
  }

  /** A new piece of work begins. */
  begin(): void {
    this.#begunAt = this.now();
  }

  /** The loop at this place is still going round. Raises `RangeError` to end it. */
  check(line: number, column: number): void {
    if (this.now() - this.#begunAt < limitMilliseconds) return;
    this.line ??= line;
    if (this.#attempts++ < mostAttempts) throw new RangeError(`The loop at line ${line} does not let go.`);
    this.outer?.(line, column);
  }
}
