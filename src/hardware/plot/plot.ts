/** The plot over a whole run, drawn by uPlot. Loaded when a plot is opened. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { clockText } from '../../../model/time-text.js';
import { numberText } from '../../../model/unit-text.js';
import type { PlotLine } from './plot-data.js';

/** Steps of the axis of time, in seconds, as a clock goes. */
const timeSteps = [
  0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800,
];

/** Tokens of the lines, in their order. */
const lineColours = ['--run', '--jump', '--done', '--halt', '--pause', '--fail'] as const;

function lineColour(index: number): string {
  return lineColours[index % lineColours.length]!;
}

export class Plot {
  readonly #plot: uPlot;
  /** The part of time that is shown; `null`: the whole run. */
  #part: { readonly min: number; readonly max: number } | null = null;

  constructor(
    private readonly holder: HTMLElement,
    private readonly lines: readonly PlotLine[],
  ) {
    const colour = (token: string): string => resolved(holder, token);
    const units = [...new Set(lines.map(({ unit }) => unit))];
    const axis = {
      stroke: colour('--dim'),
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { stroke: colour('--line'), width: 1 },
      font: '11px sans-serif',
    };
    this.#plot = new uPlot(
      {
        ...this.#size(),
        cursor: { drag: { x: true, y: false } },
        scales: { x: { time: false } },
        axes: [
          { ...axis, values: (_, splits) => splits.map((seconds) => clockText(seconds)), space: 70, incrs: timeSteps },
          // The first two units have an axis each; the others are read at the cursor.
          ...units.slice(0, 2).map((unit, index) => ({
            ...axis,
            scale: unit || 'number',
            label: unit,
            labelFont: '11px sans-serif',
            side: (index === 0 ? 3 : 1) as uPlot.Axis.Side,
            grid: { ...axis.grid, show: index === 0 },
            size: 62,
          })),
        ],
        series: [
          { label: 'Time', value: (_, seconds) => (seconds === null ? '–' : clockText(seconds, 1)) },
          ...lines.map(({ node, title, unit }, index) => ({
            label: title,
            scale: unit || 'number',
            stroke: colour(lineColour(index)),
            width: 2,
            points: { show: false },
            value: (_: uPlot, value: number | null) =>
              value === null ? '–' : `${numberText(value, resolutionOf(node.spec))} ${unit}`.trim(),
          })),
        ],
        hooks: {
          // A stretch that was chosen with the pointer; a double click shows the whole run again.
          setSelect: [
            ({ select, posToVal }) => {
              if (select.width > 0) this.#part = { min: posToVal(select.left, 'x'), max: posToVal(select.left + select.width, 'x') };
            },
          ],
        },
      },
      dataOf(lines),
      holder,
    );
    this.#plot.over.addEventListener('dblclick', () => this.whole());
  }

  update(lines: readonly PlotLine[]): void {
    this.#plot.setData(dataOf(lines), this.#part === null);
    if (this.#part !== null) this.#plot.setScale('x', this.#part);
  }

  /** Shows a part of what is shown: 0.5 half of it, 2 twice as much, around its middle. */
  zoom(factor: number): void {
    const { min, max } = this.#shown();
    const [first, last] = this.#ends();
    const half = ((max - min) * factor) / 2;
    if (2 * half >= last - first) return this.whole();
    const middle = Math.min(last - half, Math.max(first + half, (min + max) / 2));
    this.#show({ min: middle - half, max: middle + half });
  }

  /** Moves along time by a part of what is shown, -1 to 1; not beyond the run. */
  move(part: number): void {
    if (this.#part === null) return;
    const { min, max } = this.#shown();
    const [first, last] = this.#ends();
    const by = Math.min(last - max, Math.max(first - min, (max - min) * part));
    this.#show({ min: min + by, max: max + by });
  }

  whole(): void {
    this.#part = null;
    const [min, max] = this.#ends();
    this.#plot.setScale('x', { min, max });
  }

  fit(): void {
    this.#plot.setSize(this.#size());
  }

  /** What is drawn, on the background of the page, under a title and the names of the lines. */
  picture(title: string): Promise<Blob | null> {
    const { canvas: drawn } = this.#plot.ctx;
    const canvas = document.createElement('canvas');
    canvas.width = drawn.width;
    const scale = devicePixelRatio;
    const head = Math.round(48 * scale);
    canvas.height = drawn.height + head;
    const context = canvas.getContext('2d');
    if (context === null) return Promise.resolve(null);
    context.fillStyle = resolved(this.holder, '--panel');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(drawn, 0, head);
    context.scale(scale, scale);
    context.fillStyle = resolved(this.holder, '--ink');
    context.font = '600 14px sans-serif';
    context.fillText(title, 12, 20);
    context.font = '12px sans-serif';
    let left = 12;
    for (const [index, { title: name }] of this.lines.entries()) {
      context.fillStyle = resolved(this.holder, lineColour(index));
      context.fillRect(left, 33, 12, 3);
      context.fillStyle = resolved(this.holder, '--ink');
      context.fillText(name, left + 18, 39);
      left += 18 + context.measureText(name).width + 18;
    }
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  }

  destroy(): void {
    this.#plot.destroy();
  }

  #show(part: { readonly min: number; readonly max: number }): void {
    this.#part = part;
    this.#plot.setScale('x', part);
  }

  #shown(): { readonly min: number; readonly max: number } {
    const { min = 0, max = 1 } = this.#plot.scales['x'] ?? {};
    return { min, max };
  }

  #ends(): readonly [first: number, last: number] {
    const [times] = this.#plot.data;
    return [times[0] ?? 0, times.at(-1) ?? 1];
  }

  #size(): { readonly width: number; readonly height: number } {
    const { clientWidth } = this.holder;
    return { width: Math.max(240, clientWidth), height: Math.max(180, Math.min(360, clientWidth * 0.6)) };
  }
}

function resolutionOf(spec: PlotLine['node']['spec']): number | null {
  return spec.type === 'numeric' ? spec.resolution : null;
}

/** Lines have samples at instants of their own; where one has none it goes on to its next. */
function dataOf(lines: readonly PlotLine[]): uPlot.AlignedData {
  const tables = lines.map(({ samples }): uPlot.AlignedData => [samples.map(([at]) => at), samples.map(([, value]) => value)]);
  return tables.length === 0 ? [[]] : uPlot.join(tables);
}

/** A canvas knows no tokens: the colour that one stands for here. */
function resolved(holder: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  holder.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
