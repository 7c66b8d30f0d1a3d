import type { Failure } from '../../../model/failure.js';
import { blankTypes } from './blank-types.js';
import type { ColumnMap } from './column-map.js';
import { LineTable } from './line-table.js';
import { loadFailure } from './load-failure.js';
import { type ExportedName, type ImportedName, rewriteModules } from './modules.js';
import { parse } from './parse.js';
import { Rewriter } from './rewriter.js';
import { tooDeep } from './syntax-failure.js';
import type { FunctionInfo, Site } from './tables.js';
import type { Range } from '../../../model/place.js';

/** A process as a function body that takes `__p` and returns its exports. */
export interface CompiledProgram {
  /** JavaScript. Its lines are those of the user's text; `map` knows the columns. */
  readonly code: string;
  readonly map: ColumnMap;
  /** The user's text. */
  readonly lines: LineTable;
  readonly sites: readonly Site[];
  readonly functions: readonly FunctionInfo[];
  readonly guards: readonly Range[];
  /** What is imported and used as a value. */
  readonly imports: readonly ImportedName[];
  readonly exports: readonly ExportedName[];
}

export type Compiled =
  { readonly ok: true; readonly program: CompiledProgram } | { readonly ok: false; readonly failures: readonly Failure[] };

/**
 * Turns a process in TypeScript into JavaScript in which async functions are tasks of the runtime. Types are removed, not checked.
 * Pure: the same text gives the same code.
 */
export function compile(text: string): Compiled {
  const lines = new LineTable(text);
  try {
    return compileLines(lines);
  } catch (error) {
    // The stack of the engine is full.
    if (!(error instanceof RangeError)) throw error;
    return {
      ok: false,
      failures: [loadFailure('SyntaxError', ...tooDeep)],
    };
  }
}

function compileLines(lines: LineTable): Compiled {
  const parsed = parse(lines);
  if (!parsed.ok) return { ok: false, failures: [parsed.failure] };
  const blanked = blankTypes(parsed.program, lines);
  if (blanked.failures.length > 0) return { ok: false, failures: blanked.failures };
  const rewriter = new Rewriter(blanked.code, blanked.open, lines);
  const shared = rewriter.keepModuleGenerators();
  const modules = rewriteModules(parsed.program, rewriter.out, lines);
  rewriter.program(parsed.program);
  shared.declare();
  modules.finish();
  const failures = [...modules.failures, ...rewriter.failures];
  if (failures.length > 0) return { ok: false, failures };
  const imports = modules.imports.filter(
    ({ local }) => rewriter.used.has(local) || modules.exports.some((exported) => exported.local === local),
  );
  const { code, map } = rewriter.out.generate(heading(imports));
  const { sites, functions, guards } = rewriter.tables;
  return {
    ok: true,
    program: { code: `${code}\n${ending(modules.exports)}`, map, lines, sites, functions, guards, imports, exports: modules.exports },
  };
}

/** Strict, as modules are; with a counter of rounds for its loops. */
function heading(imports: readonly ImportedName[]): string {
  const bindings = imports.map(
    ({ module, imported, local }) => `,${local}=__p.modules.${module}${imported === null ? '' : `[${JSON.stringify(imported)}]`}`,
  );
  return `"use strict";let __pn=0${imports.length > 0 ? `;const ${bindings.join('').slice(1)}` : ''};`;
}

function ending(exports: readonly ExportedName[]): string {
  return `return{__proto__:null${exports.map(({ exported, local }) => `,${JSON.stringify(exported)}:${local}`).join('')}}`;
}
