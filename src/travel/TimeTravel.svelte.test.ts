// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import { noServices } from '../../model/services.js';
import { emptyTrace, extendTrace } from '../../model/trace.js';
import type { Moment } from '../../model/travel.js';
import { emptyView } from '../runtime/page-view.js';
import { pastText, TimeTravel } from './TimeTravel.svelte.js';

const running: TraceEvent = { t: 0, event: 'state', mode: 'running', form: 'normal', pausable: true, instance: 1 };
const location = (t: number): TraceEvent => ({ t, event: 'location', location: t });
const events = [running, ...Array.from({ length: 10 }, (_, index) => location(index + 1))];

function bed() {
  const asked: number[] = [];
  const glanced: number[] = [];
  const answers: ((moment: Moment | null) => void)[] = [];
  let travel!: TimeTravel;
  const stop = $effect.root(() => {
    travel = new TimeTravel({
      trace: extendTrace(emptyTrace, events),
      info: null,
      protocol: null,
      now: 10,
      glimpse: (at) => {
        glanced.push(at);
        return Promise.resolve({ at: at - 0.5, ambient: at, devices: [] });
      },
      moment: (at) => {
        asked.push(at);
        return new Promise((resolve) => answers.push(resolve));
      },
    });
    $effect(() => void travel.process);
  });
  flushSync();
  const answer = async (at: number, ambient: number) => {
    answers.shift()!({ at, snapshot: { ...emptyView.snapshot, ambient }, services: noServices });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { travel, asked, glanced, answer, stop };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('looking at the past', () => {
  it('shows at once what the trace tells', () => {
    const { travel, stop } = bed();
    travel.go(4.5);
    flushSync();
    expect(travel.process).toMatchObject({ location: { value: 4, at: 4 } });
    expect(travel.log?.count).toBe(5);
    expect(travel.blocked).toBe(pastText);
    travel.go(null);
    expect(travel.blocked).toBeNull();
    expect(travel.log).toBeNull();
    stop();
  });

  it('an instant that is pointed at comes before the one that was chosen, and goes again', () => {
    const { travel, stop } = bed();
    travel.go(2);
    travel.point(7);
    expect(travel.shown).toBe(7);
    travel.point(null);
    expect(travel.shown).toBe(2);
    travel.point(10);
    expect(travel.shown).toBe(2);
    travel.go(11);
    expect(travel.shown).toBeNull();
    stop();
  });

  it('asks the runtime for an instant at once, and of those that come meanwhile for the last', async () => {
    const { travel, asked, answer, stop } = bed();
    for (const at of [1, 2, 3]) travel.go(at);
    expect(asked).toEqual([1]);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual([1]);
    await answer(1, 10);
    expect(asked).toEqual([1, 3]);
    for (const at of [4, 5, 6]) {
      travel.go(at);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(asked).toEqual([1, 3]);
    expect(travel.catchingUp).toBe(true);
    await answer(3, 20);
    expect(asked).toEqual([1, 3, 6]);
    expect(travel.catchingUp).toBe(true);
    await answer(6, 30);
    expect(travel.bench?.ambient).toBe(30);
    expect(travel.catchingUp).toBe(false);
    stop();
  });

  it('asks no more often than every 40 ms, however fast the answers come', async () => {
    const { travel, asked, answer, stop } = bed();
    travel.go(1);
    await answer(1, 10);
    for (const at of [2, 3]) travel.go(at);
    expect(asked).toEqual([1]);
    await vi.advanceTimersByTimeAsync(40);
    expect(asked).toEqual([1, 3]);
    stop();
  });

  it('shows the bench of a little earlier until the exact one has come', async () => {
    const { travel, glanced, answer, stop } = bed();
    for (const at of [1, 2, 3]) travel.point(at);
    await vi.advanceTimersByTimeAsync(50);
    // One question after the other: of those that came meanwhile the last.
    expect(glanced).toEqual([1, 3]);
    expect(travel.bench?.ambient).toBe(3);
    await answer(1, 50);
    expect(travel.bench?.ambient).toBe(3);
    await answer(3, 77);
    expect(travel.bench?.ambient).toBe(77);
    travel.point(null);
    expect(travel.bench).toBeNull();
    stop();
  });

  it('is read aloud once when an instant stays, and not while it changes', async () => {
    const { travel, stop } = bed();
    for (const at of [1, 2, 3]) {
      travel.go(at);
      await vi.advanceTimersByTimeAsync(100);
      expect(travel.told).toBe('');
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(travel.told).toBe('You see 00:00:03.0, the past.');
    travel.go(null);
    expect(travel.told).toBe('You see the present again.');
    stop();
  });

  it('goes from event to event, and says where it ends', () => {
    const { travel, stop } = bed();
    travel.back();
    expect(travel.at).toBe(10);
    travel.back();
    expect(travel.at).toBe(9);
    travel.leap('event', '');
    travel.leap('event', '');
    expect(travel.at).toBe(10);
    expect(travel.note).toBe('Nothing more has happened in this run.');
    travel.go(0);
    travel.back();
    expect(travel.note).toBe('This is the beginning of the run.');
    stop();
  });
});
