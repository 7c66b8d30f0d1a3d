import { describe, expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import { runPicture } from './run-picture.js';

const running = (t: number, form = 'normal'): TraceEvent =>
  ({ t, event: 'state', mode: 'running', form, pausable: true, instance: 1 }) as TraceEvent;
const end = (t: number): TraceEvent => ({ t, event: 'end', outcome: 'completed', claims: [], detached: 0 });
const at = (t: number, location: TraceEvent extends infer E ? (E extends { location: infer L } ? L : never) : never): TraceEvent => ({
  t,
  event: 'location',
  location,
});
const device = (t: number, path: string, value: number | boolean | null, unit?: string): TraceEvent => ({
  t,
  event: 'device',
  path,
  value,
  ...(unit === undefined ? {} : { unit }),
});

describe('the picture of a run', () => {
  it('has the states with their times, neighbours of one name as one, without what is too short to be seen', () => {
    const { length, states } = runPicture(
      [running(0), running(10, 'pausing'), running(10, 'paused'), running(40), running(60), end(100)],
      [],
    );
    expect(length).toBe(100);
    expect(states).toEqual([
      { name: 'Running', from: 0, to: 10 },
      { name: 'Paused', from: 10, to: 40 },
      { name: 'Running', from: 40, to: 100 },
    ]);
  });

  it('has a row for each place, which is there as often as the process was', () => {
    const { rows, spans } = runPicture([at(0, { phase: 'a' }), at(10, { phase: 'b', count: 2 }), at(20, { phase: 'a' }), end(30)], []);
    expect(rows).toEqual(['a', 'b']);
    expect(spans).toEqual([
      { row: 0, from: 0, to: 10 },
      { row: 1, from: 10, to: 20 },
      { row: 0, from: 20, to: 30 },
    ]);
  });

  it('names a place by a whole number where there is no word, and draws nothing of what has neither', () => {
    expect(runPicture([at(0, { x: 0.5, index: 3 }), end(10)], []).rows).toEqual(['index 3']);
    expect(runPicture([at(0, { x: 0.5 }), end(10)], []).rows).toEqual([]);
    expect(runPicture([at(0, { file: 'scan/1.png', image: 1 }), end(10)], []).rows).toEqual(['image 1']);
    expect(runPicture([at(0, { address: 'http://a.example/' }), end(10)], []).rows).toEqual(['http://a.example/']);
  });

  it('draws progress as it goes on by itself, and as it stands', () => {
    const events = [at(0, { progress: 0, date: 0, duration: 100_000 }), at(50, { progress: 0.5, date: null }), end(80)];
    expect(runPicture(events, []).curves).toEqual([
      {
        name: 'progress',
        low: 0,
        high: 1,
        slanted: true,
        points: [
          [0, 0],
          [50, 0.5],
          [50, 0.5],
          [80, 0.5],
        ],
      },
    ]);
  });

  it('draws what the process speaks of first, then what changes most, of its own devices alone, and nothing that stays the same', () => {
    const events = [
      device(0, 'pump.flow', 0, 'µl/min'),
      device(1, 'pump.flow', 100, 'µl/min'),
      ...[0, 1, 2, 3].map((t) => device(t, 'pump.dispensed', t, 'µl')),
      ...[0, 1, 2, 3].map((t) => device(t, 'thermostat.readout', t, 'degC')),
      device(0, 'pump.alarm', false),
      device(3, 'pump.alarm', true),
      device(0, 'pump.syringe', 5),
      end(4),
    ];
    const { curves } = runPicture(events, ['pump.flow']);
    expect(curves.map(({ name }) => name)).toEqual(['pump.flow', 'pump.dispensed']);
    expect(curves[0]).toEqual({
      name: 'pump.flow',
      unit: 'µl/min',
      low: 0,
      high: 100,
      points: [
        [0, 0],
        [1, 100],
      ],
    });
  });

  it('leaves out readings that differ by less than can be seen, but not the last one, nor that there is none', () => {
    const events = [
      device(0, 'a.b', 0),
      device(1, 'a.b', 1),
      device(2, 'a.b', 100),
      device(3, 'a.b', null),
      device(4, 'a.b', 100),
      device(5, 'a.b', 101),
      end(6),
    ];
    expect(runPicture(events, ['a.b']).curves[0]?.points).toEqual([
      [0, 0],
      [2, 100],
      [3, null],
      [4, 100],
      [5, 101],
    ]);
  });

  it('has the processes of a protocol as rows, with their states until each has ended', () => {
    const step = { kind: 'process', name: 'heat', event: 'step' } as const;
    const events: TraceEvent[] = [
      { t: 0, step: '1', ...step, state: 'active' },
      { ...running(0), step: '1' },
      { t: 5, step: '1', event: 'state', mode: 'failed', instance: 1 },
      { ...running(8), step: '1' },
      { t: 20, step: '1', event: 'state', mode: 'done', outcome: 'completed', instance: 1 },
      end(30),
    ];
    expect(runPicture(events, [])).toMatchObject({
      states: [],
      rows: ['heat'],
      spans: [
        { row: 0, from: 0, to: 5, state: 'Running' },
        { row: 0, from: 5, to: 8, state: 'Failed' },
        { row: 0, from: 8, to: 20, state: 'Running' },
      ],
    });
  });

  it('can be drawn of a run that did not even load', () => {
    expect(runPicture([], [])).toEqual({ length: 1e-6, states: [], rows: [], spans: [], curves: [] });
  });
});
