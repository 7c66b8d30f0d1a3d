/** What a process finds without importing anything, besides the language itself. There is no page and no network. */

interface Promise<T> {
  /** Whether it has a result, has failed or was cancelled. */
  readonly done: boolean;
  /** Whether it was cancelled. */
  readonly cancelled: boolean;
  /**
   * Cancels it: the async function behind it gets `asyncio.CancelledError` at the `await` where it is suspended.
   * Returns false when it was done already.
   */
  cancel(message?: string): boolean;
}

/** Writes to the timeline of the run. `context.logger` does the same. */
interface Console {
  /** Writes a line for the curious. */
  debug(...values: unknown[]): void;
  /** Writes a line. */
  log(...values: unknown[]): void;
  /** Writes a line. */
  info(...values: unknown[]): void;
  /** Writes a line that stands out. `context.sendWarning` reports a warning to the person who runs the process. */
  warn(...values: unknown[]): void;
  /** Writes a line that stands out as an error. `context.sendError` reports an error to the person who runs the process. */
  error(...values: unknown[]): void;
}
declare var console: Console;

/**
 * Calls `callback` after so many **milliseconds** of virtual time; returns a number for `clearTimeout`.
 * `await asyncio.sleep(seconds)` is usually the better choice: a halt interrupts it.
 */
declare function setTimeout<Arguments extends readonly unknown[]>(
  callback: (...values: Arguments) => void,
  milliseconds?: number,
  ...values: Arguments
): number;
/** Takes back what `setTimeout` has ordered. */
declare function clearTimeout(id: number | undefined): void;
/** Calls `callback` every so many **milliseconds** of virtual time, until `clearInterval`; returns a number for that. */
declare function setInterval<Arguments extends readonly unknown[]>(
  callback: (...values: Arguments) => void,
  milliseconds?: number,
  ...values: Arguments
): number;
/** Ends what `setInterval` has begun. */
declare function clearInterval(id: number | undefined): void;
/** Calls `callback` in the next turn, after everything that is ready now. */
declare function queueMicrotask(callback: () => void): void;
