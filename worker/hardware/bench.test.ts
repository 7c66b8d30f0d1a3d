import { describe, expect, it } from 'vitest';
import type { DeviceView } from '../../model/devices.js';
import { quantityOf, QuantityError } from '../quantity/index.js';
import type { ValueChange } from './bench.js';
import { ClaimedError, NodeUnavailableError, OutOfRangeError } from './errors.js';
import { Lab } from './harness.js';
import type { Override } from './hold.js';

const view = (views: readonly DeviceView[], id: string) => views.find((device) => device.id === id)!;
const nodeView = (views: readonly DeviceView[], path: string) => views.flatMap(({ nodes }) => nodes).find((node) => node.path === path)!;

describe('the bench, as a process uses it', () => {
  it('writes a setpoint, waits until the block is there and reads it', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    lab.wait(thermostat.setpoint.write('37 degC'));
    expect(lab.now).toBe(0.02);
    expect(thermostat.setpoint.value?.toString()).toBe('37 °C');
    expect(thermostat.setpoint.target?.toString()).toBe('37 °C');
    const reached = lab.wait(thermostat.readout.reach('36.8 degC'));
    expect(reached.valueIn('degC')).toBeGreaterThanOrEqual(36.8);
    expect(lab.now).toBeGreaterThan(150);
    expect(lab.now).toBeLessThan(300);
    expect(lab.wait(thermostat.readout.read()).valueIn('degC')).toBeCloseTo(37, 0);
  });

  it.each([
    ['70 degC', OutOfRangeError, 'Setpoint 70 °C is out of range: at least 4 °C, at most 60 °C.'],
    [quantityOf(300, 'degC'), OutOfRangeError, 'Setpoint 300 °C is out of range: at least 4 °C, at most 60 °C.'],
    ['0 K', OutOfRangeError, 'Setpoint -273.15 °C is out of range: at least 4 °C, at most 60 °C.'],
    [37, QuantityError, 'Setpoint needs a unit: write "37 degC" instead of 37.'],
    ['37', QuantityError, 'Setpoint needs a unit: write "37 degC" instead of 37.'],
    ['5 min', QuantityError, 'Setpoint is a temperature, but 5 min is a time: write it like "37 degC".'],
    [Number.NaN, QuantityError, 'A quantity needs a finite number, not NaN.'],
    [undefined, QuantityError, 'Setpoint takes a quantity such as "37 degC", not undefined.'],
  ])('refuses to write %s', (value, type, message) => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    const attempt = () => lab.wait(thermostat.setpoint.write(value as string));
    expect(attempt).toThrow(type);
    expect(attempt).toThrow(message);
    expect(thermostat.setpoint.target).toBeUndefined();
  });

  it('takes both bounds of the range, kelvin and fahrenheit', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    for (const [value, text] of [
      ['4 degC', '4 °C'],
      ['60 degC', '60 °C'],
      ['310.15 K', '37 °C'],
      ['98.6 degF', '37 °C'],
      ['36.96 degC', '37 °C'],
    ] as const) {
      lab.wait(thermostat.setpoint.write(value));
      expect(thermostat.setpoint.value?.toString()).toBe(text);
    }
  });

  it('turns off by null where that is possible, and refuses null elsewhere', () => {
    const lab = new Lab();
    const { thermostat, pump } = lab.bench().devices;
    lab.wait(thermostat.setpoint.write('37 degC'));
    lab.wait(thermostat.setpoint.write(null));
    expect(thermostat.setpoint.value).toBeNull();
    expect(thermostat.setpoint.target).toBeNull();
    expect(() => lab.wait(pump.flow.write(null as never))).toThrow('Flow cannot be turned off: null is not allowed here.');
  });

  it('tells a node that was never read from one that is off', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    expect(thermostat.setpoint.value).toBeUndefined();
    expect(lab.wait(thermostat.setpoint.read())).toBeNull();
    expect(thermostat.setpoint.value).toBeNull();
  });

  it('stores a value that is written while the device is disconnected, and writes it when it is back', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const { setpoint } = bench.devices.thermostat;
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    lab.wait(setpoint.write('37 degC'));
    expect(lab.now).toBe(0);
    expect(setpoint).toMatchObject({ settled: true, connected: false, value: undefined });
    expect(setpoint.target?.toString()).toBe('37 °C');
    expect(setpoint.error).toBe('Disconnected: 37 °C is written as soon as the device is back.');
    lab.pass(10);
    bench.fault({ device: 'thermostat', type: 'reconnect' });
    expect(setpoint.settled).toBe(false);
    lab.pass(0.02);
    expect(setpoint).toMatchObject({ settled: true, error: null, connected: true });
    expect(setpoint.value?.toString()).toBe('37 °C');
  });

  it('writes the target again after every reconnection: the device may have been switched off meanwhile', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const { setpoint } = bench.devices.thermostat;
    lab.wait(setpoint.write('37 degC'));
    const link = bench.node('thermostat.setpoint')!.link;
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    bench.fault({ device: 'thermostat', type: 'reconnect' });
    lab.pass(1);
    expect(link.exchanges).toBe(2);
    expect(setpoint.error).toBeNull();
  });

  it('does not read from a disconnected device, and loses what is under way when the cable is pulled', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const { readout } = bench.devices.thermostat;
    const reading = readout.read();
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    expect(() => lab.wait(reading)).toThrow(NodeUnavailableError);
    expect(() => lab.wait(readout.read())).toThrow('Thermostat is disconnected');
    expect(readout.value).toBeUndefined();
  });

  it('loses what is under way even when the cable is back before the answer was due', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const reading = bench.devices.thermostat.readout.read();
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    bench.fault({ device: 'thermostat', type: 'reconnect' });
    expect(() => lab.wait(reading)).toThrow(NodeUnavailableError);
  });

  it('answers one request at a time', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    const readings = [1, 2, 3].map(() => thermostat.readout.read());
    lab.wait(readings[2]!);
    expect(lab.now).toBe(0.06);
    expect(readings.every(({ done }) => done)).toBe(true);
  });

  it('keeps an order that was given when whoever gave it is cancelled', () => {
    const lab = new Lab();
    const { setpoint } = lab.bench().devices.thermostat;
    const writing = setpoint.write('37 degC');
    lab.pass(0.015);
    writing.cancel();
    expect(writing.cancelled).toBe(true);
    lab.pass(1);
    expect(setpoint.value?.toString()).toBe('37 °C');
  });

  it('says what is waited for', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const { thermostat, pump } = bench.devices;
    expect(thermostat.readout.read().label).toBe('thermostat.readout to answer');
    expect(thermostat.setpoint.write('37 degC').label).toBe('thermostat.setpoint to be written');
    const reach = thermostat.readout.reach('36.8 degC');
    expect(reach).toMatchObject({ label: 'thermostat.readout = 36.8 °C', kind: 'plain' });
    lab.pass(1);
    expect(reach.label).toBe('thermostat.readout ≥ 36.8 °C');
    expect(thermostat.readout.reach('37 degC', { tolerance: '0.2 K' }).label).toBe('thermostat.readout = 37 ± 0.2 °C');
    expect(pump.dispensed.reach('100 ul').label).toBe('pump.dispensed = 100 µl');
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    expect(reach.label).toBe('thermostat.readout ≥ 36.8 °C (disconnected)');
  });
});

