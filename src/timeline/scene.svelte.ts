import type { DeviceHistory } from '../../model/history.js';
import type { Range } from '../../model/place.js';
import type { StepPath } from '../../model/steps.js';
import type { Trace } from '../../model/trace.js';
import type { LaneChoice } from './choice.svelte.js';
import { DevicePlots } from './device-plots.js';
import { estimatePlots } from './estimate-plot.js';
import { Fold } from './picture/fold.js';
import { LaneBook } from './lane-book.js';
import { type Palette, readPalette } from './picture/palette.js';
import { rangeText } from './picture/draw-plot.js';
import { Scale } from './picture/scale.js';
import { type Row, Surface } from './picture/surface.js';
import { followTheme } from './theme-watch.js';
import type { TimelineView } from './view.svelte.js';

/** Heights of rows in pixels of the page. */
const laneHeight = 24;
const plotHeight = 40;
/** So many events are taken into one picture, which costs some milliseconds; the others come with the next ones. */
const mostEvents = 4000;

/** The elements of the page that a scene draws upon and moves. */
export interface Stage {
  readonly lanes: HTMLCanvasElement;
  readonly axis: HTMLCanvasElement;
  /** Where the head of the run, the pointer and the chosen instant are shown. */
  readonly head: HTMLElement;
  readonly hover: HTMLElement;
  readonly chosen: HTMLElement;
}

/** What is to be shown of a run. */
export interface Shown {
  readonly trace: Trace;
  /** Virtual seconds. */
  readonly now: number;
  /** Until when the runtime has told what happens. */
  readonly told: number;
  readonly at: number | null;
  readonly hover: number | null;
}

/** The picture of a run, brought up to date in the next frame whenever something of it has changed. */
export class Scene {
  readonly book: LaneBook;
  readonly #view: TimelineView;
  readonly #choice: LaneChoice;
  readonly #plots: DevicePlots;
  #rows = $state.raw<readonly Row[]>([]);
  #ranges = $state.raw<ReadonlyMap<string, string>>(new Map());
  /** Grows when there is more in the lanes. */
  #version = $state(0);
  #shown: Shown = { trace: { events: [], length: 0, total: 0 }, now: 0, told: 0, at: null, hover: null };
  #stage: Stage | null = null;
  #surface: Surface | null = null;
  #palette: Palette | null = null;
  #frame: number | null = null;
  /** Of the picture, in pixels of the page. */
  #width = 0;
  #scale = new Scale(Fold.none, { from: 0, span: 6 }, 1);

  constructor(
    view: TimelineView,
    choice: LaneChoice,
    history: (device: string) => Promise<DeviceHistory | null>,
    guards: (step: StepPath) => readonly Range[],
  ) {
    this.book = new LaneBook(guards);
    this.#view = view;
    this.#choice = choice;
    this.#plots = new DevicePlots(history, () => this.request());
  }

  /** From the top. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  get version(): number {
    return this.#version;
  }

  /** Between which values the plots are drawn, in words, by the id of their row. */
  get ranges(): ReadonlyMap<string, string> {
    return this.#ranges;
  }

  /** Height of all rows, in pixels of the page. */
  get height(): number {
    const last = this.#rows.at(-1);
    return last ? last.top + last.height : laneHeight;
  }

  /** The scale of the last picture, in pixels of the device. */
  get scale(): Scale {
    return this.#scale;
  }

  get now(): number {
    return this.#shown.now;
  }

  /** Draws upon a stage from now on; returns how to end that. */
  open(stage: Stage): () => void {
    this.#stage = stage;
    this.#surface = new Surface(stage.lanes, stage.axis);
    const stopTheme = followTheme(() => {
      this.#palette = null;
      this.request();
    });
    // Told, not asked: to ask in a frame would lay out the whole page in the middle of it.
    const sizes = new ResizeObserver(([entry]) => {
      this.#width = entry?.contentRect.width ?? 0;
      this.request();
    });
    sizes.observe(stage.axis);
    this.request();
    return () => {
      stopTheme();
      sizes.disconnect();
      this.#plots.stop();
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      this.#frame = null;
      this.#stage = null;
    };
  }

  /** What is to be seen has changed. */
  show(shown: Shown): void {
    if (shown.trace !== this.#shown.trace) this.#plots.refresh();
    this.#shown = shown;
    this.request();
  }

  request(): void {
    if (this.#stage === null) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  #draw(): void {
    const stage = this.#stage!;
    const { trace, now, told, at, hover } = this.#shown;
    this.#read(trace, told);
    const ratio = devicePixelRatio;
    const width = Math.round(this.#width * ratio);
    if (width === 0) return;
    this.#palette ??= readPalette(stage.axis.parentElement!);
    const window = this.#view.at(now, this.book.gaps);
    const scale = (this.#scale = new Scale(this.#view.fold, window, width));
    const rows = this.#layOut();
    this.#surface!.draw({ rows, scale, now, height: this.height, ratio, palette: this.#palette });
    this.#tellRanges(rows, now);
    const put = (element: HTMLElement, t: number | null): void => {
      const x = t === null ? -1 : scale.x(t) / ratio;
      element.hidden = x < 0 || x > width / ratio;
      element.style.transform = `translateX(${Math.round(x * ratio) / ratio}px)`;
    };
    put(stage.head, now);
    put(stage.hover, hover);
    put(stage.chosen, at);
  }

  #read(trace: Trace, told: number): void {
    const begun = this.book.runs;
    const changed = this.book.extend(trace, told, mostEvents);
    if (this.book.length < trace.length) this.request();
    if (!changed) return;
    if (this.book.runs !== begun) {
      this.#plots.restart();
      this.#choice.restart();
    }
    this.#version++;
  }

  #tellRanges(rows: readonly Row[], now: number): void {
    const ranges = new Map<string, string>();
    for (const row of rows) if ('plot' in row) ranges.set(rowId(row), rangeText(row.plot, this.#scale, now));
    const isSame = ranges.size === this.#ranges.size && [...ranges].every(([id, text]) => this.#ranges.get(id) === text);
    if (!isSame) this.#ranges = ranges;
  }

  /** The rows as they are now; the labels beside them are made anew only when other ones are there. */
  #layOut(): readonly Row[] {
    this.#choice.look();
    const lanes = this.book.lanes.filter(({ sort }) => this.#choice.shows(sort));
    const estimates = this.#choice.shows('estimate') ? estimatePlots(this.book.estimates) : [];
    const rows: Row[] = [];
    let top = 0;
    for (const lane of lanes) {
      rows.push({ lane, top, height: laneHeight });
      top += laneHeight;
    }
    for (const plot of [...estimates, ...this.#plots.of(this.#choice.plotted)]) {
      rows.push({ plot, top, height: plotHeight });
      top += plotHeight;
    }
    const isSame = rows.length === this.#rows.length && rows.every((row, index) => rowId(row) === rowId(this.#rows[index]!));
    if (!isSame) this.#rows = rows;
    return rows;
  }
}

export function rowId(row: Row): string {
  return 'lane' in row ? row.lane.id : row.plot.id;
}
