import { realTimeOf } from '../../worker/clock/real-time.js';
import { Session } from '../../worker/session.js';

export interface Order {
  /** Locations that the process sends, each after a sleep: three events each. */
  readonly wakes: number;
  readonly looks: number;
}

/** All in milliseconds of real time. */
export interface Scrubbed {
  readonly events: number;
  /** The run itself, at *Max*. */
  readonly run: number;
  /** The instants of the whole run, in no order. */
  readonly moments: readonly number[];
  /** One event after the other. */
  readonly steps: readonly number[];
  readonly glimpses: readonly number[];
  /** The whole run once more, as for a request that is foreseen or a fork. */
  readonly replays: readonly number[];
}

/** A process that sends so many locations, each after a sleep, on a bench with a thermostat that it heats. */
export const longRun = (wakes: number): string => `import * as asyncio from 'asyncio';
import { thermostat } from 'hardware';
export default async function p(context) {
  context.pausable = true;
  await thermostat.setpoint.write('37 degC');
  for (let n = 0; n < ${wakes}; n++) { await asyncio.sleep(0.1); context.sendLocation({ n }); await context.checkpoint(); }
}`;

/** A long run on a bench with a thermostat, and looks at its instants. */
export async function scrub({ wakes, looks }: Order): Promise<Scrubbed> {
  const session = new Session({ realTime: realTimeOf(globalThis as never), publish: () => later(40) });
  const began = performance.now();
  session.run({
    source: { language: 'typescript', code: longRun(wakes) },
    data: { value: null },
    seed: 1,
    bench: 'default',
    speed: 'max',
    held: false,
  });
  const end = wakes / 10;
  while (session.clock({ type: 'speed', speed: 'max' }).snapshot.process?.state.mode !== 'done') await later(5);
  const run = performance.now() - began;
  // Instants without an order, but the same ones each time.
  const instants = Array.from({ length: looks }, (_, index) => ((index * 0.6180339887) % 1) * end);
  const each = async (list: readonly number[], look: (at: number) => unknown): Promise<number[]> => {
    const times: number[] = [];
    for (const at of list) {
      const start = performance.now();
      await look(at);
      times.push(performance.now() - start);
    }
    return times;
  };
  const steps = Array.from({ length: looks }, (_, index) => end / 2 + index / 10);
  return {
    events: session.trace(0, 0).total,
    run,
    moments: await each(instants, (at) => session.moment(at)),
    steps: (await each(steps, (at) => session.moment(at))).slice(1),
    glimpses: await each(instants, (at) => session.glimpse(at)),
    replays: await each(instants.slice(0, 5), () => session.foresee({ type: 'pause' })),
  };
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) =>
    (globalThis as unknown as { setTimeout(call: () => void, ms: number): void }).setTimeout(resolve, milliseconds),
  );
}
