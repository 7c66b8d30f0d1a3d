import { noteText } from '../model/explanations.js';
import { faultKind, type ServiceFaultCommand, type ServiceFaultName, serviceLabels } from '../model/service-faults.js';
import type { UntimedEvent } from './process/reporter.js';
import type { Timed } from '../model/scenario.js';

/** At the end of a run: which faults of services nobody noticed, and which were still to come (as `faultNotes` tells of devices). */
export function serviceFaultNotes(
  notFired: readonly ServiceFaultName[],
  planned: Iterable<Timed<ServiceFaultCommand>>,
): readonly UntimedEvent[] {
  const notes: UntimedEvent[] = [];
  for (const name of notFired) {
    const message = noteText('fault-without-effect', faultKind(name).label, serviceLabels[name.service], 'asked');
    notes.push({ event: 'note', name: 'fault-without-effect', message });
  }
  for (const { at, what } of planned) {
    if (what.active === false) continue;
    const message = noteText('fault-not-begun', faultKind(what).label, serviceLabels[what.service], at);
    notes.push({ event: 'note', name: 'fault-not-begun', message });
  }
  return notes;
}
