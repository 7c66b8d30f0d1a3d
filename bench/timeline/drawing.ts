/** Draws the timeline and uPlot in a page, and times it; bundled by the benchmark. */
import uPlot from 'uplot';
import { Fold } from '../../src/timeline/picture/fold.js';
import { kinds } from '../../src/timeline/picture/kinds.js';
import { Lane, type LaneSort } from '../../src/timeline/picture/lane.js';
import { readPalette } from '../../src/timeline/picture/palette.js';
import type { Plot } from '../../src/timeline/picture/plot.js';
import { Samples } from '../../src/timeline/picture/samples.js';
import { Scale, type Window } from '../../src/timeline/picture/scale.js';
import { type Row, Surface } from '../../src/timeline/picture/surface.js';

/** Milliseconds of each picture: drawing it, with its pixels read back so that nothing is put off; and from frame to frame. */
export interface Timing {
  readonly drawn: readonly number[];
  readonly intervals: readonly number[];
}

const [width, height, laneCount] = [1200, 480, 20];

/** The same numbers in every round and for everyone. */
function random(): () => number {
  let state = 7;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** `count` spans in twenty lanes; one in a thousand is an error. */
function lanesOf(count: number): readonly Row[] {
  const next = random();
  const sorts: readonly LaneSort[] = ['state', 'location', 'await', 'requests', 'diagnostics'];
  const words = { label: (event: number) => `event ${event}`, text: (event: number) => `Event ${event}.` };
  return Array.from({ length: laneCount }, (_, number) => {
    const lane = new Lane(`${number}`, sorts[number % sorts.length]!, `Lane ${number}`, words);
    const each = Math.floor(count / laneCount);
    const step = count / each;
    for (let index = 0; index < each; index++) {
      const start = index * step + next() * step * 0.4;
      const kind = next() < 0.001 ? 'error' : kinds[3 + Math.floor(next() * 8)]!;
      lane.add(start, kind, index, lane.marks ? start : start + step * (0.2 + next() * 0.4));
    }
    return { lane, top: number * 24, height: 24 };
  });
}

/** A random walk of `count` points. */
function walkOf(count: number): { readonly times: Float64Array; readonly values: Float64Array } {
  const next = random();
  const [times, values] = [new Float64Array(count), new Float64Array(count)];
  for (let index = 0, value = 0; index < count; index++) {
    times[index] = index;
    values[index] = value += next() - 0.5;
  }
  return { times, values };
}

type Draw = (window: Window) => void | Promise<void>;

/** Moves a window of half the run over it, or into it. */
async function move(span: number, frames: number, zooms: boolean, draw: Draw, context: CanvasRenderingContext2D): Promise<Timing> {
  const drawn: number[] = [];
  const intervals: number[] = [];
  let last = 0;
  for (let frame = 0; frame < frames; frame++) {
    const at = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    if (last > 0) intervals.push(at - last);
    last = at;
    const part = frame / frames;
    const window = zooms ? { from: span * 0.4 * part, span: span * 0.999 ** (frame * 12) } : { from: (span / 2) * part, span: span / 2 };
    const start = performance.now();
    await draw(window);
    context.getImageData(0, 0, 1, 1);
    drawn.push(performance.now() - start);
  }
  return { drawn: drawn.slice(2), intervals: intervals.slice(2) };
}

function canvas(): HTMLCanvasElement {
  const element = document.body.appendChild(document.createElement('canvas'));
  element.style.cssText = `display:block;width:${width}px;height:${height}px`;
  return element;
}

/** Everything that is drawn of `count` events. */
export class Study {
  readonly #count: number;
  readonly #rows: readonly Row[];
  readonly #line: readonly Row[];
  readonly #walk: ReturnType<typeof walkOf>;
  readonly #lanes = canvas();
  readonly #surface: Surface;
  readonly #palette = readPalette(document.body);
  #uplot: uPlot | null = null;

  constructor(count: number) {
    this.#count = count;
    this.#rows = lanesOf(count);
    this.#walk = walkOf(count);
    const samples = new Samples();
    for (let index = 0; index < count; index++) samples.add(this.#walk.times[index]!, this.#walk.values[index]!);
    const plot: Plot = { id: 'walk', title: 'Walk', samples, text: (value) => value.toFixed(1), steps: false, head: () => Number.NaN };
    this.#line = [{ plot, top: 0, height }];
    this.#surface = new Surface(this.#lanes, canvas());
  }

  /** The timeline: all lanes, with axis and labels. */
  lanes(frames: number, zooms: boolean): Promise<Timing> {
    return this.#timeline(this.#rows, frames, zooms);
  }

  /** The timeline: one plot as high as all lanes, of what uPlot draws. */
  line(frames: number, zooms: boolean): Promise<Timing> {
    return this.#timeline(this.#line, frames, zooms);
  }

  async uplot(frames: number, zooms: boolean): Promise<Timing> {
    this.#uplot ??= new uPlot(
      { width, height, pxAlign: 0, legend: { show: false }, scales: { x: { time: false } }, series: [{}, { stroke: '#4c78a8' }] },
      [this.#walk.times, this.#walk.values],
      document.body,
    );
    const plot = this.#uplot;
    const draw: Draw = async ({ from, span }) => {
      plot.setScale('x', { min: from, max: from + span });
      // It draws in a microtask.
      await null;
      await null;
    };
    return move(this.#count, frames, zooms, draw, plot.ctx);
  }

  #timeline(rows: readonly Row[], frames: number, zooms: boolean): Promise<Timing> {
    const draw: Draw = (window) =>
      this.#surface.draw({
        rows,
        scale: new Scale(Fold.none, window, width),
        now: this.#count,
        height,
        ratio: 1,
        palette: this.#palette,
      });
    return move(this.#count, frames, zooms, draw, this.#lanes.getContext('2d')!);
  }
}

/** Milliseconds that it takes to add `count` spans to one lane, with its pyramid. */
export function addingTime(count: number): number {
  const lane = new Lane('', 'state', '', { label: () => '', text: () => '' });
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    const at = lane.add(index, 'run', index);
    if (index > 0) lane.spans.close(at - 1, index);
  }
  return performance.now() - start;
}

Object.assign(globalThis, { Study, addingTime });
