// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import { emptyTrace, extendTrace } from '../../model/trace.js';
import { memoryPreferences, type Preferences } from '../ui/preferences.js';
import { EventLog } from './event-log.svelte.js';
import { jsonLines } from './json-lines.js';
import { keyMove } from './list-keys.js';

const place = { function: 'main', line: 3, column: 1, endLine: 3, endColumn: 9, kind: 'wait' } as const;
const events: TraceEvent[] = [
  { t: 0, event: 'load', language: 'typescript', process: 'main' },
  { t: 1, event: 'suspended', at: [place] },
  { t: 2, event: 'resumed', at: [place] },
  { t: 3, event: 'location', location: 1 },
  { t: 4, event: 'log', level: 'info', message: 'Hot.' },
];

function opened(preferences: Preferences = memoryPreferences()) {
  const source = { trace: extendTrace(emptyTrace, events), newest: [], remarks: [] };
  let log!: EventLog;
  const stop = $effect.root(() => {
    log = new EventLog(() => source, preferences);
    $effect(() => void log.rows);
  });
  flushSync();
  const shown = () => Array.from({ length: log.rows.length }, (_, index) => log.rows.at(index)?.event?.t);
  return { log, shown, stop };
}

describe('the event list', () => {
  it('leaves out awaits until somebody wants to see them, and remembers that', () => {
    const preferences = memoryPreferences();
    const { log, shown, stop } = opened(preferences);
    expect(shown()).toEqual([0, 3, 4]);
    log.toggle('awaits');
    log.toggle('locations');
    flushSync();
    expect(shown()).toEqual([0, 1, 2, 4]);
    stop();
    const again = opened(preferences);
    expect(again.shown()).toEqual([0, 1, 2, 4]);
    again.stop();
  });

  it('selects from one entry to another, whatever is listed between them', () => {
    const { log, stop } = opened();
    log.activate(log.rows.at(0)!);
    log.activate(log.rows.at(1)!, true);
    expect(log.selected).toEqual({ first: 0, end: 2 });
    log.showAll();
    flushSync();
    expect(log.selected).toEqual({ first: 0, end: 4 });
    log.activate(log.rows.at(4)!);
    expect(log.selected).toEqual({ first: 4, end: 5 });
    log.deselect();
    expect(log.selected).toEqual({ first: 0, end: 0 });
    stop();
  });
});

it('events are written as JSON lines, a slice at a time', async () => {
  let now = 0;
  let slices = 0;
  const time = {
    now: () => now++,
    later: (callback: () => void) => {
      slices++;
      queueMicrotask(callback);
      return () => {};
    },
  };
  const blob = await jsonLines(5000, (index) => (index === 7 ? null : { t: index, event: 'location', location: 0 }), time);
  const lines = (await blob.text()).split('\n');
  expect(lines).toHaveLength(5000);
  expect(JSON.parse(lines[7]!)).toEqual({ t: 8, event: 'location', location: 0 });
  expect(slices).toBeGreaterThan(10);
});

it('keys lead through a list and stay inside it', () => {
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'x'].map((key) => keyMove(key, 4, 10, 3))).toEqual([
    5,
    3,
    7,
    1,
    0,
    9,
    null,
  ]);
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].map((key) => keyMove(key, -1, 10, 30))).toEqual([0, 9, 9, 9]);
  expect(keyMove('End', -1, 0, 3)).toBeNull();
});
