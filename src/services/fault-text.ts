import {
  faultKind,
  type FaultyService,
  type ServiceFaultCommand,
  serviceFaults,
  type ServiceFaultView,
} from '../../model/service-faults.js';
import type { MenuItem } from '../ui/Menu.svelte';

/** A fault that is on, in words: `Answer 503, 2 times more`. */
export function faultText(fault: ServiceFaultView): string {
  const { label } = faultKind(fault);
  if (fault.left !== null) return `${label}, ${fault.left === 1 ? 'once more' : `${fault.left} times more`}`;
  return fault.fired === 0 ? `${label}, not met yet` : `${label}, met ${fault.fired === 1 ? 'once' : `${fault.fired} times`}`;
}

/** What the menu of a service offers: to begin a fault, or to end one that is on. */
export function faultItems(service: FaultyService, faults: readonly ServiceFaultView[]): readonly MenuItem[] {
  return Object.entries(serviceFaults[service]).map(([type, { label, detail }]) => {
    const on = faults.some((fault) => fault.service === service && fault.type === type);
    return { id: type, label: on ? `End: ${label}` : label, detail: on ? 'It is on' : detail, checked: on };
  });
}

/** The command of an entry of the menu. */
export function faultCommand(service: FaultyService, type: string, faults: readonly ServiceFaultView[]): ServiceFaultCommand {
  const on = faults.some((fault) => fault.service === service && fault.type === type);
  // The entries are those of the table.
  return { service, type, ...(on ? { active: false } : {}) } as ServiceFaultCommand;
}
