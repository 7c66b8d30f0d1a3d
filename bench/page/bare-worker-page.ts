import * as Comlink from 'comlink';

interface Bare {
  readonly worker: Worker;
  ping(): Promise<unknown>;
}

function start(url: string): Bare {
  const worker = new Worker(url);
  const api = new MessageChannel();
  const alarm = new MessageChannel();
  worker.postMessage({ type: 'connect' }, [api.port2, alarm.port2]);
  const wire = Comlink.wrap<{ ping(value: number): number }>(api.port1);
  return { worker, ping: () => wire.ping(1) };
}

/** Ends a worker that answers and starts the next, again and again. */
async function bareWorkers(script: string, times: number): Promise<number[]> {
  const text = await (await fetch(script)).text();
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  let bare = start(url);
  await bare.ping();
  const measured: number[] = [];
  while (measured.length < times) {
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
