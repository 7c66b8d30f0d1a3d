import { ambientNode } from '../model/control.js';
import type { Act } from '../model/recording.js';
import type { Run } from './run.js';

/**
 * What a person has done to the bench by hand, as it is done to the one that takes its place, before anything runs there: faults that are on
 * and fit it, and the temperature of the room where both benches began with the same (docs/faults.md).
 */
export function carriedOver(from: Run, to: Run): readonly Act[] {
  const { bench } = from;
  const { ambient } = bench.environment;
  const began = to.bench.environment.ambient;
  const room = bench.began.ambient === began && ambient !== began;
  return [
    // What does not fit the other bench is left out by it.
    ...bench.faults.commands().map((what): Act => ({ type: 'fault', what })),
    ...from.services.faultCommands().map((what): Act => ({ type: 'service-fault', what })),
    ...(room ? [{ type: 'control', what: { type: 'set', node: ambientNode.path, value: ambient } } as const] : []),
  ];
}
