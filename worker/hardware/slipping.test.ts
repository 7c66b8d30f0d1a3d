import { describe, expect, it } from 'vitest';
import { everythingBench } from '../../model/benches/everything.js';
import { imagingBench } from '../../model/benches/imaging.js';
import { Bench } from './bench.js';
import { BenchFaults } from './bench-faults.js';
import { buildDevices } from './build-devices.js';
import type { Stage } from './devices/stage.js';
import { Environment } from './environment.js';
import { lamp } from './examples/lamp.js';
import { Lab, type OwnBench } from './harness.js';

function bed() {
  const lab = new Lab();
  const bench = new Bench(lab.loop, everythingBench, { seed: 1 }) as OwnBench;
  const slip = (device: string, amount?: number, more: object = {}) =>
    bench.fault({ device, type: 'slipping', ...(amount === undefined ? {} : { amount }), ...more });
  const read = (device: string, node: string, unit: string): number => lab.wait(bench.devices[device]![node]!.read()).valueIn(unit);
  const card = (device: string) => bench.views().find(({ id }) => id === device)!;
  const fired = () => bench.faults.records.map((record) => record.fired);
  return { lab, bench, slip, read, card, fired, ...bench.devices };
}

describe('a pump whose plunger slips', () => {
  it.each([10, 25, 100])('dispenses (1 − slip) × what was commanded: %d %%', (percent) => {
    const { lab, bench, slip, read, fired } = bed();
    lab.wait(bench.devices['dispenser']!['flow']!.write('600 µl/min'));
    const before = read('dispenser', 'dispensed', 'µl');
    const start = lab.now;
    slip('dispenser', percent);
    lab.pass(60);
    const commanded = (600 * (lab.now - start)) / 60;
    // The reading is as old as half of its way, and the digit is 0.1 µl.
    expect(Math.abs(read('dispenser', 'dispensed', 'µl') - before - (1 - percent / 100) * commanded)).toBeLessThan(0.3);
    expect(read('dispenser', 'flow', 'µl/min')).toBe(600);
    expect(fired()).toEqual([true]);
  });

  it('puts less on the balance and through its channel, and all of it again once it grips', () => {
    const { lab, bench, slip, read } = bed();
    lab.wait(bench.devices['relays']!['valve1']!.write(true));
    slip('dispenser', 20, { for: 60 });
    slip('pump', 20, { for: 60 });
    lab.wait(bench.devices['dispenser']!['flow']!.write('1000 µl/min'));
    lab.wait(bench.devices['pump']!['flow']!.write('100 µl/min'));
    lab.pass(50);
    expect(Math.abs(read('channel', 'flow', 'µl/min') - 80)).toBeLessThan(2);
    lab.pass(10);
    lab.wait(bench.devices['dispenser']!['flow']!.write('0 µl/min'));
    // The pressure of the channel needs some of its 5 s.
    lab.pass(40);
    expect(Math.abs(read('balance', 'weight', 'g') - 0.8 * 0.99777)).toBeLessThan(0.01);
    expect(Math.abs(read('channel', 'flow', 'µl/min') - 100)).toBeLessThan(2);
  });

  it('takes longer to run empty, by 1/(1 − slip)', () => {
    const { lab, bench, slip, card } = bed();
    slip('dispenser', 50);
    lab.wait(bench.devices['dispenser']!['flow']!.write('1000 µl/min'));
    lab.pass(598);
    expect(card('dispenser').activity).not.toContain('empty');
    lab.pass(3);
    expect(card('dispenser').activity).toBe('syringe empty · 5000 µl dispensed');
    expect(bench.fault({ device: 'dispenser', type: 'slipping', active: false })).toBeNull();
    expect(card('dispenser').activity).toBe('syringe empty · 5000 µl dispensed');
  });
});

describe('a stage that loses steps', () => {
  function staging() {
    const lab = new Lab();
    const devices = buildDevices(imagingBench, { loop: lab.loop, seed: 1, environment: new Environment() });
    const stage = devices[0] as Stage;
    const faults = new BenchFaults(lab.loop, devices, () => undefined);
    const move = (x: number, y: number) => {
      lab.run(stage.x.writer!.write(x));
      lab.run(stage.y.writer!.write(y));
    };
    const said = () => [stage.x, stage.y].map((node) => node.sample(lab.loop.clock.now).value);
    const place = () => stage.place(lab.loop.clock.now).map((position) => Number(position.toFixed(6)));
    return { lab, faults, move, said, place, stage };
  }

  it('says that it is there, and has gone (1 − slip) of the way, also when it slips no more', () => {
    const { faults, move, said, place } = staging();
    move(10, 20);
    faults.do({ device: 'stage', type: 'slipping', amount: 10 });
    expect(faults.records[0]).toMatchObject({ fired: false });
    move(50, 10);
    expect(faults.records[0]).toMatchObject({ fired: true });
    expect([said(), place()]).toEqual([
      [50, 10],
      [46, 11],
    ]);
    faults.do({ device: 'stage', type: 'slipping', active: false });
    expect(place()).toEqual([46, 11]);
    move(60, 20);
    expect([said(), place()]).toEqual([
      [60, 20],
      [56, 21],
    ]);
  });

  it('is where it says again once it was driven against its end', () => {
    const { faults, move, said, place } = staging();
    faults.do({ device: 'stage', type: 'slipping', amount: 50 });
    move(40, 40);
    faults.do({ device: 'stage', type: 'slipping', active: false });
    move(0, 30);
    expect([said(), place()]).toEqual([
      [0, 30],
      [0, 10],
    ]);
    move(40, 30);
    expect([said(), place()]).toEqual([
      [40, 30],
      [40, 10],
    ]);
  });

  it('loses of a move that is under way what comes after', () => {
    const { lab, faults, place, stage } = staging();
    stage.x.writer!.set(40);
    // 0.1 s and 1 mm to 20 mm/s, and half of the latency before.
    lab.pass(0.01 + 0.1 + 0.95);
    expect(place()[0]).toBeCloseTo(20, 6);
    faults.do({ device: 'stage', type: 'slipping', amount: 50 });
    lab.pass(10);
    expect(place()[0]).toBeCloseTo(20 + 0.5 * 20, 6);
  });
});

