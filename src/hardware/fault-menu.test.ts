import { describe, expect, it } from 'vitest';
import type { DeviceView } from '../../model/devices.js';
import { cableCommand, endAll, faultMenu } from './fault-menu.js';

const device = (id: string, label: string, connected: boolean) => ({ id, label, connected }) as DeviceView;
const devices = [device('thermostat', 'Thermostat', true), device('pump', 'Syringe pump', false)];

describe('the menu of faults', () => {
  it('pulls a cable, and puts one back that is gone', () => {
    expect(faultMenu(devices, 0).map(({ label }) => label)).toEqual(['Disconnect thermostat', 'Reconnect syringe pump']);
    expect(cableCommand(devices, 'thermostat')).toEqual({ device: 'thermostat', type: 'disconnect' });
    expect(cableCommand(devices, 'pump')).toEqual({ device: 'pump', type: 'reconnect' });
    expect(cableCommand(devices, 'gone')).toBeNull();
  });

  it.each([
    [1, '1 is on, and stays for the next run'],
    [3, '3 are on, and stay for the next run'],
  ])('offers first to end all while %d are on', (count, detail) => {
    expect(faultMenu(devices, count)[0]).toMatchObject({ id: endAll, label: 'End all faults', detail });
  });
});
