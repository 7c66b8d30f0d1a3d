import type { DeviceView } from '../../model/devices.js';
import type { FaultCommand } from '../../model/faults.js';
import type { MenuItem } from '../ui/Menu.svelte';
import { withinSentence } from './device-text.js';

/** The entry that ends every fault. */
export const endAll = 'end all faults';

/** What the menu in the head of the pane offers: to end all faults while `count` are on, of devices and services, and the cables. */
export function faultMenu(devices: readonly DeviceView[], count: number): readonly MenuItem[] {
  const detail = `${count === 1 ? '1 is on, and stays' : `${count} are on, and stay`} for the next run`;
  const end = count === 0 ? [] : [{ id: endAll, label: 'End all faults', detail, group: 'On now' }];
  const cables = devices.map(({ id, label, connected }) => ({
    id,
    label: `${connected ? 'Disconnect' : 'Reconnect'} ${withinSentence(label)}`,
    group: 'Cables; other faults are begun on the card',
  }));
  return [...end, ...cables];
}

/** The command of an entry of a device; `null`: there is no such device any more. */
export function cableCommand(devices: readonly DeviceView[], id: string): FaultCommand | null {
  const device = devices.find((candidate) => candidate.id === id);
  return device === undefined ? null : { device: id, type: device.connected ? 'disconnect' : 'reconnect' };
}
