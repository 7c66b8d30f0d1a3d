import type { Place, Range } from '../../../model/place.js';
import type { CompiledProgram } from '../compile/compile.js';
import { LineTable } from '../compile/line-table.js';
import type { Site } from '../compile/tables.js';
import { codeStart } from './evaluate.js';
import type { EnginePosition } from './source-name.js';

/** A function of the process, at a position in it. Lines and columns from 1. */
export interface UserFrame {
  /** -1: the top level. */
  readonly functionId: number;
  readonly function: string;
  readonly line: number;
  readonly column: number;
}

/** Name of what is no function. */
const topLevel = 'top level';

/** Turns positions in generated code, and sites, into positions in the user's text. */
export class Positions {
  private readonly generated: LineTable;

  constructor(private readonly program: CompiledProgram) {
    this.generated = new LineTable(program.code);
  }

  /** `null` for a position that stands nowhere in the user's text. */
  frame({ line, column }: EnginePosition): UserFrame | null {
    const start = codeStart();
    const codeLine = line - start.lines;
    const offset = this.generated.offset(codeLine, codeLine === 1 ? column - start.columns : column);
    if (offset === null || offset < 0) return null;
    const { map, lines } = this.program;
    const source = map.sourceOffset(offset);
    if (source === null || source > lines.text.length) return null;
    const functionId = this.functionAt(source);
    return { functionId, function: this.nameOf(functionId), ...lines.position(source) };
  }

  site(number: number): Site | null {
    return this.program.sites[number] ?? null;
  }

  siteFrame(number: number): UserFrame | null {
    const site = this.site(number);
    return site === null
      ? null
      : { functionId: site.functionId, function: this.nameOf(site.functionId), line: site.line, column: site.column };
  }

  get guards(): readonly Range[] {
    return this.program.guards;
  }

  nameOf(functionId: number): string {
    return this.program.functions[functionId]?.name ?? topLevel;
  }

  /** The innermost function around an offset: functions are numbered in the order in which they begin. */
  private functionAt(offset: number): number {
    const { functions } = this.program;
    for (let id = functions.length - 1; id >= 0; id--) {
      const { start, end } = functions[id]!;
      if (start <= offset && offset < end) return id;
    }
    return -1;
  }
}

export function placeOf(frame: { readonly line: number; readonly column: number }): Place {
  return { file: 'process', line: frame.line, column: frame.column };
}
