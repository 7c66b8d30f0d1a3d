/** A position in a text of the user. Lines and columns count from 1, as editors and Automancer show them. */
export interface Place {
  /** Which text: the process, its data document, the protocol, or the description of the bench. */
  readonly file: 'process' | 'data' | 'protocol' | 'bench';
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text of the user; the end is exclusive. */
export interface Range extends Place {
  readonly endLine: number;
  readonly endColumn: number;
}
