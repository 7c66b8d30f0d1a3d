import type { Future } from './future.js';

/** Errors of those that failed, in order. */
export function errorsOf(futures: readonly Future<unknown>[]): readonly unknown[] {
  return futures.filter((future) => future.failed).map((future) => future.exception());
}

/** Raises the errors of those that failed: one as it is, several as an `AggregateError` (A13). */
export function raiseAll(futures: readonly Future<unknown>[]): void {
  const errors = errorsOf(futures);
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} of ${futures.length} failed.`);
}
