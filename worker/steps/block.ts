import type { Range } from '../../model/place.js';
import type { DataDocument } from '../data/index.js';

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
  readonly data: DataDocument;
  /** The data as it was written, for a form. */
  readonly dataText: string;
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

/** A step of a protocol. */
export type Block = ProcessBlock | SequenceBlock | ParallelBlock | RepeatBlock;

export interface Protocol {
  readonly root: Block;
  /** How long a step that error handling has asked to pause may take to its checkpoint before halting it is offered, in virtual seconds. */
  readonly grace: number;
}
