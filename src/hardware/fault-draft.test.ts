import { describe, expect, it } from 'vitest';
import type { DeviceView, NodeView } from '../../model/devices.js';
import { amountUnit, commandOf, draftAt, faultPlaces } from './fault-draft.js';

const node: NodeView = {
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
const device: DeviceView = {
  id: 'thermostat',
  label: 'Thermostat',
  kind: 'thermostat',
  connected: true,
  connectedSince: 0,
  activity: '',
  nodes: [node, { ...node, path: 'thermostat.setpoint', label: 'Setpoint', writable: true, observed: 'stable' }],
  faults: [],
  headline: node.path,
  history: [],
};

describe('a fault that a person puts together', () => {
  it('can be of the whole device or of a node', () => {
    expect(faultPlaces(device).map(({ label }) => label)).toEqual(['Whole device', 'Readout', 'Setpoint']);
  });

  it('begins with what fits and sensible numbers, and keeps the fault when another place takes it too', () => {
    expect(draftAt(device, '')).toEqual({ node: '', type: 'disconnect', amount: '', seconds: '30' });
    expect(draftAt(device, node.path, 'drift')).toEqual({ node: node.path, type: 'drift', amount: '1', seconds: '30' });
    expect(draftAt(device, 'thermostat.setpoint', 'drift').type).toBe('read-error');
    expect(amountUnit(device, node.path, 'drift')).toBe('°C/min');
  });

  it('is slipping where something moves, with the percent that are lost', () => {
    const stage: DeviceView = { ...device, id: 'stage', slips: 'the carriage' };
    expect(draftAt(device, '', 'slipping').type).toBe('disconnect');
    expect(draftAt(stage, '', 'slipping')).toEqual({ node: '', type: 'slipping', amount: '10', seconds: '30' });
    expect(draftAt(stage, node.path, 'slipping').type).not.toBe('slipping');
    expect(amountUnit(stage, '', 'slipping')).toBe('%');
    expect(commandOf(stage, { node: '', type: 'slipping', amount: '25', seconds: '' })).toEqual({
      ok: true,
      command: { device: 'stage', type: 'slipping', amount: 25 },
    });
  });

  it('becomes a command', () => {
    expect(commandOf(device, { node: node.path, type: 'drift', amount: '-0,5', seconds: '' })).toEqual({
      ok: true,
      command: { device: 'thermostat', node: 'thermostat.readout', type: 'drift', amount: -0.5 },
    });
    expect(commandOf(device, { node: '', type: 'disconnect', amount: '', seconds: '30' })).toEqual({
      ok: true,
      command: { device: 'thermostat', type: 'disconnect', for: 30 },
    });
  });

  it.each([
    [{ node: node.path, type: 'drift', amount: 'x', seconds: '' }, 'Drift per minute must be a number.', 'amount'],
    [{ node: '', type: 'slow', amount: '0', seconds: '' }, 'takes an amount of at least 0.001', 'amount'],
    [
      { node: '', type: 'disconnect', amount: '', seconds: '-1' },
      'How long it lasts must be a number of seconds above 0, or empty.',
      'seconds',
    ],
    [{ node: '', type: 'disconnect', amount: '', seconds: 'soon' }, 'How long it lasts', 'seconds'],
  ] as const)('is refused in words: %o', (draft, problem, field) => {
    expect(commandOf(device, draft)).toMatchObject({ ok: false, field, problem: expect.stringContaining(problem) as string });
  });
});
