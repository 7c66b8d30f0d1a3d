import * as Comlink from 'comlink';
import type { RunOptions } from '../../model/protocol.js';

interface Bare {
  readonly worker: Worker;
  ping(): Promise<unknown>;
  /** Sends it into a loop from which it does not come back. */
  loop(): Promise<unknown>;
}

const endless: RunOptions = {
  source: { language: 'typescript', code: 'export default async function endless() { for (;;); }' },
  data: { value: null },
  seed: 1,
  bench: 'default',
  speed: 'max',
  held: false,
};

function start(url: string): Bare {
  const worker = new Worker(url);
  const api = new MessageChannel();
  const alarm = new MessageChannel();
  worker.postMessage({ type: 'connect' }, [api.port2, alarm.port2]);
  const wire = Comlink.wrap<{ ping(value: number): number; run(options: RunOptions): unknown }>(api.port1);
  return { worker, ping: () => wire.ping(1), loop: () => wire.run(endless) };
}

/** Ends a worker that does not answer and starts the next, again and again. */
async function bareWorkers(script: string, times: number): Promise<number[]> {
  const text = await (await fetch(script)).text();
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  let bare = start(url);
  await bare.ping();
  const measured: number[] = [];
  while (measured.length < times) {
    await bare.loop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = performance.now();
    bare.worker.terminate();
    bare = start(url);
    await bare.ping();
    measured.push(performance.now() - begun);
  }
  return measured;
}

export type BareWorkers = typeof bareWorkers;

Object.assign(globalThis, { bareWorkers });
