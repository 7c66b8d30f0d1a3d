import type { Range } from '../../../model/place.js';

/** Turns offsets of a text into lines and columns (both from 1) and back. Lines end as JavaScript has it: LF, CR, CRLF, U+2028, U+2029. */
export class LineTable {
  /** Offset of the first character of every line. */
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (const { 0: end, index } of text.matchAll(/\r\n?|[\n\u2028\u2029]/g)) starts.push(index + end.length);
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  position(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.starts[low]! + 1 };
  }

  /** `null` when the text has no such line. */
  offset(line: number, column: number): number | null {
    const start = this.starts[line - 1];
    return start === undefined ? null : Math.min(start + column - 1, this.text.length);
  }

  /** A range in the text of the process. */
  range(start: number, end: number): Range {
    const from = this.position(start);
    const to = this.position(Math.max(start, end));
    return { file: 'process', ...from, endLine: to.line, endColumn: to.column };
  }
}
