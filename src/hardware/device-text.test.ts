import { describe, expect, it } from 'vitest';
import type { DeviceView, NodeView } from '../../model/devices.js';
import { claimText, connectionText, curveText, headText, lastsText, setpointOf, withinSentence } from './device-text.js';
import { valueText } from '../../model/value-text.js';

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

  it('writes a name small within a sentence, unless it is an abbreviation', () => {
    expect(['Syringe pump', 'XY stage', 'PLC tag'].map(withinSentence)).toEqual(['syringe pump', 'XY stage', 'PLC tag']);
  });

  it('heads the card of several switches with what the device does', () => {
    const relay: NodeView = { ...readout, spec: { type: 'boolean' }, value: false };
    expect(headText(relay, 'all closed')).toBe('all closed');
    expect(headText(relay, '')).toBe('off');
    expect(headText({ ...readout, value: 36.24 }, 'holding')).toBe('36.2 °C');
  });

  it('takes a setting in the same unit for what a value is to be, and nothing that lies in the device', () => {
    const setpoint: NodeView = { ...readout, path: 'thermostat.setpoint', writable: true };
    const volume: NodeView = { ...setpoint, spec: { type: 'numeric', unit: 'ml', range: null, resolution: 0.01 } };
    expect(setpointOf(readout, [readout, volume, { ...setpoint, byHand: true }])).toBeUndefined();
    expect(setpointOf(readout, [readout, volume, setpoint])).toBe(setpoint);
    expect(setpointOf(setpoint, [readout, setpoint])).toBe(setpoint);
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
