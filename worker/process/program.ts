import type { Cause } from '../../model/failure.js';
import type { Failure } from '../../model/failure.js';
import type { Json } from '../../model/json.js';
import type { Place, Range } from '../../model/place.js';
import type { SuspensionFrame } from '../../model/suspension.js';
import type { DataType } from '../data/data-type.js';
import type { Task } from '../task/index.js';
import type { ProcessContext } from './context.js';

/** What a language knows about an error that user code raised. */
export interface ErrorDescription {
  /** Name of the class: `TypeError`. */
  readonly name: string;
  /** Its own message; may be empty. */
  readonly message: string;
  /** The error on one line as the language writes it: `TypeError('x')`. */
  readonly repr: string;
  /** Where in the user's text it was raised, when that is known. */
  readonly place?: Place;
  /** The chain of causes, nearest first. */
  readonly causes: readonly Cause[];
  /** User functions on the stack, innermost first. */
  readonly stack: readonly { readonly function: string; readonly line: number; readonly column: number }[];
}

/** Points that a process declares: a type (validated, with a form), examples (to choose from), or nothing. */
export type Points = { readonly type: DataType } | { readonly examples: readonly Json[] } | null;

/**
 * A loaded process, whatever language it is written in: all that its owner needs to know of the language.
 * One program serves every instance of the process.
 */
export interface Program {
  /** `typescript`, `python`. */
  readonly language: string;
  /** Name of the process function. */
  readonly name: string;
  /** Type of the data; `null`: any value. */
  readonly data: DataType | null;
  readonly points: Points;
  /** The function suspends by declaration (`async`). One that does not and returns nothing completes at once, with a hint (semantics D3). */
  readonly asynchronous: boolean;
  /** Stretches of the text in which an error that an await raises can be caught, a request too. */
  readonly guards: readonly Range[];
  /** What is worth telling although the process can run. */
  readonly warnings: readonly Failure[];
  /** What the process says it takes with this data: seconds, a quantity or a term, as user code returns it; `undefined` when it does not say. May raise. */
  duration(data: unknown): unknown;
  /** The point object for a raw point; raises when it is none of this process (semantics 6.3). */
  importPoint(raw: Json): unknown;
  /** Calls the process function. What comes back is awaited if it can be. May raise. */
  start(data: unknown, context: ProcessContext): unknown;
  describe(error: unknown): ErrorDescription;
  /** Where the user code that is being executed right now stands; `null` when none is. */
  here(): Place | null;
  /** The call that started a task of the user's functions; `null` when it is not known. */
  startOf?(task: Task<unknown>): Place | null;
  /** The await at which a task of the user's functions is suspended; `null` for tasks of the runtime. */
  frame(task: Task<unknown>): Omit<SuspensionFrame, 'kind'> | null;
}
