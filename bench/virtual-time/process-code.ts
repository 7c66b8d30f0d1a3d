import type { Workload } from './workload.js';

/**
 * The workload as a process that somebody could write. Its location in the end is the trace. `perSleep`: statements after every sleep.
 * `Draws` and `Trace` are those of `workload.ts`; if they were not, the hashes would tell.
 */
export function processCode({ processes, sleeps }: Workload, perSleep: readonly string[]): string {
  return `
import * as am from 'automancer';
import * as asyncio from 'asyncio';

class Draws {
  private state: number;

  constructor(process: number) {
    this.state = Math.imul(process + 1, 0x9e3779b1) | 1;
  }

  next(): number {
    let state = this.state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return 1 + ((state >>> 0) % 10);
  }
}

class Trace {
  hash = 0;
  events = 0;

  note(process: number, milliseconds: number): void {
    this.events++;
    this.hash = (Math.imul(this.hash, 31) + Math.imul(process, 7919) + milliseconds) | 0;
  }
}

async function body(context: am.ProcessContext, trace: Trace, process: number): Promise<void> {
  const draws = new Draws(process);
  for (let count = 0; count < ${sleeps}; count++) {
    await asyncio.sleep(draws.next() / 1000);
    trace.note(process, am.now() * 1000);
    ${perSleep.join('\n    ')}
  }
}

export default async function all(context: am.ProcessContext): Promise<void> {
  const trace = new Trace();
  const bodies: Promise<void>[] = [];
  for (let process = 0; process < ${processes}; process++) bodies.push(body(context, trace, process));
  await asyncio.gather(...bodies);
  context.sendLocation({ hash: trace.hash, events: trace.events });
}
`;
}
