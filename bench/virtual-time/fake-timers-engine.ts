import { createClock } from '@sinonjs/fake-timers';
import { Draws, type Engine, Trace } from './workload.js';

/** The anchor: the usual library, driven by hand, since its own `runAllAsync` takes a real timeout of 4 ms per timer in browsers. */
export const fakeTimersEngine: Engine = {
  name: 'fake-timers, next() + 3 turns',
  async run({ processes, sleeps }) {
    const clock = createClock(0, Number.POSITIVE_INFINITY);
    const trace = new Trace();
    const sleep = (milliseconds: number) => new Promise<void>((resolve) => void clock.setTimeout(() => resolve(), milliseconds));
    const body = async (process: number) => {
      const draws = new Draws(process);
      for (let count = 0; count < sleeps; count++) {
        await sleep(draws.next());
        trace.note(process, clock.now);
      }
    };
    for (let process = 0; process < processes; process++) void body(process);
    while (clock.countTimers() > 0) {
      clock.next();
      await null;
      await null;
      await null;
    }
    return trace;
  },
};
