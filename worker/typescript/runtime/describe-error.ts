import type { Cause } from '../../../model/failure.js';
import type { ErrorDescription } from '../../process/program.js';
import { CancelledError } from '../../task/index.js';
import type { ErrorTrail } from './error-trail.js';
import { inspect } from './inspect.js';
import { type Positions, type UserFrame, placeOf } from './positions.js';
import { framesOf, ownPosition } from './source-name.js';

/** Causes that are listed at most: a chain can be a circle. */
const mostCauses = 20;

/** What is known about something that the process threw. */
export function describeError(error: unknown, positions: Positions, trail: ErrorTrail): ErrorDescription {
  const stack = userStack(error, positions, trail);
  const first = stack[0];
  return {
    name: errorName(error),
    message: errorMessage(error),
    repr: errorText(error),
    causes: causesOf(error),
    ...(first === undefined ? {} : { place: placeOf(first) }),
    stack: stack.map(({ function: name, line, column }) => ({ function: name, line, column })),
  };
}

/** The functions of the process that an error came through: those on the engine's stack, then those that awaited them. */
function userStack(error: unknown, positions: Positions, trail: ErrorTrail): readonly UserFrame[] {
  const frames: UserFrame[] = engineFrames(error, positions);
  const thrown = trail.siteOf(error);
  const at = frames.length === 0 && thrown !== null ? positions.siteFrame(thrown) : null;
  if (at !== null) frames.push(at);
  // Functions that called each other before the first one waited are on both lists.
  let known = 0;
  for (const { functionId, site } of trail.of(error)) {
    const found = frames.findIndex((frame, index) => index >= known && frame.functionId === functionId);
    if (found !== -1) {
      known = found + 1;
      continue;
    }
    const frame = positions.siteFrame(site);
    if (frame === null) continue;
    frames.push(frame);
    known = frames.length;
  }
  return frames;
}

function engineFrames(error: unknown, positions: Positions): UserFrame[] {
  if (!isErrorLike(error)) return [];
  const named = framesOf(error.stack);
  const own = named.length === 0 ? ownPosition(error) : null;
  return [...named, ...(own === null ? [] : [own])].map((position) => positions.frame(position)).filter((frame) => frame !== null);
}

/** Nearest first. What an `AggregateError` collects counts as its causes too. */
function causesOf(error: unknown): readonly Cause[] {
  const causes: Cause[] = [];
  const seen = new Set<unknown>([error]);
  const follow = (of: unknown): void => {
    if (!isErrorLike(of)) return;
    const { cause, errors } = of as { cause?: unknown; errors?: unknown };
    const next = [...(cause === undefined || cause === null ? [] : [cause]), ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
    for (const one of next) {
      if (seen.has(one) || causes.length >= mostCauses) continue;
      seen.add(one);
      causes.push({ name: errorName(one), message: errorMessage(one) });
      follow(one);
    }
  };
  follow(error);
  return causes;
}

type ErrorLike = Error | CancelledError;

function isErrorLike(value: unknown): value is ErrorLike & { readonly stack?: unknown } {
  return value instanceof Error || value instanceof CancelledError;
}

/** Name of the class: the one that the class gives itself, if it does. */
export function errorName(error: unknown): string {
  if (!isErrorLike(error)) return inspectedName(error);
  const { name } = error;
  const constructor = error.constructor as { readonly name?: string; readonly prototype?: object } | undefined;
  const ownName = Object.hasOwn(error, 'name') || Object.hasOwn(constructor?.prototype ?? {}, 'name');
  return (ownName ? String(name) : constructor?.name) || String(name);
}

export function errorMessage(error: unknown): string {
  return isErrorLike(error) ? withoutOurNames(String(error.message)) : inspect(error);
}

/** `TypeError('x')`; anything else as `throw` had it. */
export function errorText(error: unknown): string {
  if (!isErrorLike(error)) return inspect(error);
  const message = errorMessage(error);
  return `${errorName(error)}(${message === '' ? '' : inspect(message)})`;
}

/** Engines quote code in messages; what the compile step has put there means nothing to people. */
function withoutOurNames(message: string): string {
  return message
    .replace(/__p[sm]\b/g, 'super')
    .replace(/__pa\b/g, 'arguments')
    .replace(/\(?yield __p\.at\(\d+, ?/g, 'await ')
    .replace(/__p\w*/g, '…');
}

function inspectedName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'function') return 'function';
  if (typeof value !== 'object') return typeof value;
  const { constructor } = value as { constructor?: unknown };
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'object';
}
