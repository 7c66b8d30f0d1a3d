import { framesOf, ownPosition, sourceName } from './source-name.js';

/** How many frames engines that limit their stacks keep (V8: 10): ours stand between those of the process. */
const stackFrames = 100;

/**
 * Makes a function of generated code, in which `names` stand for `values`: first of all for what the host's global object would give.
 * The code is a function body inside that; its own declarations may use the same names.
 */
export function evaluate(code: string, names: readonly string[], values: readonly unknown[]): () => unknown {
  limitStacks();
  const factory = new Function(...names, `${wrapperStart}${code}\n}\n//# sourceURL=${sourceName}`) as (
    ...args: readonly unknown[]
  ) => () => unknown;
  return factory(...values);
}

const wrapperStart = 'return function(){';

/** Where the code begins in the positions of the engine, which counts the head of the function that it makes of a text. */
export function codeStart(): { readonly lines: number; readonly columns: number } {
  return (measured ??= { lines: measureLines(), columns: wrapperStart.length });
}

let measured: ReturnType<typeof codeStart> | null = null;

function measureLines(): number {
  const probe = new Function('a', 'b', `return new Error()\n//# sourceURL=${sourceName}`) as () => Error;
  const error = probe();
  const first = framesOf(error.stack)[0] ?? ownPosition(error);
  return (first?.line ?? 1) - 1;
}

function limitStacks(): void {
  const limited = Error as unknown as { stackTraceLimit?: number };
  if (typeof limited.stackTraceLimit === 'number' && limited.stackTraceLimit < stackFrames) limited.stackTraceLimit = stackFrames;
}
