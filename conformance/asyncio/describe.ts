import { CancelledError, InvalidStateError, TimeoutError } from '../../worker/task/index.js';
import { QueueEmpty, QueueFull } from '../../worker/task/queue.js';

/** What `raise` raises. */
export class Boom extends Error {}

/** An error in the words of both interpreters. */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError) return `group(${error.errors.map(describeError).join(', ')})`;
  if (error instanceof Boom) return error.message;
  for (const kind of [CancelledError, TimeoutError, InvalidStateError, QueueEmpty, QueueFull]) if (error instanceof kind) return kind.name;
  // What asyncio raises as RuntimeError or ValueError is a plain error of ours; anything else is a mistake in the interpreter.
  if (error instanceof Error && error.constructor === Error) return 'Error';
  throw error;
}

/** A value as Python writes it. */
export function textOf(value: unknown): string {
  if (value instanceof Error || value instanceof CancelledError) return describeError(value);
  return value === null || value === undefined ? 'None' : String(value as string | number);
}

export function listed(values: readonly unknown[]): string {
  return `[${values.map(textOf).join(', ')}]`;
}
