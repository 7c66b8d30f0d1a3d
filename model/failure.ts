import type { Place, Range } from './place.js';

/** One link of the chain of causes behind a failure. */
export interface Cause {
  readonly name: string;
  readonly message: string;
}

/**
 * What went wrong, as plain data: no `Error` crosses the wire.
 *
 * `kind` says who has to act: the author of the process (`load`, `process`), the author of the data (`data`),
 * or nobody but us (`runtime`).
 */
export interface Failure {
  readonly kind: 'load' | 'data' | 'process' | 'runtime';
  /** Class name of the error, or a short identifier such as `SyntaxError`. */
  readonly name: string;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly place?: Place | Range;
  readonly causes?: readonly Cause[];
  /** The call stack, user frames only, innermost first. */
  readonly stack?: readonly { readonly function: string; readonly line: number; readonly column: number }[];
}
