import type { Json } from './json.js';
import type { Verdict } from './owner.js';
import type { StepPath } from './steps.js';

/** Data for a process: the text of a data document, or a value that is already data. */
export type DataInput = { readonly text: string } | { readonly value: Json };

/** A request; in a protocol, to one of its steps. */
export type Request = AnyRequest & { readonly step?: StepPath };

type AnyRequest =
  | { readonly type: 'pause' | 'resume' | 'halt' | 'skip' }
  /** `data` repairs a failed collection (or stores new data for the retry of a failed process). */
  | { readonly type: 'retry'; readonly data?: DataInput }
  /** `force`: cancel the process and start it at the point, for a process that never looks (1.5.9). */
  | { readonly type: 'jump'; readonly point: Json; readonly force?: boolean }
  | { readonly type: 'swap'; readonly data: DataInput; readonly point?: Json }
  | { readonly type: 'message'; readonly value: Json };

export interface RequestResult extends Verdict {
  /** One plain sentence: what happened or why not. */
  readonly message: string;
}
