import type { Timer } from '../../clock/virtual-clock.js';
import type { EventLoop } from '../../task/index.js';

type Callback = (...args: readonly unknown[]) => void;

/** `setTimeout` and its like in virtual milliseconds. Callbacks run in the loop's ready queue, where their errors are dealt with. */
export function createTimers(loop: EventLoop) {
  const timers = new Map<number, Timer>();
  let lastId = 0;

  const start = (name: string, callback: unknown, milliseconds: unknown, args: readonly unknown[], repeat: boolean): number => {
    if (typeof callback !== 'function') throw new TypeError(`${name}() takes a function.`);
    const id = ++lastId;
    const seconds = Math.max(Number(milliseconds) || 0, repeat ? 1 : 0) / 1000;
    const schedule = () =>
      timers.set(
        id,
        loop.callLater(seconds, () => {
          if (repeat) schedule();
          else timers.delete(id);
          loop.callSoon(() => (callback as Callback)(...args));
        }),
      );
    schedule();
    return id;
  };

  const clear = (id: unknown): void => {
    const timer = timers.get(Number(id));
    if (timer === undefined) return;
    timers.delete(Number(id));
    loop.clock.cancel(timer);
  };

  return {
    setTimeout: (callback: unknown, milliseconds?: unknown, ...args: readonly unknown[]) =>
      start('setTimeout', callback, milliseconds, args, false),
    setInterval: (callback: unknown, milliseconds?: unknown, ...args: readonly unknown[]) =>
      start('setInterval', callback, milliseconds, args, true),
    clearTimeout: clear,
    clearInterval: clear,
    queueMicrotask: (callback: unknown): void => {
      if (typeof callback !== 'function') throw new TypeError('queueMicrotask() takes a function.');
      loop.callSoon(() => (callback as Callback)());
    },
  };
}
