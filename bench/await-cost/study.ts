import { alternate, type Variant } from '../measure/alternate.js';
import { VirtualClock } from '../../worker/clock/virtual-clock.js';
import { EventLoop } from '../../worker/task/index.js';
import type { Program } from '../../worker/process/program.js';
import { loadTypeScript } from '../../worker/typescript/load.js';

interface Body {
  readonly name: string;
  /** Of `async function main(n)`; `later()` settles in a later turn. */
  readonly text: string;
  readonly awaits: number;
}

export const pending: Body = { name: 'pending', text: 'for (let i = 0; i < n; i++) await later();', awaits: 200_000 };

export const bodies: readonly Body[] = [
  pending,
  { name: 'settled already', text: 'const p = Promise.resolve(1); for (let i = 0; i < n; i++) await p;', awaits: 300_000 },
  {
    name: 'in try, catch, finally',
    text: 'for (let i = 0; i < n; i++) { try { await later(); } catch (e) { throw e; } finally { n; } }',
    awaits: 200_000,
  },
  {
    name: '10 functions deep',
    text: 'const nest = async (d) => { if (d === 0) { await later(); return 0; } return await nest(d - 1); }; for (let i = 0; i < n; i++) await nest(9);',
    awaits: 30_000,
  },
];

/** What is waited for: the same promise for both; and what a process waits for instead, usually. */
const promise = 'const later = () => new Promise((ok) => queueMicrotask(ok));';
const sleep = "import { sleep } from 'asyncio'; const later = () => sleep(0);";

/** The engine's own await, an await of a process on a promise, and one on a sleep. */
export type Way = 'engine' | 'process' | 'process, sleep';

export interface Measured {
  readonly name: string;
  /** Nanoseconds per await, by round. */
  readonly times: Readonly<Record<Way, readonly number[]>>;
}

/** Runs every body in every way, in turn. */
export async function study(rounds: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const body of bodies) {
    const ways: Record<Way, Variant> = {
      engine: () => native(body),
      process: () => ours(body, promise),
      'process, sleep': () => ours(body, sleep),
    };
    measured.push({ name: body.name, times: await alternate(ways, { rounds, warmUp: 3 }) });
  }
  return measured;
}

async function native({ text, awaits }: Body): Promise<number> {
  const main = new Function(`${promise} return async function main(n) { ${text} }`)() as (n: number) => Promise<void>;
  const started = performance.now();
  await main(awaits);
  return perAwait(started, awaits);
}

function ours({ text, awaits }: Body, prelude: string): number {
  const { loop, start } = load(text, prelude);
  const started = performance.now();
  start(awaits);
  loop.drain();
  return perAwait(started, awaits);
}

function perAwait(started: number, awaits: number): number {
  return ((performance.now() - started) * 1e6) / awaits;
}

export function load(text: string, prelude = promise): { readonly loop: EventLoop; start(n: number): unknown } {
  const loop = new EventLoop(new VirtualClock());
  const loaded = loadTypeScript(`${prelude} export default async function main(n) { ${text} }`, {
    loop,
    seed: 1,
    modules: { automancer: {}, asyncio: { sleep: (seconds: number) => loop.sleep(seconds) }, hardware: {} },
    log: () => undefined,
    swallowed: () => undefined,
  });
  if (!loaded.ok) throw new Error(loaded.failures.map(({ message }) => message).join(' '));
  const program: Program = loaded.program;
  // The process function has one parameter, which is the context for its owner and a number here.
  return { loop, start: (n) => program.start(null, n as never) };
}