describe('reaching a value', () => {
  it('waits for a disconnected device to come back', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const { thermostat } = bench.devices;
    lab.wait(thermostat.setpoint.write('30 degC'));
    const reach = thermostat.readout.reach('30 degC', { tolerance: '0.5 K' });
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    lab.pass(600);
    expect(reach.done).toBe(false);
    bench.fault({ device: 'thermostat', type: 'reconnect' });
    lab.pass(1);
    expect(reach.result().valueIn('degC')).toBeCloseTo(30, 0);
  });

  it('takes a tolerance in kelvin, degrees Celsius or Fahrenheit for the same difference', () => {
    const times = ['1 K', '1 degC', '1.8 degF'].map((tolerance) => {
      const lab = new Lab();
      const { thermostat } = lab.bench().devices;
      lab.wait(thermostat.setpoint.write('37 degC'));
      lab.wait(thermostat.readout.reach('37 degC', { tolerance }));
      return lab.now;
    });
    expect(new Set(times).size).toBe(1);
  });

  it('counts a value that was passed between two readings', () => {
    const lab = new Lab();
    const { pump } = lab.bench().devices;
    lab.wait(pump.flow.write('1000 µl/min'));
    const dispensed = lab.wait(pump.dispensed.reach('101 µl')).valueIn('µl');
    expect(dispensed).toBeGreaterThan(101);
    expect(dispensed).toBeLessThan(120);
  });

  it('completes with the first reading when it is there already', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    lab.wait(thermostat.readout.reach('22 degC', { tolerance: '0.5 K' }));
    expect(lab.now).toBe(0.01 + 0.01);
  });

  it('completes at once when somebody else watches already and it is there', () => {
    const lab = new Lab();
    const bench = lab.bench();
    bench.watch('thermostat.readout');
    lab.pass(10.5);
    const reach = bench.devices.thermostat.readout.reach('22 degC', { tolerance: '0.5 K' });
    expect(reach.done).toBe(true);
  });

  it('gives up after its timeout and says what the last reading was', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    const reach = thermostat.readout.reach('50 degC', { timeout: '10 s' });
    expect(() => lab.wait(reach)).toThrow(/^thermostat\.readout has not reached 50 °C within 10 s: it was last 2[12]\.?\d? °C\.$/);
    expect(lab.now).toBe(10);
    lab.pass(10);
    expect(lab.loop.clock.nextAt).toBeNull();
  });

  it('leaves nothing behind when it is cancelled', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    const reach = thermostat.readout.reach('50 degC', { timeout: 100 });
    lab.pass(5);
    reach.cancel();
    lab.pass(5);
    expect(lab.loop.clock.nextAt).toBeNull();
  });

  it('raises a clear error for an unusable goal and watches nothing', () => {
    const lab = new Lab();
    const { thermostat } = lab.bench().devices;
    expect(() => thermostat.readout.reach(37)).toThrow('The value for thermostat.readout needs a unit: write "37 degC" instead of 37.');
    expect(() => thermostat.readout.reach('37 degC', { tolerance: '1 s' })).toThrow('The tolerance is a temperature, but 1 s is a time');
    expect(() => thermostat.readout.reach('37 degC', { tolerance: '-1 K' })).toThrow('The tolerance cannot be negative: -1 K.');
    expect(lab.loop.clock.nextAt).toBeNull();
  });
});

