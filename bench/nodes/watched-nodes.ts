import { Pacer } from '../../worker/clock/pacer.js';
import { type RealTime, realTimeOf, type TimeGlobals } from '../../worker/clock/real-time.js';
import { VirtualClock } from '../../worker/clock/virtual-clock.js';
import { Connection } from '../../worker/hardware/connection.js';
import { Link } from '../../worker/hardware/link.js';
import { NumericNode } from '../../worker/hardware/numeric-node.js';
import { SeededRandom } from '../../worker/hardware/seeded-random.js';
import { EventLoop } from '../../worker/task/index.js';

export interface Order {
  readonly devices: number;
  /** Of each device. */
  readonly nodes: number;
  /** Real seconds, which are as many virtual ones. */
  readonly seconds: number;
}

export interface Watched {
  readonly observations: number;
  /** What part of the time the thread was at work. */
  readonly load: number;
  /** The longest stretch of work without a pause, in milliseconds. */
  readonly longest: number;
}

/** Nodes that are polled ten times a second at 1×, through cables, each of them noisy: as the page has them, but without anybody looking. */
export function watchNodes({ devices, nodes, seconds }: Order): Promise<Watched> {
  const loop = new EventLoop(new VirtualClock());
  let observations = 0;
  for (let device = 0; device < devices; device++) {
    const link = new Link(loop, new Connection(loop.clock), 'Device', 0.002);
    for (let index = 0; index < nodes; index++) {
      const path = `device${device}.value${index}`;
      const random = new SeededRandom(1, path);
      const node: NumericNode = new NumericNode({
        path,
        label: 'Value',
        unit: 'degC',
        resolution: 0.1,
        link,
        read: (at) => node.kind.round(22 + 0.05 * random.noise(at)),
        observation: { type: 'polled', seconds: 0.1 },
      });
      node.changed.add((change) => {
        if (change === 'value') observations++;
      });
      node.watching?.watch();
    }
  }
  const work = { total: 0, longest: 0 };
  return new Promise((resolve) => {
    const real = timed(realTimeOf(globalThis as unknown as TimeGlobals), work);
    const start = real.now();
    const pacer = new Pacer(
      loop,
      real,
      {
        active: true,
        slice() {
          const passed = real.now() - start;
          if (passed < seconds * 1000) return;
          pacer.close();
          resolve({ observations, load: work.total / passed, longest: work.longest });
        },
      },
      { speed: 1, held: false },
    );
    pacer.wake();
  });
}

/** Real time whose callbacks are timed: all that runs is called back by it. */
function timed(real: RealTime, work: { total: number; longest: number }): RealTime {
  const measured = (callback: () => void) => (): void => {
    const start = real.now();
    callback();
    const took = real.now() - start;
    work.total += took;
    work.longest = Math.max(work.longest, took);
  };
  return {
    now: () => real.now(),
    after: (milliseconds, callback) => real.after(milliseconds, measured(callback)),
    soon: (callback) => real.soon(measured(callback)),
  };
}
