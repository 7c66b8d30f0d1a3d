import type { DeviceView, NodeView } from '../../../model/devices.js';
import type { DeviceHistory } from '../../../model/history.js';
import { unitText } from '../../../model/unit-text.js';

/** A line of the plot. */
export interface PlotLine {
  readonly node: NodeView;
  readonly unit: string;
  /** `Readout (°C)`. */
  readonly title: string;
  readonly samples: DeviceHistory['series'][number]['samples'];
}

/** The numbers of a device that have a course. */
export function plotLines(device: DeviceView, history: DeviceHistory): readonly PlotLine[] {
  return history.series.flatMap(({ path, samples }) => {
    const node = device.nodes.find((candidate) => candidate.path === path);
    if (node === undefined || node.spec.type !== 'numeric') return [];
    const unit = unitText(node.spec.unit);
    return [{ node, unit, title: unit === '' ? node.label : `${node.label} (${unit})`, samples }];
  });
}

/** An instant, and the value of each line there; `undefined`: nothing is known of this one. */
export type PlotRow = readonly [seconds: number, ...values: (number | null | undefined)[]];

/** The lines side by side, one row an instant. */
export function plotRows(lines: readonly PlotLine[]): readonly PlotRow[] {
  const rows = new Map<number, (number | null | undefined)[]>();
  lines.forEach(({ samples }, index) => {
    for (const [at, value] of samples) {
      const row = rows.get(at) ?? new Array<undefined>(lines.length).fill(undefined);
      row[index] = value;
      rows.set(at, row);
    }
  });
  return [...rows].sort(([one], [other]) => one - other).map(([at, values]) => [at, ...values]);
}

/** The rows with what was known last where nothing new is. */
export function filledRows(rows: readonly PlotRow[]): readonly PlotRow[] {
  const last: (number | null | undefined)[] = [];
  return rows.map(([at, ...values]) => [at, ...values.map((value, index) => (last[index] = value === undefined ? last[index] : value))]);
}

/** So many rows at even steps, the first and the last one among them, for a table that a person reads. */
export function someRows(rows: readonly PlotRow[], most: number): readonly PlotRow[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, index) => rows[Math.round((index * (rows.length - 1)) / (most - 1))]!);
}

/** As a spreadsheet reads it (RFC 4180): a row an instant, empty where nothing is known. */
export function csvOf(lines: readonly PlotLine[]): string {
  const head = ['Time (s)', ...lines.map(({ title }) => title)];
  const rows = plotRows(lines).map((row) => row.map((value) => (value === null || value === undefined ? '' : String(value))));
  return [head, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