describe('a shaker whose belt slips', () => {
  it('never has the speed that is wanted, and has it when the belt grips', () => {
    const { lab, bench, slip, read } = bed();
    slip('shaker', 30, { for: 60 });
    lab.wait(bench.devices['shaker']!['setpoint']!.write('500 rpm'));
    lab.pass(30);
    expect(Math.abs(read('shaker', 'speed', 'rpm') - 350)).toBeLessThan(4);
    lab.pass(31);
    expect(Math.abs(read('shaker', 'speed', 'rpm') - 500)).toBeLessThan(4);
  });
});

describe('a valve whose rotor slips', () => {
  it('stops between two ports, says so when the move is over, and turns again once it has found its first port', () => {
    const { lab, bench, slip, card, fired } = bed();
    const valve = bench.devices['valve']!;
    lab.pass(4);
    slip('valve', 30);
    const start = lab.now;
    // Two ports are 1.4 of them.
    expect(() => lab.wait(valve['position']!.write('3'))).toThrow(
      'Rotary valve has not reached port 3: it has lost steps and stands between port 2 and port 3. Let it look for its first port: valve.home().',
    );
    expect(lab.now - start).toBeCloseTo(0.02 + 2 * 0.25, 6);
    expect(fired()).toEqual([true]);
    expect(lab.wait(valve['position']!.read())).toBe('2');
    expect(card('valve').activity).toBe('between port 2 and port 3');
    bench.fault({ device: 'valve', type: 'slipping', active: false });
    expect(() => lab.wait(valve['position']!.write('4'))).toThrow('Rotary valve stands between port 2 and port 3: Let it look');
    lab.wait(valve['home']!());
    expect(card('valve').activity).toBe('at port 1');
    lab.wait(valve['position']!.write('4'));
    expect(lab.wait(valve['position']!.read())).toBe('4');
  });

  it('finds its first port also while it slips, which takes longer; one that does not turn at all does not', () => {
    const { lab, bench, slip } = bed();
    const valve = bench.devices['valve']!;
    lab.pass(4);
    slip('valve', 50);
    const start = lab.now;
    lab.wait(valve['home']!());
    expect(lab.now - start).toBeCloseTo(6.02, 6);
    slip('valve', 100);
    expect(() => lab.wait(valve['home']!())).toThrow('does not turn at all');
  });
});

describe('slipping', () => {
  it('is offered by what moves alone, as its type says, and shows with what slips', () => {
    const { bench, slip, card } = bed();
    expect(slip('thermostat')).toBe('slipping does not fit thermostat: what fits is disconnect, read-error, write-error, stuck, slow');
    expect(slip('stage', 101)).toContain('slipping takes an amount of at least 0.1 and at most 100');
    expect(bench.fault({ device: 'pump', node: 'pump.flow', type: 'slipping' })).toContain('slipping does not fit pump.flow');
    expect(slip('pump')).toBeNull();
    expect(card('pump')).toMatchObject({ slips: 'the plunger', faults: [{ node: null, type: 'slipping', amount: 10 }] });
    expect(card('thermostat').slips).toBeUndefined();
  });

  it('has made no difference to what stood still', () => {
    const { lab, bench, slip, read, fired } = bed();
    for (const device of ['pump', 'stage', 'valve', 'shaker']) slip(device, 50, { for: 5 });
    bench.views();
    read('stage', 'x', 'mm');
    lab.pass(10);
    expect(fired()).toEqual([false, false, false, false]);
  });

  it('can be offered by a device of one’s own with a word in its type', () => {
    const lab = new Lab();
    const description = { name: 'own', label: '', summary: '', devices: [{ name: 'lamp', type: 'lamp' }] };
    const offered = (slips: object) =>
      new Bench(lab.loop, description, { seed: 1, types: [{ ...lamp, ...slips }] }).fault({ device: 'lamp', type: 'slipping' });
    expect([offered({}), offered({ slips: 'the shutter' })]).toEqual([expect.stringContaining('does not fit lamp'), null]);
  });
});
