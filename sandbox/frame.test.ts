import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FrameCommand } from '../model/sandbox.js';

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly posted: (readonly [unknown, readonly MessagePort[]])[] = [];
  terminated = false;
  constructor() {
    super();
    FakeWorker.made.push(this);
  }
  postMessage(message: unknown, ports: readonly MessagePort[]): void {
    this.posted.push([message, ports]);
  }
  terminate(): void {
    this.terminated = true;
  }
}

beforeEach(async () => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.resetModules();
  await import('./frame.js');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const connect = { type: 'connect', runtime: '' };
const stranger = document.createElement('iframe');

function send(source: unknown, data: unknown, port: MessagePort): void {
  window.dispatchEvent(Object.assign(new Event('message'), { source, data, ports: [port] }));
}
/** Resolves with the next message on a port. */
const answer = (port: MessagePort): Promise<unknown> =>
  new Promise((resolve) => {
    port.onmessage = (event) => resolve(event.data);
  });
async function say(port: MessagePort, command: FrameCommand, ports: MessagePort[] = []): Promise<void> {
  port.postMessage(command, ports);
  const pong = answer(port);
  port.postMessage({ type: 'ping' });
  await pong;
}

it('serves its parent, over the first port it is given, and nobody else', async () => {
  const theirs = new MessageChannel();
  send(stranger.contentWindow, connect, theirs.port2);
  send(parent, { type: 'hello' }, theirs.port2);
  const mine = new MessageChannel();
  send(parent, connect, mine.port2);
  const late = new MessageChannel();
  send(parent, connect, late.port2);
  theirs.port1.postMessage({ type: 'spawn', worker: 1 });
  late.port1.postMessage({ type: 'spawn', worker: 1 });
  await say(mine.port1, { type: 'spawn', worker: 1 });
  expect(FakeWorker.made).toHaveLength(1);
});

it('hands the two ports to the worker, and ends it when told', async () => {
  const { port1, port2 } = new MessageChannel();
  send(parent, connect, port2);
  await say(port1, { type: 'spawn', worker: 4 }, [new MessageChannel().port2, new MessageChannel().port2]);
  const [worker] = FakeWorker.made;
  expect(worker?.posted).toMatchObject([[{ type: 'connect' }, { length: 2 }]]);
  await say(port1, { type: 'end', worker: 5 });
  expect(worker?.terminated).toBe(false);
  await say(port1, { type: 'end', worker: 4 });
  expect(worker?.terminated).toBe(true);
});

it('reports what a worker did not catch, the first few times', async () => {
  const { port1, port2 } = new MessageChannel();
  send(parent, connect, port2);
  await say(port1, { type: 'spawn', worker: 1 });
  const heard: unknown[] = [];
  port1.onmessage = (event) => heard.push(event.data);
  for (let index = 0; index < 100; index++) {
    FakeWorker.made[0]!.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: `Error ${index}` }));
  }
  await vi.waitFor(() => expect(heard).toHaveLength(10));
  expect(heard[0]).toEqual({ type: 'error', worker: 1, message: 'Error 0' });
});
