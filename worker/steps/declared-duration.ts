import type { Term } from '../../model/term.js';
import type { DataDocument } from '../data/index.js';
import { type DeviceValues, evaluateNow } from '../process/collect.js';
import type { Program } from '../process/program.js';
import { type DurationInput, RemainingTime } from '../process/remaining-time.js';

/** How long a process says that it takes with its data; unknown where it does not say, or cannot. */
export function declaredDuration(program: Program, data: DataDocument, devices: DeviceValues): Term {
  try {
    const collected = evaluateNow(data, program, devices);
    const declared = collected.ok ? program.duration(collected.value) : undefined;
    if (declared === undefined || declared === null) return { type: 'unknown' };
    const remaining = new RemainingTime();
    remaining.setDuration(declared as DurationInput, 0, true);
    return remaining.term;
  } catch {
    // The owner tells of it when the step is reached.
    return { type: 'unknown' };
  }
}
