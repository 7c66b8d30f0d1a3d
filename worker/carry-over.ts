import { ambientNode } from '../model/control.js';
import type { Run } from './run.js';

/**
 * What a person has done to the bench by hand is done to the one that takes its place, before anything runs there: faults that are on
 * and fit it, and the temperature of the room where both benches began with the same (docs/faults.md).
 */
export function carryOver(from: Run, to: Run): void {
  const { bench } = from;
  // What does not fit the other bench is left out by it.
  for (const command of bench.faults.commands()) to.faults.device(command);
  for (const command of from.services.faultCommands()) to.faults.service(command);
  const { ambient } = bench.environment;
  const began = to.bench.environment.ambient;
  if (bench.began.ambient === began && ambient !== began) to.control({ type: 'set', node: ambientNode.path, value: ambient });
}
