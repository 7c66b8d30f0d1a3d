import type { Workload } from './workload.js';

/**
 * The workload as a process that somebody could write. Its location in the end is the trace. `perSleep`: statements after every sleep.
 * It draws and notes what `Draws` and `Trace` of `workload.ts` do; if it did not, the hashes would tell. It has no classes, which would be
 * other classes in every round: V8 would find their members slowly from the fifth on, and nothing of the runtime would be measured by that.
 */
export function processCode({ processes, sleeps }: Workload, perSleep: readonly string[]): string {
  return `
import * as am from 'automancer';
import * as asyncio from 'asyncio';

let hash = 0;
let events = 0;

async function body(context: am.ProcessContext, process: number): Promise<void> {
  let state = Math.imul(process + 1, 0x9e3779b1) | 1;
  for (let count = 0; count < ${sleeps}; count++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    await asyncio.sleep((1 + ((state >>> 0) % 10)) / 1000);
    events++;
    hash = (Math.imul(hash, 31) + Math.imul(process, 7919) + am.now() * 1000) | 0;
    ${perSleep.join('\n    ')}
  }
}

export default async function all(context: am.ProcessContext): Promise<void> {
  const bodies: Promise<void>[] = [];
  for (let process = 0; process < ${processes}; process++) bodies.push(body(context, process));
  await asyncio.gather(...bodies);
  context.sendLocation({ hash, events });
}
`;
}
