import { describe, expect, it } from 'vitest';
import type { FaultCommand } from '../../model/faults.js';
import { NodeUnavailableError } from './errors.js';
import { Lab } from './harness.js';

const readout = 'thermostat.readout';
const fault = (type: FaultCommand['type'], more: Partial<FaultCommand> = {}): FaultCommand => ({ device: 'thermostat', type, ...more });

function bed() {
  const lab = new Lab();
  const bench = lab.bench();
  const { thermostat, pump } = bench.devices;
  const read = (): number => lab.wait(thermostat.readout.read()).valueIn('degC');
  const fired = (): readonly boolean[] => bench.faults.records.map((record) => record.fired);
  return { lab, bench, thermostat, pump, read, fired };
}

describe('a fault', () => {
  it('lets readings fail, of this node alone, until it is over', () => {
    const { lab, bench, thermostat, fired } = bed();
    bench.fault(fault('read-error', { node: readout, for: 5 }));
    expect(() => lab.wait(thermostat.readout.read())).toThrow(NodeUnavailableError);
    expect(() => lab.wait(thermostat.readout.read())).toThrow('Readout cannot be read: its sensor gives no valid value.');
    lab.wait(thermostat.setpoint.write('37 degC'));
    expect(lab.wait(thermostat.setpoint.read())?.toString()).toBe('37 °C');
    lab.pass(5);
    expect(() => lab.wait(thermostat.readout.read())).not.toThrow();
    expect(fired()).toEqual([true]);
  });

  it('lets writing fail, of this node alone, and the device lives on', () => {
    const { lab, bench, thermostat } = bed();
    bench.fault(fault('write-error', { node: 'thermostat.setpoint' }));
    expect(() => lab.wait(thermostat.setpoint.write('37 degC'))).toThrow('Setpoint cannot be written: the device refuses the value.');
    expect(thermostat.setpoint.error).toContain('cannot be written');
    expect(() => lab.wait(thermostat.readout.read())).not.toThrow();
    bench.fault(fault('write-error', { node: 'thermostat.setpoint', active: false }));
    lab.wait(thermostat.setpoint.write('37 degC'));
    expect(thermostat.setpoint).toMatchObject({ error: null });
  });

  it('that refused a value lets it be written once it is over, as a return does', () => {
    const { lab, bench, thermostat } = bed();
    bench.fault(fault('write-error', { node: 'thermostat.setpoint', for: 30 }));
    expect(() => lab.wait(thermostat.setpoint.write('37 degC'))).toThrow('the device refuses the value');
    lab.pass(29);
    expect(thermostat.setpoint.value).toBeUndefined();
    lab.pass(1.1);
    expect([thermostat.setpoint.value?.toString(), thermostat.setpoint.error, thermostat.setpoint.settled]).toEqual(['37 °C', null, true]);
    lab.pass(600);
    expect(lab.wait(thermostat.readout.read()).valueIn('degC')).toBeCloseTo(37, 0);
  });

  it('that refused two values lets the newer one be written, and nothing when nothing was refused', () => {
    const { lab, bench, thermostat, pump } = bed();
    lab.wait(pump.flow.write('5 µl/min'));
    lab.pass(1);
    const before = bench.node('pump.flow')!.link.exchanges;
    bench.fault(fault('write-error', { for: 30 }));
    bench.fault({ device: 'pump', type: 'write-error', for: 30 });
    for (const value of ['37 degC', '30 degC']) expect(() => lab.wait(thermostat.setpoint.write(value))).toThrow('refuses');
    const seen: unknown[] = [];
    bench.onChange(({ path, value }) => seen.push([path, value]));
    lab.pass(31);
    expect(seen).toEqual([['thermostat.setpoint', 30]]);
    expect(bench.node('pump.flow')!.link.exchanges - before).toBe(0);
  });

  it('that refused a value of a device that is away by then leaves it to its return', () => {
    const { lab, bench, thermostat, fired } = bed();
    bench.fault(fault('write-error', { for: 30 }));
    expect(() => lab.wait(thermostat.setpoint.write('37 degC'))).toThrow('refuses');
    lab.pass(1);
    bench.fault(fault('disconnect', { for: 60 }));
    lab.pass(35);
    expect(thermostat.setpoint.value).toBeUndefined();
    lab.pass(30);
    expect(thermostat.setpoint.value?.toString()).toBe('37 °C');
    expect(fired()).toEqual([true, true]);
  });

  it('holds a reading where it was, and lets it go again', () => {
    const { lab, bench, thermostat, read } = bed();
    lab.wait(thermostat.setpoint.write('60 degC'));
    bench.fault(fault('stuck', { node: readout, for: 300 }));
    const stuck = read();
    lab.pass(200);
    expect(read()).toBe(stuck);
    lab.pass(101);
    expect(read()).toBeGreaterThan(stuck + 10);
  });

  it('moves a reading away in proportion to time', () => {
    const { lab, bench, read } = bed();
    const before = read();
    bench.fault(fault('drift', { node: readout, amount: 6 }));
    lab.pass(120);
    expect(read() - before).toBeGreaterThan(11.5);
    expect(read() - before).toBeLessThan(12.5);
    bench.fault(fault('drift', { node: readout, active: false }));
    expect(Math.abs(read() - before)).toBeLessThan(0.4);
  });

  it('multiplies the usual noise', () => {
    const spread = (amount: number | null): number => {
      const { lab, bench, read } = bed();
      if (amount !== null) bench.fault(fault('noise', { node: readout, amount }));
      const values = Array.from({ length: 400 }, () => {
        lab.pass(1);
        return read();
      });
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    };
    // A usual reading has 0.05 K of noise, and 0.03 K of rounding.
    expect(spread(null)).toBeLessThan(0.08);
    expect(spread(20)).toBeGreaterThan(0.9);
    expect(spread(20)).toBeLessThan(1.1);
    expect(spread(20)).toBe(spread(20));
  });

  it.each([
    ['of a whole device', fault('slow', { amount: 2 }), 2.02, 2.02],
    ['of one node', fault('slow', { node: readout, amount: 2 }), 2.02, 0.02],
  ])('makes answers late: %s', (_, command, reading, writing) => {
    const { lab, bench, thermostat, fired } = bed();
    bench.fault(command);
    lab.wait(thermostat.readout.read());
    expect(lab.now).toBe(reading);
    const before = lab.now;
    lab.wait(thermostat.setpoint.write('37 degC'));
    expect(lab.now - before).toBeCloseTo(writing, 6);
    expect(fired()).toEqual([true]);
  });

  it('disconnects for a while, and what is wanted is written then', () => {
    const { lab, bench, thermostat, fired } = bed();
    bench.fault(fault('disconnect', { for: 30 }));
    lab.wait(thermostat.setpoint.write('37 degC'));
    lab.pass(29);
    expect(thermostat.setpoint.connected).toBe(false);
    lab.pass(2);
    expect(thermostat.setpoint.value?.toString()).toBe('37 °C');
    expect(fired()).toEqual([true]);
  });

  it('that a device reports is fought by the writer: what drifts is written again (scenario 99)', () => {
    const { lab, bench, pump } = bed();
    lab.wait(pump.flow.write('100 µl/min'));
    const seen: unknown[] = [];
    bench.onChange(({ path, value }) => path === 'pump.flow' && seen.push(value));
    bench.fault({ device: 'pump', node: 'pump.flow', type: 'drift', amount: 60, for: 3.5 });
    lab.pass(10);
    expect(seen).toEqual([101, 100, 101, 100, 101, 100]);
    expect(bench.node('pump.flow')?.reading?.value).toBe(100);
  });

  it('befalls every node that it fits when it befalls a device', () => {
    const { lab, bench, thermostat } = bed();
    bench.fault(fault('read-error'));
    expect(() => lab.wait(thermostat.readout.read())).toThrow('Readout cannot be read');
    expect(() => lab.wait(thermostat.setpoint.read())).toThrow('Setpoint cannot be read');
  });

  it('shows while it is on, with how long it lasts, and tells of its beginning and end', () => {
    const { lab, bench } = bed();
    const told: unknown[] = [];
    bench.onFault((change) => told.push([lab.now, change.type, change.active]));
    lab.pass(1);
    bench.fault(fault('slow', { for: 10 }));
    expect(bench.views()[0]?.faults).toEqual([{ node: null, type: 'slow', since: 1, until: 11, amount: 2 }]);
    lab.pass(2);
    bench.fault(fault('slow', { for: 10, amount: 3 }));
    expect(bench.views()[0]?.faults).toEqual([{ node: null, type: 'slow', since: 3, until: 13, amount: 3 }]);
    lab.pass(20);
    expect(bench.views()[0]?.faults).toEqual([]);
    expect(told).toEqual([
      [1, 'slow', true],
      [3, 'slow', false],
      [3, 'slow', true],
      [13, 'slow', false],
    ]);
  });

  it('has made no difference when nobody looked; that the page looks does not count', () => {
    const { lab, bench, fired } = bed();
    bench.fault(fault('stuck', { node: readout, for: 5 }));
    bench.fault(fault('disconnect', { for: 5 }));
    lab.pass(3);
    bench.views();
    lab.pass(10);
    expect(fired()).toEqual([false, false]);
  });

  it('that does not fit is refused in words, and changes nothing', () => {
    const { bench } = bed();
    expect(bench.fault(fault('drift', { node: 'thermostat.setpoint' }))).toBe(
      'drift does not fit thermostat.setpoint: what fits is read-error, write-error, stuck, slow',
    );
    expect(bench.views().flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('leaves the card with the last value while readings fail, and shows what drifts', () => {
    const { lab, bench } = bed();
    const shown = (): number => bench.views()[0]!.nodes[0]!.value as number;
    lab.pass(1);
    const before = shown();
    bench.fault(fault('drift', { node: readout, amount: 60, for: 10 }));
    lab.pass(5);
    expect(shown()).toBeGreaterThan(before + 3);
    bench.fault(fault('read-error', { node: readout }));
    const last = shown();
    lab.pass(20);
    expect(shown()).toBe(last);
  });
});
