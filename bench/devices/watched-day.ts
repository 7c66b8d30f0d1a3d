import { everythingBench } from '../../model/benches/everything.js';
import { VirtualClock } from '../../worker/clock/virtual-clock.js';
import { Bench } from '../../worker/hardware/index.js';
import { EventLoop } from '../../worker/task/index.js';

/** What a day of the bench took. */
export interface WatchedDay {
  /** Virtual seconds. */
  readonly seconds: number;
  /** Observations of nodes. */
  readonly observations: number;
  readonly milliseconds: number;
}

/**
 * The Everything bench with every node watched as often as it is polled, and its devices at work: warming, shaking, dispensing, moving.
 * Nothing else runs, and nobody looks at the page.
 */
export function watchedDay(hours: number): WatchedDay {
  const loop = new EventLoop(new VirtualClock());
  const bench = new Bench(loop, everythingBench, { seed: 1, store: () => undefined });
  let observations = 0;
  for (const path of bench.paths) {
    const node = bench.node(path)!;
    if (node.watching === null) continue;
    node.changed.add((change) => {
      if (change === 'value') observations++;
    });
    node.watching.watch();
  }
  const write = (path: string, value: unknown): void => {
    const node = bench.node(path)!;
    node.writer?.set(node.accept(value));
  };
  write('thermostat.setpoint', '37 degC');
  write('shaker.setpoint', '300 rpm');
  write('dispenser.flow', '3 µl/min');
  write('pump.flow', '3 µl/min');
  write('stage.x', '20 mm');
  const start = performance.now();
  const until = hours * 3600 * 1e6;
  loop.drain();
  while (loop.clock.nextAt !== null && loop.clock.nextAt <= until) loop.advance();
  return { seconds: loop.clock.seconds, observations, milliseconds: performance.now() - start };
}
