import { noteText } from '../model/explanations.js';
import { type FaultCommand, faults, type FaultType } from '../model/faults.js';
import type { FaultRecord } from './hardware/index.js';
import type { UntimedEvent } from './process/reporter.js';
import type { Timed } from '../model/scenario.js';

/** At the end of a run: which faults nobody noticed, so that nobody takes a process for robust that was never tried. */
export function faultNotes(records: readonly FaultRecord[], planned: Iterable<Timed<FaultCommand>>): readonly UntimedEvent[] {
  const notes: UntimedEvent[] = [];
  for (const { device, node, type, fired } of records) {
    if (fired) continue;
    const message = noteText('fault-without-effect', faults[type].label, node ?? device, faults[type].shows);
    notes.push({ event: 'note', name: 'fault-without-effect', message });
  }
  for (const { at, what: command } of planned) {
    if (command.type === 'reconnect' || command.active === false) continue;
    const type: FaultType = command.type;
    const message = noteText('fault-not-begun', faults[type].label, command.node ?? command.device, at);
    notes.push({ event: 'note', name: 'fault-not-begun', message });
  }
  return notes;
}
