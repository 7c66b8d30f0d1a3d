import type { Place, Range } from '../../model/place.js';
import type { Span } from './node.js';

/** The text that data stands in, to turn offsets into lines and columns. */
export class SourceText {
  readonly #lineStarts: readonly number[];

  constructor(
    readonly text: string,
    /** Which text of the user it is: the data document, or the protocol with the data of its steps. */
    readonly file: Place['file'] = 'data',
  ) {
    this.#lineStarts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  }

  /** Lines and columns from 1. An empty span covers the character behind it, at the end of a line the one before, so that there is something to see. */
  range(span: Span): Range {
    const start = this.#position(span.start);
    const end = this.#position(Math.max(span.start, span.end));
    const empty = end.line === start.line && end.column === start.column;
    const next = this.text[Math.min(span.start, this.text.length)];
    const atLineEnd = next === undefined || next === '\n' || next === '\r';
    const column = empty && atLineEnd ? Math.max(1, start.column - 1) : start.column;
    const endColumn = empty && !atLineEnd ? start.column + 1 : end.column;
    return { file: this.file, line: start.line, column, endLine: end.line, endColumn };
  }

  #position(offset: number): { readonly line: number; readonly column: number } {
    const inside = Math.min(Math.max(0, offset), this.text.length);
    const at = this.text[inside] === '\n' && this.text[inside - 1] === '\r' ? inside - 1 : inside;
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#lineStarts[low] ?? 0) + 1 };
  }
}
