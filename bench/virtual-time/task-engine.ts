import { VirtualClock } from '../../worker/clock/virtual-clock.js';
import { type Coroutine, EventLoop } from '../../worker/task/index.js';
import { Draws, type Engine, Trace } from './workload.js';

/** The runtime's clock, event loop and tasks alone: no owner, no publisher, no pacer, no compiled code. */
export const taskEngine: Engine = {
  name: 'task core',
  run({ processes, sleeps }) {
    const loop = new EventLoop(new VirtualClock());
    const trace = new Trace();
    for (let process = 0; process < processes; process++) loop.task(body(loop, trace, process, sleeps));
    loop.drain();
    while (loop.advance());
    return Promise.resolve(trace);
  },
};

function* body(loop: EventLoop, trace: Trace, process: number, sleeps: number): Coroutine<void> {
  const draws = new Draws(process);
  for (let count = 0; count < sleeps; count++) {
    yield loop.sleep(draws.next() / 1000);
    trace.note(process, loop.clock.now / 1000);
  }
}
