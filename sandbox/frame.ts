/**
 * The opaque-origin frame: creates and ends the workers that run user code, on the page's command, and reports what they did not catch.
 * Its policy (sandbox.html) allows no connection, and the workers inherit it. It never reads what a worker posts.
 */
import type { FrameCommand, FrameConnect, FrameReport, WorkerConnect } from '../model/sandbox.js';

/** A worker that throws in a timer could report without end; the page needs the first few. */
const reportsPerWorker = 10;
const messageLength = 500;

addEventListener('message', function connect(event: MessageEvent<unknown>) {
  const [port] = event.ports;
  const message = event.data as FrameConnect | null;
  if (event.source !== parent || !port || message?.type !== 'connect') return;
  removeEventListener('message', connect);
  serve(port, URL.createObjectURL(new Blob([message.runtime], { type: 'text/javascript' })));
});

function serve(port: MessagePort, runtime: string): void {
  const workers = new Map<number, Worker>();
  const report = (message: FrameReport): void => port.postMessage(message);

  const spawn = (id: number, ports: readonly MessagePort[]): void => {
    const worker = new Worker(runtime);
    workers.set(id, worker);
    let left = reportsPerWorker;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (left-- > 0)
        report({ type: 'error', worker: id, message: (event.message || 'The script could not be started.').slice(0, messageLength) });
    });
    worker.postMessage({ type: 'connect' } satisfies WorkerConnect, [...ports]);
  };

  port.onmessage = (event: MessageEvent<FrameCommand>): void => {
    const command = event.data;
    switch (command.type) {
      case 'spawn':
        return spawn(command.worker, event.ports);
      case 'end':
        workers.get(command.worker)?.terminate();
        workers.delete(command.worker);
        return;
      case 'ping':
        return report({ type: 'pong' });
    }
  };
}
