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

/** Whether an error is a cancellation, or a group made of nothing but cancellations (semantics, scenario 74). A group may contain itself. */
export function isCancellation(error: unknown): boolean {
  const groups = new Set<unknown>();
  let cancellations = 0;
  const fits = (one: unknown): boolean => {
    if (one instanceof CancelledError) return ++cancellations > 0;
    if (groups.has(one)) return true;
    if (!(one instanceof AggregateError)) return false;
    groups.add(one);
    const errors: unknown = one.errors;
    return Array.isArray(errors) && errors.every(fits);
  };
  return fits(error) && cancellations > 0;
}

/** Raised by `Future.result()` and `Future.exception()` while the future is pending, and by setting a result twice. */
export class InvalidStateError extends Error {
  override readonly name = 'InvalidStateError';
}
