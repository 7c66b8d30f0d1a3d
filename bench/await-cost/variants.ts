import type { ProcessContext } from '../../worker/process/context.js';
import { Run } from '../../worker/run.js';
import { type Shape, awaitCode } from './code.js';

/** Runs the awaits; resolves when they are over, or when `held` waits forever. */
export type Awaits = (shape: Shape, count: number) => Promise<void>;

/** As the engine runs them. */
export function nativeAwaits(): Awaits {
  const work = new Function(awaitCode.replace('export default', 'return '))() as (context: { readonly data: object }) => Promise<void>;
  return async (shape, count) => {
    const over = work({ data: { shape, count } });
    if (shape !== 'held') return over;
    // It is not told when `held` is through; a message comes after all microtasks.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  };
}

/** As a process: compiled, with the location and the cancellation of every await. */
export function processAwaits(): Awaits {
  const run = new Run({
    source: { language: 'typescript', code: awaitCode },
    data: { value: null },
    seed: 1,
    onEvent: () => undefined,
    guard: () => undefined,
  });
  const { program, loop } = run;
  if (program === null) throw new Error('The process could not be loaded.');
  return (shape, count) => {
    const data = { shape, count };
    // Only the data of the context is used.
    program.start(data, { data } as unknown as ProcessContext);
    loop.drain();
    return Promise.resolve();
  };
}
