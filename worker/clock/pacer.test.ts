import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Speed } from '../../model/snapshot.js';
import { EventLoop } from '../task/index.js';
import { OwnedTime } from './owned-time.js';
import { Pacer } from './pacer.js';
import { VirtualClock } from './virtual-clock.js';

/** A pacer over timers at the given virtual milliseconds; each of them costs some real time when it fires. */
function bed(speed: Speed, options: { held?: boolean; at?: readonly number[]; costMilliseconds?: number } = {}) {
  const real = new OwnedTime();
  const loop = new EventLoop(new VirtualClock());
  const fired: number[] = [];
  for (const at of options.at ?? [1, 2, 2, 3]) {
    loop.clock.schedule(at * 1000, () => {
      fired.push(at);
      real.milliseconds += options.costMilliseconds ?? 0;
    });
  }
  const slices: number[] = [];
  const listener = { slice: () => void slices.push(loop.clock.now / 1000), active: true };
  const pacer = new Pacer(loop, real, listener, { speed, held: options.held ?? false });
  pacer.wake();
  return { real, loop, clock: loop.clock, pacer, fired, slices, listener };
}

describe('the pacer', () => {
  it.each(['max', 1, 100] as const)('lets a run begin at zero, however long it takes until it begins, at speed %s', (speed) => {
    const { real, clock } = bed(speed);
    real.milliseconds += 5;
    expect(clock.now).toBe(0);
  });

  it('jumps from event to event at Max, and then stands still', () => {
    const { real, clock, fired, pacer } = bed('max');
    expect(pacer.rate).toBeNull();
    real.turn();
    expect(fired).toEqual([1, 2, 2, 3]);
    expect(clock.now).toBe(3000);
    expect(pacer.rate).toBe(0);
    expect(real.idle).toBe(true);
  });

  it.each([1, 10, 100] as const)('lets %i times as much time pass as really does, with every event at its moment', (speed) => {
    const { real, clock, pacer, fired } = bed(speed, { at: [100, 200, 300] });
    real.pass(150 / speed);
    expect(fired).toEqual([100]);
    real.pass(50 / speed);
    expect(fired).toEqual([100, 200]);
    pacer.catchUp();
    expect(clock.now).toBe(200_000);
    expect(pacer.rate).toBe(speed);
  });

  it('changes the speed from that moment on', () => {
    const { real, clock, pacer } = bed(1, { at: [] });
    real.pass(100);
    pacer.setSpeed(10);
    real.pass(100);
    pacer.setSpeed(1);
    expect(clock.now).toBe(100_000 + 1_000_000);
  });

  it('holds: what is ready still runs, but no timer fires and no time passes', () => {
    const { real, loop, pacer, fired } = bed(1);
    real.pass(1.5);
    pacer.hold();
    const ran: string[] = [];
    loop.callSoon(() => ran.push('ready'));
    pacer.wake();
    real.pass(1000);
    expect([fired, ran, loop.clock.now, pacer.rate]).toEqual([[1], ['ready'], 1500, 0]);
  });

  it('goes on after a hold from where it stood', () => {
    const { real, pacer, fired } = bed(1);
    real.pass(1.5);
    pacer.hold();
    real.pass(1000);
    pacer.release();
    real.pass(0.4);
    expect(fired).toEqual([1]);
    real.pass(0.1);
    expect(fired).toEqual([1, 2, 2]);
  });

  it('lets no time pass while something is ready, whatever comes from outside', () => {
    const { real, loop, pacer, clock } = bed(1, { at: [] });
    real.pass(100);
    loop.callSoon(() => undefined);
    real.milliseconds += 50;
    pacer.catchUp();
    expect(clock.now).toBe(0);
    loop.drain();
    real.milliseconds += 50;
    pacer.catchUp();
    expect(clock.now).toBe(50_000);
  });

  it('loses no time when it is released without having been held', () => {
    const { real, pacer, clock } = bed(1, { at: [] });
    real.pass(100);
    pacer.release();
    expect(clock.now).toBe(100_000);
  });

  it('fires one event per step, and holds', () => {
    const { real, pacer, clock, fired } = bed('max', { held: true });
    real.pass(5);
    expect(fired).toEqual([]);
    pacer.step();
    pacer.step();
    real.pass(5);
    expect(fired).toEqual([1, 2]);
    expect(clock.now).toBe(2000);
    expect(pacer.held).toBe(true);
  });

  it('returns from a step of a process that never lets time pass, and fires nothing', () => {
    const { loop, pacer, fired } = bed('max', { held: true });
    const again = () => loop.callSoon(again);
    again();
    pacer.step();
    expect(fired).toEqual([]);
  });

  it.each(['max', 1] as const)('gives others a turn after a millisecond of work, at speed %s', (speed) => {
    const { real, slices, fired } = bed(speed, { at: Array.from({ length: 1000 }, () => 0.5), costMilliseconds: 0.1 });
    real.milliseconds = 1;
    real.turn();
    expect(real.milliseconds - 1).toBeLessThan(1.5);
    expect(fired.length).toBeGreaterThanOrEqual(8);
    expect(slices).toHaveLength(1);
    while (fired.length < 1000) expect(real.turn()).toBe(true);
  });

  it('gives others a turn also when the work is one long queue', () => {
    const { real, loop } = bed('max', { at: [] });
    let ran = 0;
    const again = () => {
      ran++;
      real.milliseconds += 0.01;
      loop.callSoon(again);
    };
    again();
    const before = real.milliseconds;
    real.turn();
    expect(real.milliseconds - before).toBeLessThan(1.5);
    expect(ran).toBeGreaterThan(60);
    expect(real.turn()).toBe(true);
  });

  it('tells of passing time a few times a second while nothing happens', () => {
    const { real, slices } = bed(1, { at: [] });
    real.pass(1000);
    expect(slices.length).toBeGreaterThanOrEqual(5);
    expect(slices.length).toBeLessThanOrEqual(7);
    expect(slices.at(-1)).toBeGreaterThan(700);
  });

  it('lets no time pass once the run is over', () => {
    const { real, clock, listener, pacer } = bed(1, { at: [] });
    real.pass(100);
    listener.active = false;
    real.pass(1000);
    expect(clock.now).toBeLessThanOrEqual(200_000);
    expect(pacer.rate).toBe(0);
    expect(real.idle).toBe(true);
  });

  it('never calls back once it is closed', () => {
    const { real, slices, pacer } = bed(1);
    real.pass(1.2);
    const { length } = slices;
    pacer.close();
    pacer.wake();
    real.pass(1000);
    expect(slices).toHaveLength(length);
  });

  type Command =
    { readonly pass: number } | { readonly speed: Speed } | { readonly call: 'hold' | 'release' | 'step' | 'catchUp' | 'wake' };
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ pass: fc.double({ min: 0, max: 50, noNaN: true }) }),
    fc.record({ speed: fc.constantFrom<Speed[]>(1, 10, 100, 'max') }),
    fc.record({ call: fc.constantFrom('hold', 'release', 'step', 'catchUp', 'wake') }),
  );
  it('never lets time go backwards nor past an event that is due, whatever it is told', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), fc.array(fc.nat(500), { maxLength: 20 }), (commands, at) => {
        const { real, pacer, clock, fired } = bed(1, { at });
        let last = 0;
        for (const one of commands) {
          if ('pass' in one) real.pass(one.pass);
          else if ('speed' in one) pacer.setSpeed(one.speed);
          else pacer[one.call]();
          expect(clock.now).toBeGreaterThanOrEqual(last);
          expect(clock.nextAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(clock.now);
          last = clock.now;
        }
        expect(fired).toEqual([...at].sort((a, b) => a - b).slice(0, fired.length));
      }),
      { numRuns: 500 },
    );
  });
});
