import { describe, expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import { emptyLog, extendLog, logLimit } from './run-log.js';

const state = (t: number, form: 'normal' | 'paused', instance = 1): TraceEvent => ({
  t,
  event: 'state',
  mode: 'running',
  form,
  pausable: true,
  instance,
});

describe('the log of a run', () => {
  it('makes a stretch of time of every state', () => {
    const log = extendLog(emptyLog, [
      state(0, 'normal'),
      state(5, 'paused'),
      { t: 9, event: 'state', mode: 'done', outcome: 'halted', instance: 1 },
    ]);
    expect(log.segments.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [5, 9],
      [9, 9],
    ]);
  });

  it('keeps the newest events and counts all of them', () => {
    const many = Array.from({ length: logLimit.events + 10 }, (_, index): TraceEvent => ({ t: index, event: 'location', location: index }));
    const log = extendLog(emptyLog, many, 3);
    expect(log.count).toBe(logLimit.events + 13);
    expect(log.newest).toHaveLength(logLimit.events);
    expect(log.newest.at(-1)).toMatchObject({ id: log.count, event: { location: logLimit.events + 9 } });
  });

  it('collects what the process reported and counts it by kind', () => {
    const log = extendLog(emptyLog, [
      { t: 1, event: 'warning', id: 0, name: 'W', message: 'low' },
      { t: 2, event: 'effect', id: 1, type: 'fileCreated', path: 'a.csv' },
    ]);
    expect(log.counts).toEqual({ error: 0, warning: 1, effect: 1 });
    expect(log.reports.map((report) => report.text)).toEqual(['low', 'File created: a.csv']);
  });

  it('remembers the length that an instance announced first', () => {
    const first = extendLog(emptyLog, [state(0, 'normal'), { t: 0, event: 'term', term: { type: 'datetime', value: 60 } }]);
    expect(first.announced['']).toBe(60);
    expect(extendLog(first, [{ t: 5, event: 'term', term: { type: 'duration', value: 30 } }]).announced['']).toBe(60);
    expect(extendLog(first, [state(5, 'normal', 2)]).announced['']).toBeUndefined();
  });

  it('leaves the log it was given alone', () => {
    const before = extendLog(emptyLog, [state(0, 'normal')]);
    const copy = structuredClone(before);
    extendLog(before, [state(5, 'paused')]);
    expect(before).toEqual(copy);
    expect(extendLog(before, [])).toBe(before);
  });

  it('shows a change of pausability as one stretch, and an instance as another', () => {
    const running = (t: number, pausable: boolean, instance: number) =>
      ({ t, event: 'state', mode: 'running', form: 'normal', pausable, instance }) as const;
    const log = extendLog(emptyLog, [running(0, false, 1), running(1, true, 1), running(2, false, 2)]);
    expect(log.segments.map(({ start, end, instance }) => [start, end, instance])).toEqual([
      [0, 2, 1],
      [2, null, 2],
    ]);
  });

  it('keeps what was done by hand, and faults from their beginning to their end', () => {
    const { controls, faults } = extendLog(emptyLog, [
      { t: 1, event: 'control', path: 'pump.flow', action: 'claim', accepted: true, reason: 'accepted' },
      { t: 2, event: 'fault', device: 'pump', type: 'slow', active: true, amount: 2 },
      { t: 3, event: 'fault', device: 'pump', node: 'pump.flow', type: 'stuck', active: true },
      { t: 4, event: 'fault', device: 'pump', type: 'slow', active: false },
    ]);
    expect(controls.map(({ event }) => event.t)).toEqual([1]);
    expect(faults).toMatchObject([
      { key: 'pump slow', start: 2, end: 4 },
      { key: 'pump.flow stuck', start: 3, end: null },
    ]);
  });
});
