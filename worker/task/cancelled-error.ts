/**
 * Raised at the await where a task is suspended when the task is cancelled: asyncio's `CancelledError`.
 *
 * It deliberately does not extend `Error`, as Python's does not extend `Exception`: `error instanceof Error` tells failures from halts.
 */
export class CancelledError {
  readonly name = 'CancelledError';
  constructor(readonly message: string = '') {}
  toString(): string {
    return this.message === '' ? this.name : `${this.name}: ${this.message}`;
  }
}

/** Whether an error is a cancellation, or a group made of nothing but cancellations (semantics, scenario 74). */
export function isCancellation(error: unknown): boolean {
  if (error instanceof CancelledError) return true;
  return error instanceof AggregateError && error.errors.length > 0 && error.errors.every(isCancellation);
}

/** Raised by `Future.result()` and `Future.exception()` while the future is pending, and by setting a result twice. */
export class InvalidStateError extends Error {
  override readonly name = 'InvalidStateError';
}
