/** Real time, for whoever decides how fast virtual time passes: the only place of the runtime that knows of it. */
export interface RealTime {
  /** Milliseconds from some fixed moment. */
  now(): number;
  /** Calls back after so many milliseconds, or a little later. Returns how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Calls back as soon as messages that came in have been handled; callbacks keep their order. */
  soon(callback: () => void): void;
}

/** What the surroundings offer: a worker's, a page's or Node's own globals fit. */
export interface TimeGlobals {
  readonly performance: { now(): number };
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: never): void;
  readonly MessageChannel: new () => { readonly port1: TimePort; readonly port2: TimePort };
}
interface TimePort {
  onmessage: ((this: never, event: never) => void) | null;
  postMessage(message: unknown): void;
}

/** A message channel takes a turn of 5 to 7 µs; a timeout of 0 would be held back to 4 ms by browsers. */
export function realTimeOf(globals: TimeGlobals): RealTime {
  const { port1, port2 } = new globals.MessageChannel();
  const queue: (() => void)[] = [];
  port1.onmessage = () => queue.shift()?.();
  return {
    now: () => globals.performance.now(),
    after(milliseconds, callback) {
      const handle = globals.setTimeout(callback, milliseconds);
      return () => globals.clearTimeout(handle as never);
    },
    soon(callback) {
      queue.push(callback);
      port2.postMessage(null);
    },
  };
}
