import { describe, expect, it } from 'vitest';
import type { DeviceView, NodeView } from '../../../model/devices.js';
import { csvOf, filledRows, plotLines, plotRows, someRows } from './plot-data.js';

const node = (path: string, label: string, unit: string): NodeView => ({
  path,
  label,
  spec: { type: 'numeric', unit, range: null, resolution: 0.1 },
  readable: true,
  writable: false,
  observed: 'polled',
  nullable: false,
  settled: true,
  error: null,
  claim: null,
});
const device: DeviceView = {
  id: 'd',
  label: 'Device',
  kind: 'd',
  connected: true,
  connectedSince: 0,
  activity: '',
  nodes: [node('d.a', 'A', 'degC'), node('d.b', 'B, "the other"', '')],
  faults: [],
  headline: 'd.a',
  history: [],
};
const lines = plotLines(device, {
  series: [
    {
      path: 'd.a',
      samples: [
        [0, 20],
        [1, null],
        [2, 21.5],
      ],
    },
    { path: 'd.b', samples: [[1, 5]] },
    { path: 'd.gone', samples: [] },
  ],
});

describe('what is plotted', () => {
  it('is each number with its unit', () => {
    expect(lines.map(({ title }) => title)).toEqual(['A (°C)', 'B, "the other"']);
  });

  it('stands side by side by instant', () => {
    expect(plotRows(lines)).toEqual([
      [0, 20, undefined],
      [1, null, 5],
      [2, 21.5, undefined],
    ]);
  });

  it('goes on with what was known last, until there is a gap', () => {
    expect(filledRows(plotRows(lines))).toEqual([
      [0, 20, undefined],
      [1, null, 5],
      [2, 21.5, 5],
    ]);
  });

  it('can be saved for a spreadsheet', () => {
    expect(csvOf(lines)).toBe('Time (s),A (°C),"B, ""the other"""\r\n0,20,\r\n1,,5\r\n2,21.5,\r\n');
  });

  it('is thinned for a table, with its ends', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [at, at] as const);
    const some = someRows(rows, 50);
    expect(some).toHaveLength(50);
    expect([some[0], some.at(-1)]).toEqual([
      [0, 0],
      [999, 999],
    ]);
    expect(someRows(rows.slice(0, 3), 50)).toHaveLength(3);
  });
});
