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

const processes = 20_000;

/** Bytes of a process that is suspended at an await: its task, its coroutine, and the sleep that it waits for. Only in Node, and with `--expose-gc`. */
export function heldPerProcess(): number {
  const { loop, start } = load('await later();', "import { sleep } from 'asyncio'; const later = () => sleep(3600);");
  start(0);
  const before = usedBytes();
  for (let index = 0; index < processes; index++) start(0);
  const bytes = (usedBytes() - before) / processes;
  if (loop.clock.size !== processes + 1) throw new Error('Some process was not suspended.');
  return bytes;
}