describe('claims of a process', () => {
  function claimed() {
    const lab = new Lab();
    const bench = lab.bench();
    bench.claimant = () => 'incubate';
    const node = bench.node('thermostat.setpoint')!;
    const owners: unknown[] = [];
    node.changed.add((change) => {
      if (change === 'ownership') owners.push(node.claims?.owner?.type ?? null);
    });
    const overrides: Override[] = [];
    bench.onOverride((override) => overrides.push(override));
    return { lab, bench, node, owners, overrides, setpoint: bench.devices.thermostat.setpoint };
  }

  it('claims a node by writing it, until the process ends', () => {
    const { lab, bench, setpoint } = claimed();
    lab.wait(setpoint.write('37 degC'));
    expect(nodeView(bench.views(), 'thermostat.setpoint').claim).toEqual({ type: 'process', name: 'incubate' });
    expect(bench.claims()).toEqual(['thermostat.setpoint']);
    expect(bench.claimsOf('incubate')).toEqual(['thermostat.setpoint']);
    bench.releaseAll('incubate');
    expect(bench.claims()).toEqual([]);
    expect(setpoint.value?.toString()).toBe('37 °C');
  });

  it('loses a node to a person who takes control, and writes its own value again when it is given back', () => {
    const { lab, bench, node, owners, overrides, setpoint } = claimed();
    lab.wait(setpoint.write('37 degC'));
    const person = node.claims!.claim({ type: 'user' }, { force: true });
    node.writer!.set(25);
    lab.pass(1);
    expect(setpoint.value?.toString()).toBe('25 °C');
    expect(bench.claimsOf('incubate')).toEqual([]);
    person.release();
    lab.pass(1);
    expect(setpoint.value?.toString()).toBe('37 °C');
    expect(owners).toEqual(['process', 'user', 'process']);
    expect(overrides).toEqual([
      { path: 'thermostat.setpoint', type: 'lost', holder: 'incubate' },
      { path: 'thermostat.setpoint', type: 'regained', holder: 'incubate' },
    ]);
  });

  it('waits with writing while a person has control', () => {
    const { lab, node, overrides, setpoint } = claimed();
    const person = node.claims!.claim({ type: 'user' }, { force: true });
    const writing = setpoint.write('37 degC');
    lab.pass(100);
    expect(writing).toMatchObject({ done: false, label: 'thermostat.setpoint, which a person controls' });
    expect(setpoint.target).toBeUndefined();
    person.release();
    lab.wait(writing);
    expect(setpoint.value?.toString()).toBe('37 °C');
    // Nothing was lost that it had had.
    expect(overrides).toEqual([]);
  });

  it('leaves the queue when it gives up waiting for a node that it never had', () => {
    const { lab, node, setpoint } = claimed();
    node.claims!.claim({ type: 'user' }, { force: true });
    const writing = setpoint.write('37 degC');
    writing.cancel();
    lab.pass(0);
    expect(node.claims!.waiting).toEqual([]);
  });

  it('fails when it needs a node of another process', () => {
    const { lab, node, setpoint } = claimed();
    node.claims!.claim({ type: 'process', name: 'other' });
    expect(() => lab.wait(setpoint.write('37 degC'))).toThrow(ClaimedError);
    expect(() => lab.wait(setpoint.write('37 degC'))).toThrow('thermostat.setpoint is claimed by other');
  });

  it('gives a claim back by release, by using, and by the end of the process, in any order', () => {
    const { lab, bench, setpoint } = claimed();
    const first = lab.wait(setpoint.claim());
    const second = lab.wait(setpoint.claim());
    expect([first.owned, second.owned]).toEqual([true, true]);
    first.release();
    first.release();
    expect([first.owned, second.owned]).toEqual([false, true]);
    second[Symbol.dispose]();
    expect(bench.claims()).toEqual([]);
    const third = lab.wait(setpoint.claim());
    bench.releaseAll('incubate');
    expect(third.owned).toBe(false);
    expect(() => third.release()).not.toThrow();
  });

  it('does not let an old claim release a newer one', () => {
    const { lab, bench, setpoint } = claimed();
    const old = lab.wait(setpoint.claim());
    bench.releaseAll('incubate');
    const fresh = lab.wait(setpoint.claim());
    old.release();
    expect([old.owned, fresh.owned]).toEqual([false, true]);
    expect(bench.claims()).toEqual(['thermostat.setpoint']);
    fresh.release();
    expect(bench.claims()).toEqual([]);
  });

  it('does not keep a node for an old claim', () => {
    const { lab, bench, setpoint } = claimed();
    lab.wait(setpoint.claim());
    bench.releaseAll('incubate');
    lab.wait(setpoint.claim()).release();
    expect(bench.claims()).toEqual([]);
  });
});

