import { describe, expect, it } from 'vitest';
import { embedState, namedDevices } from './embed-state.js';
import type { DeviceView } from './devices.js';
import { nothingPending } from './owner.js';
import { noServices } from './services.js';
import type { ProcessView, Snapshot } from './snapshot.js';

const pump: DeviceView = {
  id: 'pump',
  label: 'Syringe pump',
  kind: 'pump',
  connected: true,
  connectedSince: 0,
  activity: 'idle',
  nodes: [
    {
      path: 'pump.volume',
      label: 'Volume',
      spec: { type: 'numeric', unit: 'ul', range: null, resolution: 1 },
      readable: true,
      writable: false,
      observed: 'polled',
      nullable: false,
      value: 120,
      settled: true,
      error: null,
      claim: { type: 'process', name: 'rinse' },
    },
  ],
  faults: [],
  headline: 'pump.volume',
  history: [],
};
const paused: ProcessView = {
  name: 'rinse',
  state: { mode: 'running', form: 'paused', pausable: true },
  pending: nothingPending,
  instance: 1,
  location: { value: { index: 5, volume: { value: 20.000001, unit: 'ul' }, phase: 'washing' }, at: 3 },
  term: { type: 'duration', value: 32 },
  suspension: { at: [{ function: 'rinse', line: 6, column: 11, endLine: 6, endColumn: 30, kind: 'checkpoint' }], since: 3 },
  failure: null,
  detached: [],
};
const snapshot: Snapshot = {
  revision: 1,
  clock: { now: 48, speed: 10, rate: 10, held: false },
  process: paused,
  steps: null,
  bench: 'default',
  ambient: 22,
  devices: [pump, { ...pump, id: 'pump2', label: 'Other pump', connected: false, activity: '', nodes: [] }],
};

describe('how an embedded run stands', () => {
  it('says everything in words', () => {
    expect(embedState(snapshot, { announced: 80, code: "await pump.dispense('20 µl');" })).toEqual({
      state: 'Paused',
      now: 48,
      line: 6,
      left: '32 s left',
      progress: 0.6,
      location: [
        ['index', '5'],
        ['volume', '20 µl'],
        ['phase', 'washing'],
      ],
      devices: [{ label: 'Syringe pump', headline: '120 µl', note: 'idle · claimed by rinse' }],
      failure: null,
    });
  });

  it('is ready before a run, with all devices when no text says which', () => {
    const state = embedState({ ...snapshot, process: null });
    expect(state).toMatchObject({ state: 'Ready', left: 'Not running', line: null, progress: null, location: [] });
    expect(state.devices.map(({ label, note }) => `${label}: ${note}`)).toEqual([
      'Syringe pump: idle · claimed by rinse',
      'Other pump: disconnected',
    ]);
  });

  it('shows progress as a bar, not as rows, and other data on one line', () => {
    const at = (value: ProcessView['location']) => embedState({ ...snapshot, process: { ...paused, location: value } });
    expect(at({ value: { progress: 0.25, date: null, duration: 1000, phase: 'x'.repeat(50) }, at: 0 })).toMatchObject({
      progress: 0.25,
      location: [['phase', `${'x'.repeat(39)}…`]],
    });
    expect(at({ value: [1, 2], at: 0 }).location).toEqual([['', '[1, 2]']]);
  });

  it('takes the names of devices as whole words', () => {
    expect(namedDevices(snapshot.devices, 'pump2.stop()').map(({ id }) => id)).toEqual(['pump2']);
    expect(namedDevices(snapshot.devices, 'pumping')).toEqual([]);
  });

  it('tells the failure that it is given, else that of the process', () => {
    const failed = { ...snapshot, process: { ...paused, failure: { kind: 'process', name: 'Error', message: 'Stuck.' } as const } };
    expect(embedState(failed).failure).toBe('Stuck.');
    expect(embedState(failed, { failure: 'Not loaded.' }).failure).toBe('Not loaded.');
  });

  it('counts what the services did that the text imports', () => {
    const view = { ...noServices, web: { ...noServices.web, started: 2, failed: 1 }, mail: { ...noServices.mail, accepted: 1 } };
    const services = { view, code: "import { web, pump, mail, files } from 'hardware';" };
    expect(embedState(snapshot, { code: '', services }).devices).toEqual([
      { label: 'Web', headline: '2 requests', note: '1 failed' },
      { label: 'Mail', headline: '1 mail', note: '' },
      { label: 'Files', headline: '0 files', note: '' },
    ]);
    expect(embedState({ ...snapshot, process: null, devices: [] }, { code: '', services }).devices).toEqual([]);
  });
});
