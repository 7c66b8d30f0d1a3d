import type { Awaits } from './variants.js';

const count = 500_000;

/** Bytes that each past await of a process holds as long as the process lives. Needs `--expose-gc`. */
export async function retainedPerAwait(awaits: Awaits): Promise<number> {
  await awaits('held', 1000);
  const before = usedBytes();
  await awaits('held', count);
  return Math.max(0, usedBytes() - before) / count;
}

function usedBytes(): number {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (gc === undefined) throw new Error('Start with --expose-gc: npm run bench does.');
  for (let times = 0; times < 4; times++) gc();
  return process.memoryUsage().heapUsed;
}
