/** A position in a text of the user. Lines and columns count from 1, as editors and Automancer show them. */
export interface Place {
  /** Which text: the process, its data document, or the protocol. */
  readonly file: 'process' | 'data' | 'protocol';
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text of the user; the end is exclusive. */
export interface Range extends Place {
  readonly endLine: number;
  readonly endColumn: number;
}
