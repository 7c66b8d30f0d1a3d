import { describe, expect, it } from 'vitest';
import type { DeviceView, NodeView } from '../../model/devices.js';
import { claimText, connectionText, curveText, lastsText, valueText } from './device-text.js';

const readout: NodeView = {
  path: 'thermostat.readout',
  label: 'Readout',
  spec: { type: 'numeric', unit: 'degC', range: null, resolution: 0.1 },
  readable: true,
  writable: false,
  observed: 'polled',
  nullable: false,
  settled: true,
  error: null,
  claim: null,
};
const valve: NodeView = {
  ...readout,
  spec: {
    type: 'enum',
    cases: [{ id: 'open', label: 'Open' }],
  },
};
const device: DeviceView = {
  id: 'thermostat',
  label: 'Thermostat',
  kind: 'thermostat',
  connected: false,
  connectedSince: 100,
  activity: '',
  nodes: [readout],
  faults: [],
  headline: readout.path,
  history: [],
};

describe('a device in words', () => {
  it('shows a number with its resolution and unit', () => {
    expect(valueText(readout, 36.24)).toBe('36.2 °C');
  });

  it('tells never read from off', () => {
    expect(valueText(readout, undefined)).toBe('–');
    expect(valueText(readout, null)).toBe('off');
  });

  it('shows the label of a case', () => {
    expect(valueText(valve, 'open')).toBe('Open');
    expect(valueText(valve, 'odd')).toBe('odd');
  });

  it('says for how long it has been disconnected', () => {
    expect(connectionText(device, 108)).toBe('disconnected 00:08');
    expect(connectionText({ ...device, connected: true }, 108)).toBe('connected');
  });

  it('says how long a fault still lasts', () => {
    const fault = { node: null, type: 'slow', since: 0, until: 100, amount: 2 } as const;
    expect(lastsText(fault, 30.5)).toBe('01:10 left');
    expect(lastsText({ ...fault, until: null }, 30)).toBe('until it is ended');
  });

  it('names the person before the process when both claim parts of it', () => {
    const byProcess: NodeView = { ...readout, claim: { type: 'process', name: 'incubate' } };
    expect(claimText([readout])).toBe('');
    expect(claimText([byProcess])).toBe('claimed by incubate');
    expect(claimText([byProcess, { ...readout, claim: { type: 'user' } }])).toBe('claimed by you');
  });

  it('describes its curve', () => {
    expect(
      curveText(readout, [
        [0, 20],
        [60, 36],
      ]),
    ).toBe('Readout over the last 1 min: from 20.0 °C to 36.0 °C.');
  });
});
