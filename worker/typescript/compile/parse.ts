import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, type Program } from 'acorn';
import type { Failure } from '../../../model/failure.js';
import type { LineTable } from './line-table.js';
import { syntaxFailure } from './syntax-failure.js';

interface ParserState {
  yieldPos: number;
  awaitPos: number;
  awaitIdentPos: number;
}

type Speculation = (this: ParserState, ...args: readonly unknown[]) => unknown;

/**
 * The plugin takes an await that stands earlier in a function for one in the parameters of an `async <T>(x: T) => …` further down, and
 * then refuses that. Parameters begin with none.
 */
function withFreshParameters(Base: typeof Parser): typeof Parser {
  const inherited = (Base.prototype as unknown as { tsTryParseGenericAsyncArrowFunction: Speculation }).tsTryParseGenericAsyncArrowFunction;
  return class extends Base {
    tsTryParseGenericAsyncArrowFunction(...args: readonly unknown[]): unknown {
      const state = this as unknown as ParserState;
      const { yieldPos, awaitPos, awaitIdentPos } = state;
      Object.assign(state, { yieldPos: 0, awaitPos: 0, awaitIdentPos: 0 });
      const result = inherited.apply(state, args as unknown[]);
      Object.assign(state, { yieldPos, awaitPos, awaitIdentPos });
      return result;
    }
  };
}

const TypeScriptParser = Parser.extend(tsPlugin(), withFreshParameters);

export type Parsed = { readonly ok: true; readonly program: Program } | { readonly ok: false; readonly failure: Failure };

/** Reads a text as a TypeScript module. */
export function parse(lines: LineTable): Parsed {
  // The plugin tries readings out and raises an error for each that fails: without stacks that costs little (V8).
  const limited = Error as unknown as { stackTraceLimit?: number };
  const { stackTraceLimit } = limited;
  if (stackTraceLimit !== undefined) limited.stackTraceLimit = 0;
  try {
    return { ok: true, program: TypeScriptParser.parse(lines.text, { ecmaVersion: 'latest', sourceType: 'module', locations: true }) };
  } catch (error) {
    return { ok: false, failure: syntaxFailure(error, lines) };
  } finally {
    if (stackTraceLimit !== undefined) limited.stackTraceLimit = stackTraceLimit;
  }
}
