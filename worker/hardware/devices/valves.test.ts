import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../errors.js';
import { Lab } from '../harness.js';

describe('the rotary valve', () => {
  function turning() {
    const lab = new Lab();
    const bench = lab.benchOf([{ name: 'valve', type: 'rotary-valve', parameters: { step: 0.25, homing: 3 } }]);
    const { position, moving, home } = bench.devices['valve']!;
    return { lab, bench, position: position!, moving: moving!, home: home! };
  }

  it('looks for its first port when it is switched on, and moves only then', () => {
    const { lab, bench, position, moving } = turning();
    expect(bench.views()[0]).toMatchObject({ activity: 'turning to port 1' });
    expect(lab.wait(moving.read())).toBe(true);
    lab.wait(position.write('2'));
    expect(lab.now).toBeCloseTo(3 + 0.25 + 0.01, 9);
    expect(lab.wait(position.read())).toBe('2');
    expect(bench.views()[0]).toMatchObject({ activity: 'at port 2' });
  });

  it.each([
    ['1', 0],
    ['2', 1],
    ['4', 3],
    ['5', 2],
    ['6', 1],
  ] as const)('turns from 1 to %s over %i ports, the shorter way', (port, steps) => {
    const { lab, position } = turning();
    lab.pass(10);
    lab.wait(position.write(port));
    expect(lab.now - 10).toBeCloseTo(0.02 + steps * 0.25, 9);
  });

  it('stands where it was until it is there, and hears nothing meanwhile', () => {
    const { lab, bench, position } = turning();
    lab.pass(10);
    const writing = position.write('4');
    lab.pass(0.5);
    expect(bench.node('valve.position')!.sample(lab.loop.clock.now).value).toBe('1');
    const reading = position.read();
    lab.pass(0.2);
    expect([writing.done, reading.done]).toEqual([false, false]);
    expect(lab.wait(reading)).toBe('4');
    expect(lab.now).toBeGreaterThan(10.77);
  });

  it('stays at its first port after it looked for it again', () => {
    const { lab, bench, position, home } = turning();
    lab.wait(position.write('3'));
    const start = lab.now;
    lab.wait(home());
    expect(lab.now - start).toBeCloseTo(3.02, 9);
    lab.pass(10);
    expect(position.target).toBe('1');
    expect(bench.node('valve.position')!.sample(lab.loop.clock.now).value).toBe('1');
  });

  it('refuses a port that it does not have', () => {
    const { lab, position } = turning();
    expect(() => lab.wait(position.write('7'))).toThrow('Position cannot be "7": it is one of 1, 2, 3, 4, 5, 6.');
  });

  it('turns to where it was to go when the cable is back', () => {
    const { lab, bench, position } = turning();
    lab.pass(10);
    bench.fault({ device: 'valve', type: 'disconnect' });
    lab.wait(position.write('3'));
    bench.fault({ device: 'valve', type: 'reconnect' });
    lab.pass(1);
    expect(bench.node('valve.position')!.sample(lab.loop.clock.now).value).toBe('3');
  });
});

describe('the relay board', () => {
  function board() {
    const lab = new Lab();
    const bench = lab.benchOf([{ name: 'relays', type: 'relays' }]);
    const open = () => [1, 2, 3, 4, 5, 6, 7, 8].filter((number) => bench.node(`relays.valve${number}`)!.sample(lab.loop.clock.now).value);
    return { lab, bench, relays: bench.devices['relays']!, open };
  }

  it('opens one valve and leaves the others as they are', () => {
    const { lab, relays, open } = board();
    lab.wait(relays['valve1']!.write(true));
    lab.wait(relays['valve8']!.write(true));
    lab.pass(0.1);
    expect(open()).toEqual([1, 8]);
    expect(lab.wait(relays['mask']!.read()).valueIn('')).toBe(129);
    lab.wait(relays['valve1']!.write(false));
    lab.pass(0.1);
    expect(open()).toEqual([8]);
  });

  it('sets all by a mask at one instant, and does not fight it with what was wanted before', () => {
    const { lab, bench, relays, open } = board();
    lab.wait(relays['valve2']!.write(true));
    const { link } = bench.node('relays.valve1')!;
    const before = link.exchanges;
    lab.wait(relays['writeMask']!(0b1000_0101));
    lab.pass(1);
    expect(open()).toEqual([1, 3, 8]);
    expect(link.exchanges).toBe(before + 1);
    expect([relays['valve2']!.target, relays['valve3']!.target]).toEqual([false, true]);
    expect(bench.claims()).toHaveLength(8);
    expect(bench.views()[0]).toMatchObject({ activity: 'open: 1, 3, 8' });
  });

  it('writes what the mask said again when a person gives a valve back', () => {
    const { lab, bench, relays, open } = board();
    lab.wait(relays['valve2']!.write(true));
    lab.wait(relays['writeMask']!(0));
    const node = bench.node('relays.valve2')!;
    const person = node.claims!.claim({ type: 'user' }, { force: true });
    node.writer!.set(true);
    lab.pass(1);
    expect(open()).toEqual([2]);
    person.release();
    lab.pass(1);
    expect(open()).toEqual([]);
  });

  it('moves a contact within 10 ms, and back within 5 ms', () => {
    const { lab, relays, open } = board();
    const writing = relays['valve1']!.write(true);
    lab.pass(0.005 + 0.0099);
    expect(open()).toEqual([]);
    lab.pass(0.0001);
    expect(open()).toEqual([1]);
    lab.wait(writing);
    void relays['valve1']!.write(false);
    lab.pass(0.005 + 0.0049);
    expect(open()).toEqual([1]);
    lab.pass(0.0001);
    expect(open()).toEqual([]);
  });

  it.each([-1, 256, 1.5, '3', null, Number.NaN])('refuses the mask %s', (mask) => {
    const { lab, relays } = board();
    const attempt = () => lab.wait(relays['writeMask']!(mask));
    expect(attempt).toThrow(OutOfRangeError);
    expect(attempt).toThrow('The mask of relays is a whole number from 0 to 255');
  });
});
