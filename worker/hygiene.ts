/**
 * What user code has no business with. Taking it away is hygiene, so that a mistake fails early and clearly; the boundary is the frame's
 * opaque origin and its policy. `postMessage` and `close`: the worker speaks over its ports, and ends when the page ends it.
 */
const doors = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'indexedDB',
  'caches',
  'cookieStore',
  'importScripts',
  'Notification',
  'FontFace',
  'fonts',
  'navigator',
  'postMessage',
  'close',
] as const;

/** Deletes the doors from a global object and from what it inherits; returns the names that could not be deleted. */
export function closeDoors(global: object): readonly string[] {
  return doors.filter((name) => {
    for (let holder: object | null = global; holder; holder = Object.getPrototypeOf(holder) as object | null)
      Reflect.deleteProperty(holder, name);
    return name in global;
  });
}
