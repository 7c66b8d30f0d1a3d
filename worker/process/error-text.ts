/** What is written about something that was thrown. Looking at it may run code of the process: nothing in here raises. */
import type { Cause } from '../../model/failure.js';
import { CancelledError } from '../task/index.js';
import { cut, inspect } from './inspect.js';
import { safely } from './safely.js';

/** Causes that are listed at most: a chain can be a circle. */
const mostCauses = 20;
/** Characters of a message that are kept. */
const longestMessage = 2000;

/** `CancelledError` is no `Error` (semantics A1). */
export function isErrorLike(value: unknown): value is Error | CancelledError {
  return safely(() => value instanceof Error || value instanceof CancelledError, false);
}

/** Name of the class: the one that the class gives itself, if it does. */
export function errorName(error: unknown): string {
  if (error === null) return 'null';
  const name = safely(() => (isErrorLike(error) ? nameOf(error) : constructorName(error)), '');
  return (typeof name === 'string' && name) || (isErrorLike(error) ? 'Error' : typeof error);
}

/** Its own message, which may be empty; anything else as one would write it. */
export function errorMessage(error: unknown): string {
  return isErrorLike(error)
    ? cut(
        safely(() => String(error.message), ''),
        longestMessage,
      )
    : inspect(error);
}

/** `TypeError('x')`; anything that is no error as one would write it. */
export function errorText(error: unknown, message = errorMessage(error)): string {
  return isErrorLike(error) ? `${errorName(error)}(${message === '' ? '' : inspect(message)})` : message;
}

/** Nearest first. What an `AggregateError` collects counts as its causes too. */
export function causesOf(error: unknown): readonly Cause[] {
  const found = new Set<unknown>([error]);
  const follow = (of: unknown): void => {
    for (const cause of safely(() => directCauses(of), [])) {
      if (found.has(cause) || found.size > mostCauses) continue;
      found.add(cause);
      follow(cause);
    }
  };
  follow(error);
  return [...found].slice(1).map((cause) => ({ name: errorName(cause), message: errorMessage(cause) }));
}

/** `Caused by OSError: refused. Caused by …`; empty without causes. */
export function causesText(causes: readonly Cause[]): string {
  return causes
    .map(({ name, message }) => `Caused by ${name}${message === '' ? '' : `: ${message}`}.`.replace(/([.!?])\.$/, '$1'))
    .join(' ');
}

function nameOf(error: Error | CancelledError): string {
  const constructor = error.constructor as { readonly name?: string; readonly prototype?: object } | undefined;
  const ownName = Object.hasOwn(error, 'name') || Object.hasOwn(constructor?.prototype ?? {}, 'name');
  return (ownName ? String(error.name) : constructor?.name) || String(error.name);
}

function constructorName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  return (value as { constructor?: { readonly name?: string } }).constructor?.name ?? '';
}

function directCauses(error: unknown): readonly unknown[] {
  if (!isErrorLike(error)) return [];
  const { cause, errors } = error as { readonly cause?: unknown; readonly errors?: unknown };
  return [...(cause === undefined || cause === null ? [] : [cause]), ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
}
