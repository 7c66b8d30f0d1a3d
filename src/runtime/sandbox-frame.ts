import type { FrameCommand, FrameConnect, FrameReport } from '../../model/sandbox.js';

/** A worker as the page holds it: two ports and a way to end it. */
export interface SandboxWorker {
  /** Carries Comlink. */
  readonly api: MessagePort;
  /** What the worker says while it cannot answer: which loop does not return. */
  readonly alarm: MessagePort;
  /** Hears of errors that nothing in the worker caught. */
  onUncaught: (message: string) => void;
  end(): void;
}

/** The frame that hosts the workers. */
export interface SandboxFrame {
  spawn(): SandboxWorker;
  /** Asks whether the frame itself is alive; it answers by `onPong`. */
  ping(): void;
  onPong: () => void;
  remove(): void;
}

/** The frame by itself, and within a page that a service worker can bring: it brings nothing into a frame without an origin. */
export interface FrameAddresses {
  readonly alone: string;
  readonly nested: string;
}

/** How long a frame that has loaded takes to answer at most, in milliseconds: an error page of the browser never does. */
const answerLimit = 2_000;

/**
 * Opens the opaque-origin frame and gives it the runtime. From then on both sides speak over one port, handed over once;
 * no window message is ever listened to on the page. Without a network it is the nested one.
 *
 * @throws when the frame does not load.
 */
export async function openSandboxFrame({ alone, nested }: FrameAddresses, runtime: string): Promise<SandboxFrame> {
  // Only a page that is kept can bring the nested one without a network.
  const kept = navigator.serviceWorker?.controller != null;
  if (kept && !navigator.onLine) return openFrame(nested, false, runtime);
  const frame = await openFrame(alone, true, runtime);
  if (!kept || (await answers(frame))) return frame;
  frame.remove();
  return openFrame(nested, false, runtime);
}

function answers(frame: SandboxFrame): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (answered: boolean): void => {
      clearTimeout(timer);
      frame.onPong = () => {};
      resolve(answered);
    };
    const timer = setTimeout(() => settle(false), answerLimit);
    frame.onPong = () => settle(true);
    frame.ping();
  });
}

async function openFrame(url: string, sandboxed: boolean, runtime: string): Promise<SandboxFrame> {
  const element = document.createElement('iframe');
  if (sandboxed) element.setAttribute('sandbox', 'allow-scripts');
  element.hidden = true;
  element.title = 'Runtime';
  element.src = url;
  const loaded = new Promise<void>((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error('The frame of the runtime did not load.')), { once: true });
  });
  document.body.append(element);
  await loaded;

  const { port1: port, port2: theirs } = new MessageChannel();
  // An opaque origin has no name to aim at; the frame is our own page and says nothing back through the window.
  element.contentWindow?.postMessage({ type: 'connect', runtime } satisfies FrameConnect, '*', [theirs]);

  const workers = new Map<number, SandboxWorker>();
  let spawned = 0;
  const send = (command: FrameCommand, transfer: Transferable[] = []): void => port.postMessage(command, transfer);

  const frame: SandboxFrame = {
    spawn() {
      const id = ++spawned;
      const api = new MessageChannel();
      const alarm = new MessageChannel();
      const worker: SandboxWorker = {
        api: api.port1,
        alarm: alarm.port1,
        onUncaught: () => {},
        end: () => {
          workers.delete(id);
          send({ type: 'end', worker: id });
          api.port1.close();
          alarm.port1.close();
        },
      };
      workers.set(id, worker);
      send({ type: 'spawn', worker: id }, [api.port2, alarm.port2]);
      return worker;
    },
    ping: () => send({ type: 'ping' }),
    onPong: () => {},
    remove: () => {
      port.close();
      element.remove();
    },
  };
  port.onmessage = (event: MessageEvent<FrameReport>) => {
    const report = event.data;
    if (report.type === 'pong') frame.onPong();
    else if (report.type === 'error') workers.get(report.worker)?.onUncaught(String(report.message).slice(0, 500));
  };
  return frame;
}
