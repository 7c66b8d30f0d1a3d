import { describe, expect, it } from 'vitest';
import type { DeviceDescription } from '../../../model/bench.js';
import { hydraulicResistance } from '../fluidics/channel.js';
import { waterViscosity } from '../fluidics/water.js';
import { Lab } from '../harness.js';

/** g/µl, of water at 22 °C. */
const density = 0.000_997_77;
const resistance = (celsius: number) =>
  hydraulicResistance({ type: 'rectangular', width: 100e-6, height: 50e-6, length: 0.02 }, waterViscosity(celsius));
const quiet = { noise: 0, drift: 0, settling: 0.01 };
const balance: DeviceDescription = { name: 'balance', type: 'balance', parameters: quiet, wiring: { beaker: 'channel' } };
const pump: DeviceDescription = { name: 'pump', type: 'pump', wiring: { outlet: 'channel' } };
const chip: DeviceDescription = { name: 'channel', type: 'channel' };

function joined(...devices: readonly DeviceDescription[]) {
  const lab = new Lab();
  const bench = lab.benchOf(devices);
  const node = (path: string) => bench.devices[path.split('.')[0]!]![path.split('.')[1]!]!;
  const read = (path: string, unit: string): number => lab.wait(node(path).read()).valueIn(unit);
  const write = (path: string, value: unknown) => lab.wait(node(path).write(value));
  /** Many readings, so that the noise of the sensors goes. */
  const mean = (path: string, unit: string, count = 40): number => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      lab.pass(0.05);
      sum += read(path, unit);
    }
    return sum / count;
  };
  return { lab, bench, read, write, mean };
}

describe('a balance at the end of a channel', () => {
  it('weighs what has come out, which is late by what gives way, and all of it in the end', () => {
    const { lab, read, write } = joined(pump, chip, balance);
    write('pump.flow', '100 µl/min');
    lab.pass(120);
    const behind = read('pump.dispensed', 'µl') - read('balance.weight', 'g') / density;
    // C Q R = 0.02 µl/mbar × 100 µl/min × R.
    expect(Math.abs(behind - 0.02 * 100 * resistance(22))).toBeLessThan(1.1);
    write('pump.flow', '0 µl/min');
    lab.pass(120);
    expect(Math.abs(read('pump.dispensed', 'µl') - read('balance.weight', 'g') / density)).toBeLessThan(1.1);
  });

  it('weighs nothing while the valve of the channel is closed, and what was pent up once it opens', () => {
    const relays: DeviceDescription = { name: 'relays', type: 'relays' };
    const { lab, read, write } = joined(pump, { ...chip, wiring: { valve: 'relays' } }, relays, balance);
    write('pump.flow', '60 µl/min');
    lab.pass(20);
    write('pump.flow', '0 µl/min');
    expect(read('balance.weight', 'g')).toBe(0);
    write('relays.valve1', true);
    lab.pass(60);
    expect(Math.abs(read('balance.weight', 'g') / density - read('pump.dispensed', 'µl'))).toBeLessThan(1.1);
  });

  it('weighs what a pressure pushes through: p/R in a minute', () => {
    const { lab, read, write } = joined({ name: 'pressure', type: 'pressure', wiring: { outlet: 'channel' } }, chip, balance);
    write('pressure.setpoint', '500 mbar');
    lab.pass(60);
    expect(Math.abs(read('balance.weight', 'g') / density - 500 / resistance(22))).toBeLessThan(1.1);
    write('pressure.setpoint', '0 mbar');
    lab.pass(60);
    expect(Math.abs(read('balance.weight', 'g') / density - 500 / resistance(22))).toBeLessThan(1.5);
  });

  it('shows on the page what it showed before the flow changed', () => {
    const { lab, bench, write } = joined(pump, chip, balance);
    const stable = () => bench.views()[2]!.nodes.find(({ path }) => path === 'balance.stable')!.value;
    lab.pass(5.5);
    write('pump.flow', '1000 µl/min');
    // Of the last whole second, at which nothing flowed.
    expect(stable()).toBe(true);
  });
});

describe('a channel on a block', () => {
  const warm: DeviceDescription = { ...chip, wiring: { block: 'thermostat' } };
  const thermostat: DeviceDescription = { name: 'thermostat', type: 'thermostat' };

  it('resists as its water does at the temperature of the block: 28 % less at 37 than at 22 °C', () => {
    const { lab, write, mean } = joined(thermostat, pump, warm);
    write('pump.flow', '200 µl/min');
    lab.pass(60);
    expect(mean('channel.pressure', 'mbar') / (200 * resistance(22))).toBeCloseTo(1, 2);
    write('thermostat.setpoint', '37 degC');
    lab.pass(900);
    expect(Math.abs(mean('channel.pressure', 'mbar') / (200 * resistance(37)) - 1)).toBeLessThan(0.004);
    expect(resistance(37) / resistance(22)).toBeCloseTo(0.72, 1);
  });

  it('follows while the block gets warm and cold, and cares for no room', () => {
    const { lab, bench, read, write, mean } = joined(
      thermostat,
      { name: 'pressure', type: 'pressure', wiring: { outlet: 'channel' } },
      warm,
    );
    write('pressure.setpoint', '1000 mbar');
    write('thermostat.setpoint', '50 degC');
    for (const seconds of [30, 60, 60, 300]) {
      lab.pass(seconds);
      const flow = mean('channel.flow', 'µl/min');
      const celsius = mean('thermostat.readout', 'degC');
      // Within a kelvin, by which the block moves while it is read.
      expect(flow / (1000 / resistance(celsius))).toBeGreaterThan(0.97);
      expect(flow / (1000 / resistance(celsius))).toBeLessThan(1.03);
    }
    const before = mean('channel.flow', 'µl/min');
    bench.environment.setAmbient(24);
    lab.pass(300);
    expect(Math.abs(mean('channel.flow', 'µl/min') / before - 1)).toBeLessThan(0.01);
    write('thermostat.setpoint', null);
    lab.pass(2 * 3600);
    expect(mean('channel.flow', 'µl/min') / (1000 / resistance(read('thermostat.readout', 'degC')))).toBeCloseTo(1, 2);
  });

  it('delivers over a change what the sum of small steps is', () => {
    const { lab, read, write } = joined(thermostat, { name: 'pressure', type: 'pressure', wiring: { outlet: 'channel' } }, warm, balance);
    write('thermostat.setpoint', '50 degC');
    write('pressure.setpoint', '1000 mbar');
    const before = read('channel.delivered', 'µl');
    let sum = 0;
    for (let second = 0; second < 240; second++) {
      const celsius = read('thermostat.readout', 'degC');
      lab.pass(0.98);
      sum += 1000 / resistance(celsius) / 60;
    }
    const delivered = read('channel.delivered', 'µl') - before;
    expect(Math.abs(delivered / sum - 1)).toBeLessThan(0.02);
    expect(Math.abs(read('balance.weight', 'g') / density / read('channel.delivered', 'µl') - 1)).toBeLessThan(0.01);
  });

  it('has nothing left to do once the block has come to rest', () => {
    const { lab, write } = joined(thermostat, warm);
    expect(lab.loop.clock.size).toBe(0);
    write('thermostat.setpoint', '37 degC');
    lab.pass(5);
    expect(lab.loop.clock.size).toBe(1);
    lab.pass(900);
    expect(lab.loop.clock.size).toBe(0);
  });
});
