import { describe, expect, it } from 'vitest';
import { Lab } from './harness.js';

const setpoint = 'thermostat.setpoint';

describe('the person at the bench', () => {
  it('takes a node from a process, sets it, and gives it back: the process writes its own value again (scenario 93)', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const heard: string[] = [];
    bench.onOverride(({ path, type, holder }) => heard.push(`${type} ${path} ${holder}`));
    lab.wait(bench.devices.thermostat.setpoint.write('37 degC'));
    expect(bench.manual.do({ type: 'claim', node: setpoint })).toMatchObject({ accepted: true });
    expect(bench.node(setpoint)?.claims?.owner).toEqual({ type: 'user' });
    expect(bench.manual.do({ type: 'set', node: setpoint, value: 20 })).toMatchObject({ accepted: true });
    lab.pass(1);
    expect(bench.node(setpoint)?.reading?.value).toBe(20);
    bench.manual.do({ type: 'release', node: setpoint });
    lab.pass(1);
    expect(bench.node(setpoint)?.reading?.value).toBe(37);
    expect(bench.node(setpoint)?.claims?.owner).toEqual({ type: 'process', name: 'process' });
    expect(heard).toEqual([`lost ${setpoint} process`, `regained ${setpoint} process`]);
  });

  it('leaves the value as it is when nobody waits for the node', () => {
    const lab = new Lab();
    const bench = lab.bench();
    bench.manual.do({ type: 'claim', node: setpoint });
    bench.manual.do({ type: 'set', node: setpoint, value: '310.15 K' });
    lab.pass(1);
    bench.manual.do({ type: 'release', node: setpoint });
    lab.pass(1);
    expect(bench.node(setpoint)?.reading?.value).toBe(37);
    expect(bench.claims()).toEqual([]);
  });

  it.each([
    ['an unknown node', { type: 'claim', node: 'thermostat.lid' }, 'no-such-node', 'There is no node thermostat.lid on this bench.'],
    ['a node that can only be read', { type: 'claim', node: 'thermostat.readout' }, 'not-writable', 'can only be read'],
    ['a second claim', { type: 'claim', node: setpoint }, 'already-yours', 'under manual control already'],
    ['setting without a claim', { type: 'set', node: 'pump.flow', value: 1 }, 'not-yours', 'take control of it first'],
    ['releasing without a claim', { type: 'release', node: 'pump.flow' }, 'not-yours', 'take control of it first'],
    ['a value out of range', { type: 'set', node: setpoint, value: 70 }, 'invalid-value', 'at least 4 °C, at most 60 °C'],
    ['a wrong unit', { type: 'set', node: setpoint, value: '5 min' }, 'invalid-value', 'Setpoint is a temperature, but 5 min is a time'],
    ['no number', { type: 'set', node: setpoint, value: { a: 1 } }, 'invalid-value', 'Setpoint takes a quantity'],
  ] as const)('is told what is wrong with %s', (_, command, reason, message) => {
    const lab = new Lab();
    const { manual } = lab.bench();
    manual.do({ type: 'claim', node: setpoint });
    const answer = manual.do(command);
    expect(answer).toMatchObject({ accepted: false, reason });
    expect(answer.message).toContain(message);
  });

  it('sets the temperature of the room without a claim, and devices feel it', () => {
    const lab = new Lab();
    const bench = lab.bench();
    const room = 'environment.ambient';
    expect(bench.manual.do({ type: 'set', node: room, value: 40 })).toMatchObject({ accepted: true });
    expect(bench.environment.ambient).toBe(40);
    lab.pass(3600);
    expect(lab.wait(bench.devices.thermostat.readout.read()).valueIn('degC')).toBeGreaterThan(37);
    expect(bench.manual.do({ type: 'set', node: room, value: '100 degC' }).message).toContain('at least -20 °C, at most 60 °C');
    expect(bench.manual.do({ type: 'set', node: room, value: null }).reason).toBe('invalid-value');
    expect(bench.manual.do({ type: 'claim', node: room })).toMatchObject({ accepted: false, reason: 'not-claimable' });
    expect(bench.environment.ambient).toBe(40);
  });

  it('changes what lies in a device or on it at once and without a claim, within its range, and the physics follow', () => {
    const lab = new Lab();
    const devices = [
      { name: 'sample', type: 'sample', parameters: { noise: 0 } },
      { name: 'balance', type: 'balance' },
    ];
    const bench = lab.benchOf(devices);
    const { sample } = bench.devices;
    const set = (node: string, value: number | string) => bench.manual.do({ type: 'set', node, value });
    bench.fault({ device: 'sample', type: 'disconnect', for: 1 });
    expect(set('sample.volume', '2000 µl')).toMatchObject({ accepted: true });
    expect(bench.claims()).toEqual([]);
    expect(set('sample.volume', 2.01).message).toContain('at least 0.05 ml, at most 2 ml');
    expect(set('sample.volume', 0.04).reason).toBe('invalid-value');
    expect(set('sample.volume', '2 g').message).toContain('Volume is a volume, but 2 g is a mass');
    expect(bench.manual.do({ type: 'release', node: 'sample.volume' }).reason).toBe('not-yours');
    expect(bench.views()[0]?.nodes.map(({ byHand }) => byHand)).toEqual([undefined, true]);
    lab.pass(2);
    expect(lab.wait(sample!['volume']!.read()).valueIn('ml')).toBe(2);
    expect([sample!['volume']!.error, bench.faults.records[0]?.fired]).toEqual([null, false]);
    // 60 s with 1 ml (4.18 J/K over 0.07 W/K), and with V^⅓ beside that.
    set('environment.ambient', 32);
    lab.pass((4.18 / 0.07) * 2 ** (1 / 3));
    expect(lab.wait(sample!['temperature']!.read()).valueIn('degC')).toBeCloseTo(32 - 10 / Math.E, 1);
    set('balance.load', 5);
    lab.pass(20);
    expect(lab.wait(bench.devices['balance']!['weight']!.read()).valueIn('g')).toBeCloseTo(5, 2);
  });

  it('changes it also while a process owns the node, which then has what the person did', () => {
    const lab = new Lab();
    const bench = lab.benchOf([{ name: 'sample', type: 'sample' }]);
    const { volume } = bench.devices['sample']!;
    lab.wait(volume!.write('1 ml'));
    bench.manual.do({ type: 'set', node: 'sample.volume', value: 0.5 });
    lab.pass(5);
    expect(lab.wait(volume!.read()).valueIn('ml')).toBe(0.5);
    lab.wait(volume!.write('1.5 ml'));
    expect(lab.wait(volume!.read()).valueIn('ml')).toBe(1.5);
  });

  it('cannot turn off what cannot be off', () => {
    const { manual } = new Lab().bench();
    manual.do({ type: 'claim', node: 'pump.flow' });
    expect(manual.do({ type: 'set', node: 'pump.flow', value: null }).message).toContain('Flow cannot be turned off');
  });
});