describe('expressions on devices', () => {
  it('wait for a device that is disconnected until it is back', () => {
    const lab = new Lab();
    const bench = lab.bench();
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    const watch = bench.watch('thermostat.readout')!;
    lab.pass(100);
    expect(watch.first.done).toBe(false);
    expect(bench.deviceValue('thermostat.readout')).toBeUndefined();
    bench.fault({ device: 'thermostat', type: 'reconnect' });
    lab.pass(0.02);
    expect(watch.first.done).toBe(true);
    expect(String(watch.value())).toBe(String(bench.deviceValue('thermostat.readout')));
    watch.stop();
    lab.pass(2);
    expect(lab.loop.clock.nextAt).toBeNull();
  });

  it('find no node that does not exist', () => {
    const bench = new Lab().bench();
    expect(bench.watch('thermostat.lid')).toBeNull();
    expect(bench.deviceValue('thermostat.lid')).toBeUndefined();
    expect(bench.fault({ device: 'oven', type: 'disconnect' })).toContain('there is no oven');
  });
});

describe('the trace', () => {
  it('has every other value of a node once, in its unit', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const changes: ValueChange[] = [];
    bench.onChange((change) => changes.push(change));
    const { setpoint } = bench.devices.thermostat;
    lab.wait(setpoint.write('37 degC'));
    lab.wait(setpoint.read());
    lab.wait(setpoint.write(null));
    lab.wait(setpoint.read());
    expect(changes).toEqual([
      { path: 'thermostat.setpoint', value: 37, unit: 'degC' },
      { path: 'thermostat.setpoint', value: null, unit: 'degC' },
    ]);
  });

  it('is the same for the same seed and the same calls, whoever looks, and another for another seed', () => {
    const trace = (seed: number, look: boolean) => {
      const lab = new Lab();
      const bench = lab.bench(seed);
      const changes: unknown[] = [];
      bench.onChange((change) => changes.push([lab.now, change]));
      const { thermostat, pump } = bench.devices;
      lab.wait(thermostat.setpoint.write('37 degC'));
      lab.wait(pump.flow.write('700 µl/min'));
      const reach = thermostat.readout.reach('37 degC', { tolerance: '0.1 K' });
      for (let step = 0; step < 600; step++) {
        if (look) bench.views();
        if (step === 550) void thermostat.setpoint.write('20 degC');
        if (step === 300) void pump.flow.write('100 µl/min');
        if (step === 560) bench.fault({ device: 'thermostat', type: 'disconnect' });
        if (step === 570) bench.fault({ device: 'thermostat', type: 'reconnect' });
        lab.pass(0.7);
      }
      expect(reach.done).toBe(true);
      return JSON.stringify([changes, bench.views()]);
    };
    expect(trace(7, true)).toBe(trace(7, false));
    expect(trace(8, false)).not.toBe(trace(7, false));
  });
});

