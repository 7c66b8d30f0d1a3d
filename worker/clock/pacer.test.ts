import { describe, expect, it } from 'vitest';
import type { Speed } from '../../model/snapshot.js';
import { EventLoop } from '../task/index.js';
import { Pacer } from './pacer.js';
import type { RealTime } from './real-time.js';
import { VirtualClock } from './virtual-clock.js';

/** Real time that a test owns; looking at it takes a while, as everything does. */
class Hours implements RealTime {
  milliseconds = 0;
  readonly due: (() => void)[] = [];

  now(): number {
    return (this.milliseconds += 0.01);
  }
  after(): () => void {
    return () => undefined;
  }
  soon(callback: () => void): void {
    this.due.push(callback);
  }
  turn(): void {
    for (const callback of this.due.splice(0)) callback();
  }
}

function bed(speed: Speed, held = false) {
  const real = new Hours();
  const loop = new EventLoop(new VirtualClock());
  const fired: number[] = [];
  for (const at of [1000, 2000, 2000, 3000]) loop.clock.schedule(at, () => fired.push(at));
  const pacer = new Pacer(loop, real, { slice: () => undefined, active: true }, { speed, held });
  return { real, clock: loop.clock, pacer, fired };
}

describe('the pacer', () => {
  it.each(['max', 1, 100] as const)('lets a run begin at zero, however long that takes, at speed %s', (speed) => {
    const { real, clock, pacer } = bed(speed);
    pacer.wake();
    real.now();
    expect(clock.now).toBe(0);
  });

  it('jumps from event to event at Max', () => {
    const { real, clock, pacer, fired } = bed('max');
    pacer.wake();
    real.turn();
    expect(fired).toEqual([1000, 2000, 2000, 3000]);
    expect(clock.now).toBe(3000);
  });

  it('lets as much time pass as really did, times the speed', () => {
    const { real, clock, pacer, fired } = bed(10);
    real.milliseconds += 0.25;
    pacer.wake();
    real.turn();
    expect(fired).toEqual([1000, 2000, 2000]);
    expect(clock.now).toBeGreaterThanOrEqual(2500);
    expect(clock.now).toBeLessThan(3000);
  });

  it('fires one event per step, and holds', () => {
    const { real, pacer, clock, fired } = bed('max', true);
    pacer.wake();
    real.turn();
    expect(fired).toEqual([]);
    pacer.step();
    pacer.step();
    real.turn();
    expect(fired).toEqual([1000, 2000]);
    expect(clock.now).toBe(2000);
    expect(pacer.rate).toBe(0);
  });
});
