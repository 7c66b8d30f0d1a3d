import { load, pending } from './study.js';

const awaits = 300_000;

/** Bytes that stay for each await that has passed, while the process goes on. Only in Node, and with `--expose-gc`. */
export function retainedPerAwait(): number {
  const { loop, start } = load(pending.text);
  start(awaits * 3);
  loop.drain(awaits);
  const before = usedBytes();
  loop.drain(awaits);
  const bytes = Math.max(0, usedBytes() - before) / awaits;
  if (loop.idle) throw new Error('The process has ended, so nothing could be kept.');
  return bytes;
}

function usedBytes(): number {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (gc === undefined) throw new Error('Start with --expose-gc: npm run bench does.');
  for (let times = 0; times < 4; times++) gc();
  return process.memoryUsage().heapUsed;
}
