import type { LineTable } from './line-table.js';
import type { Range } from '../../../model/place.js';
import type { Node } from './syntax.js';

/** A stretch of the process that the runtime can name: an await, a loop, a catch clause, a throw statement. Lines and columns from 1; the end is exclusive. */
export interface Site {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The function around it; -1 at the top level. */
  readonly functionId: number;
}

/** A function of the process. */
export interface FunctionInfo {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** Offsets of its text. */
  readonly start: number;
  readonly end: number;
  readonly async: boolean;
  readonly generator: boolean;
  /** How many parameters it declares, those with a default and a rest parameter included. */
  readonly parameters: number;
}

/** The tables that the generated code refers to by number. */
export class Tables {
  readonly sites: Site[] = [];
  readonly functions: FunctionInfo[] = [];
  /** Where an error that an await raises comes to a catch clause of the same function: the blocks before the clauses. */
  readonly guards: Range[] = [];

  constructor(private readonly lines: LineTable) {}

  /** Number of a new site. */
  site(start: number, end: number, functionId: number): number {
    const { line, column, endLine, endColumn } = this.lines.range(start, end);
    return this.sites.push({ line, column, endLine, endColumn, functionId }) - 1;
  }

  /** A block with a catch clause. */
  guard({ start, end }: Node): void {
    this.guards.push(this.lines.range(start, end));
  }

  /** Number of a new function, which stands at `at`. */
  function(node: Node & { readonly async: boolean; readonly generator: boolean }, name: string, at: Node, parameters: number): number {
    const { line, column } = this.lines.position(at.start);
    return (
      this.functions.push({
        name,
        line,
        column,
        start: node.start,
        end: node.end,
        async: node.async,
        generator: node.generator,
        parameters,
      }) - 1
    );
  }
}