describe('what the page sees', () => {
  it('is a bench in words and numbers of each node’s own unit', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const thermostat = view(bench.views(), 'thermostat');
    expect(thermostat).toMatchObject({
      label: 'Thermostat',
      connected: true,
      connectedSince: 0,
      activity: 'off',
      headline: 'thermostat.readout',
    });
    expect(thermostat.nodes[1]).toEqual({
      path: 'thermostat.setpoint',
      label: 'Setpoint',
      spec: { type: 'numeric', unit: 'degC', range: [4, 60], resolution: 0.1 },
      readable: true,
      writable: true,
      observed: 'stable',
      nullable: true,
      value: null,
      valueAt: 0,
      settled: true,
      error: null,
      claim: null,
    });
    expect(Math.abs((nodeView(bench.views(), 'thermostat.readout').value as number) - 22)).toBeLessThan(0.3);
    lab.wait(bench.devices.pump.flow.write('8 µl/min'));
    lab.pass(3090);
    expect(view(bench.views(), 'pump')).toMatchObject({ activity: '412 µl dispensed' });
    expect(nodeView(bench.views(), 'pump.flow')).toMatchObject({ value: 8, target: 8 });
  });

  it('moves on without anybody reading, and needs no timer for it', () => {
    const lab = new Lab();
    const bench = lab.bench();
    lab.wait(bench.devices.thermostat.setpoint.write('37 degC'));
    expect(lab.loop.clock.nextAt).toBeNull();
    lab.pass(300);
    const node = nodeView(bench.views(), 'thermostat.readout');
    expect(node.value).toBeCloseTo(36.9, 0);
    expect(node.valueAt).toBe(300);
    expect(bench.devices.thermostat.readout.value).toBeUndefined();
    expect(view(bench.views(), 'thermostat').activity).toBe('holding');
  });

  it('is what a process has read, when that is newer', () => {
    const lab = new Lab();
    const bench = lab.bench();
    lab.pass(10.5);
    lab.wait(bench.devices.thermostat.readout.read());
    const shown = () => nodeView(bench.views(), 'thermostat.readout').valueAt;
    expect(shown()).toBe(10.51);
    lab.pass(1);
    expect(shown()).toBe(11);
  });

  it('stands still while the device is disconnected', () => {
    const lab = new Lab();
    const bench = lab.bench();
    lab.wait(bench.devices.thermostat.setpoint.write('37 degC'));
    lab.pass(60);
    bench.fault({ device: 'thermostat', type: 'disconnect' });
    const before = nodeView(bench.views(), 'thermostat.readout');
    lab.pass(60);
    expect(nodeView(bench.views(), 'thermostat.readout')).toEqual(before);
    expect(view(bench.views(), 'thermostat')).toMatchObject({ connected: false, connectedSince: 60.02 });
    bench.fault({ device: 'thermostat', type: 'reconnect' });
    lab.pass(1);
    expect(nodeView(bench.views(), 'thermostat.readout').value).toBeGreaterThan(before.value as number);
  });

  it('shows the whole run in a bounded number of samples, oldest first', () => {
    const lab = new Lab();
    const bench = lab.bench();
    lab.wait(bench.devices.thermostat.setpoint.write('37 degC'));
    for (const hours of [0.01, 0.1, 1, 24, 1000]) {
      lab.pass(hours * 3600 - lab.now);
      const { history } = view(bench.views(), 'thermostat');
      expect(history.length).toBeGreaterThan(30);
      expect(history.length).toBeLessThanOrEqual(161);
      expect(history[0]![0]).toBe(0);
      expect(history.at(-1)![0]).toBe(Math.floor(lab.now));
      expect(history.every(([at], index) => index === 0 || at > history[index - 1]![0])).toBe(true);
    }
  });

  it('can be cloned and serialised as it is', () => {
    const bench = new Lab().bench();
    const views = bench.views();
    expect(JSON.parse(JSON.stringify(views))).toEqual(views);
  });
});
