import type { ClockView, Snapshot } from '../model/snapshot.js';
import type { Run } from './run.js';

/** A run as the page shows it. `shown`: whose process and steps are, when that is another run. */
export function snapshotOf(revision: number, clock: ClockView, run: Run, shown: Run = run): Snapshot {
  return {
    revision,
    clock,
    process: shown.process(),
    steps: shown.protocol?.view() ?? null,
    bench: run.bench.description.name,
    ambient: run.bench.environment.ambient,
    devices: run.bench.views(),
  };
}
