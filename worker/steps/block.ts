import type { DataInput } from '../../model/requests.js';
import type { Range } from '../../model/place.js';

/** What every block of a protocol may say. */
interface Common {
  /** Given by the author; `null`: none. */
  readonly name: string | null;
  readonly range: Range;
}

/** A step that is a process. */
export interface ProcessBlock extends Common {
  readonly kind: 'process';
  /** An export of the code; `null`: the default export. */
  readonly process: string | null;
  readonly data: DataInput;
}

interface Composite extends Common {
  /** Errors inside are dealt with inside: the rest of the protocol goes on (semantics 4.3). */
  readonly stable: boolean;
  readonly children: readonly Block[];
}
export interface SequenceBlock extends Composite {
  readonly kind: 'sequence';
}
export interface ParallelBlock extends Composite {
  readonly kind: 'parallel';
}
export interface RepeatBlock extends Composite {
  readonly kind: 'repeat';
  /** How often; `null`: without end. */
  readonly count: number | null;
}

/** A protocol or a part of it. */
export type Block = ProcessBlock | SequenceBlock | ParallelBlock | RepeatBlock;
