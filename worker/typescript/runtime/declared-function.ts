import type { FunctionInfo } from '../compile/tables.js';

/** The beginning of what the compile step makes of an async function; users cannot write the names in it. */
const compiledHead = /^[^(]*\((?:__p\d+|,|\.\.\.__pr)*\)(?:=>)?\{?(?:const __p\w[^;]*;)*(?:return )?__p\.(?:run|start|stream)\((\d+),/;

/** What the compile step knows of a function; `null` for one that is not async, or was not written by the user. */
export function declaredFunction(value: (...args: never) => unknown, functions: readonly FunctionInfo[]): FunctionInfo | null {
  const match = compiledHead.exec(Function.prototype.toString.call(value));
  return match === null ? null : (functions[Number(match[1])] ?? null);
}
