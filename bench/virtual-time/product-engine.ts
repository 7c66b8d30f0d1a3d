import { type TimeGlobals, realTimeOf } from '../../worker/clock/real-time.js';
import { Session } from '../../worker/session.js';
import { processCode } from './process-code.js';
import type { Engine } from './workload.js';

/**
 * The whole runtime as the page uses it, at Max: a session with its bench, a process in TypeScript compiled and loaded, its owner, the
 * recording of events, and an update copied for the page every few milliseconds (a page asks a few times less
 * often: once a frame).
 */
export function productEngine(name: string, perSleep: readonly string[] = []): Engine {
  const realTime = realTimeOf(globalThis as unknown as TimeGlobals);
  return {
    name,
    run: (workload) =>
      new Promise((resolve, reject) => {
        const session = new Session({
          realTime,
          publish(update) {
            const { process } = structuredClone(update).snapshot;
            if (process?.state.mode === 'done') resolve(process.location?.value as { readonly hash: number; readonly events: number });
            else if (process?.failure) reject(new Error(process.failure.message));
            return new Promise<void>((shown) => setTimeout(shown));
          },
          guard: () => undefined,
        });
        const source = { language: 'typescript', code: processCode(workload, perSleep) } as const;
        const { load } = session.run({ source, data: { value: null }, seed: 1, bench: 'default', speed: 'max', held: false });
        if (!load.ok) reject(new Error(load.failures.map(({ message }) => message).join('\n')));
      }),
  };
}
