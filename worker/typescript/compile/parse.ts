import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, type Program } from 'acorn';
import type { Failure } from '../../../model/failure.js';
import type { LineTable } from './line-table.js';
import { syntaxFailure } from './syntax-failure.js';

const TypeScriptParser = Parser.extend(tsPlugin());

export type Parsed = { readonly ok: true; readonly program: Program } | { readonly ok: false; readonly failure: Failure };

/** Reads a text as a TypeScript module. */
export function parse(lines: LineTable): Parsed {
  try {
    return { ok: true, program: TypeScriptParser.parse(lines.text, { ecmaVersion: 'latest', sourceType: 'module', locations: true }) };
  } catch (error) {
    return { ok: false, failure: syntaxFailure(error, lines) };
  }
}
