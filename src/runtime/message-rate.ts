/** More messages a second than any honest runtime sends: an update per frame, and one answer per question. */
const messagesPerSecond = 2_000;

/** Calls `flooded`, once, when a port gets more messages in a second than that. The count costs nothing that reading them would not. */
export function watchRate(port: MessagePort, flooded: () => void, now: () => number = () => performance.now()): void {
  let windowStart = now();
  let messages = 0;
  port.addEventListener('message', function count() {
    if (now() - windowStart > 1_000) {
      windowStart = now();
      messages = 0;
    }
    if (++messages <= messagesPerSecond) return;
    port.removeEventListener('message', count);
    flooded();
  });
}
