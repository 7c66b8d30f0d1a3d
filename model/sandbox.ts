/** What page, frame and worker say to each other to bring a worker into being. Nothing of it comes from user code. */

/** Page → frame, the only window message, with one port: from then on that port is the only way in. */
export interface FrameConnect {
  readonly type: 'connect';
  /** The text of the runtime: a classic script, since a module worker does not start inside an opaque origin in Chromium. */
  readonly runtime: string;
}

/** Page → frame, over the port. `spawn` comes with the two ports of the worker: first that of the API, then that of the alarm. */
export type FrameCommand =
  { readonly type: 'spawn'; readonly worker: number } | { readonly type: 'end'; readonly worker: number } | { readonly type: 'ping' };

/** Frame → page, over the port. `error`: an error that nothing in the worker caught; the worker may well go on. */
export type FrameReport = { readonly type: 'pong' } | { readonly type: 'error'; readonly worker: number; readonly message: string };

/** Frame → worker, the first message and the only one, with the two ports. */
export interface WorkerConnect {
  readonly type: 'connect';
}
