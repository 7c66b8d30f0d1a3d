/** One operation: its name and its arguments, as README.md describes them. */
export type Op = readonly [kind: string, ...args: readonly unknown[]];

/** What a `try` does besides its body. */
export interface Handlers {
  readonly cancelled?: readonly Op[];
  readonly error?: readonly Op[];
  readonly finally?: readonly Op[];
}

/** A program of the small language; `main` is started first, the others by `create` and `spawn`. */
export interface Program {
  readonly tasks: Readonly<Record<string, readonly Op[]>>;
  /** Sizes of queues that have a limit. */
  readonly queues?: Readonly<Record<string, number>>;
  /** Operations in timers: virtual milliseconds, operation. */
  readonly at?: readonly (readonly [milliseconds: number, op: Op])[];
}

/** A program with a sentence about it, and what ours does when that is not what CPython does. */
export interface Scenario extends Program {
  readonly name: string;
  /** Why ours differs. */
  readonly differs?: string;
  readonly ours?: readonly string[];
}
