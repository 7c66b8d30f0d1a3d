import { alternate } from '../measure/alternate.js';
import type { Engine, Workload } from './workload.js';
import { workloads } from './workload.js';

/** Events per second of each engine, round by round, for one workload. */
export interface Measured {
  readonly workload: Workload;
  readonly rates: Readonly<Record<string, readonly number[]>>;
  /** Engines whose trace differs from the first one's: their numbers mean nothing. */
  readonly different: readonly string[];
}

/** Runs every engine on every workload, in this thread. The first engine says what the trace is. */
export async function study(engines: readonly Engine[], rounds: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const workload of workloads) {
    const hashes = new Map<string, number>();
    const variants = engines.map((engine) => [
      engine.name,
      async () => {
        const start = performance.now();
        const { hash, events } = await engine.run(workload);
        const seconds = (performance.now() - start) / 1000;
        hashes.set(engine.name, events === workload.processes * workload.sleeps ? hash : Number.NaN);
        return events / seconds;
      },
    ]);
    const rates = await alternate(Object.fromEntries(variants) as Record<string, () => Promise<number>>, { rounds, warmUp: 2 });
    const [first] = hashes.values();
    measured.push({ workload, rates, different: [...hashes].filter(([, hash]) => hash !== first).map(([name]) => name) });
  }
  return measured;
}
