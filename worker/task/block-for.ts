import { microseconds } from '../clock/virtual-clock.js';
import type { EventLoop } from './event-loop.js';

/**
 * A call that blocks for so many virtual seconds: what drivers and libraries that know nothing of the event loop do.
 *
 * Inside `toThread` only its thread is kept waiting. Called directly, everything is: timers that become due meanwhile fire late,
 * and the observer's `blocked` is told. `effect` is what the call brings about; it happens when the time is over.
 * Raises `RangeError` for a negative or infinite time.
 */
export function blockFor(loop: EventLoop, seconds: number, label: string, effect?: () => void): void {
  const length = microseconds(seconds);
  if (length === Number.POSITIVE_INFINITY) throw new RangeError('A blocking call cannot last forever: nothing could ever end it.');
  if (loop.thread !== null) {
    loop.thread.take(length, label);
    if (effect !== undefined) loop.clock.schedule(loop.thread.now, effect);
    return;
  }
  loop.clock.passOver(length);
  loop.observer.blocked?.(length / 1e6, label);
  effect?.();
}
