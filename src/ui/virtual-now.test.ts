import { describe, expect, it } from 'vitest';
import type { ClockView } from '../../model/snapshot.js';
import { virtualSeconds } from './virtual-now.svelte.js';

const clock: ClockView = { now: 100, speed: 10, rate: 10, held: false };

describe('the virtual clock on the page', () => {
  it('goes on at its rate between two snapshots', () => {
    expect(virtualSeconds({ clock, receivedAt: 5000 }, 5500)).toBe(105);
  });

  it('stands while it is held, stopped, or jumping from event to event', () => {
    expect(virtualSeconds({ clock: { ...clock, held: true }, receivedAt: 0 }, 9000)).toBe(100);
    expect(virtualSeconds({ clock: { ...clock, rate: 0 }, receivedAt: 0 }, 9000)).toBe(100);
    expect(virtualSeconds({ clock: { ...clock, speed: 'max', rate: null }, receivedAt: 0 }, 9000)).toBe(100);
  });

  it('never runs backwards when a frame began before the snapshot came in', () => {
    expect(virtualSeconds({ clock, receivedAt: 5000 }, 4990)).toBe(100);
  });
});
