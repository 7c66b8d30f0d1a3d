import type { DeviceHistory } from '../../model/history.js';
import { numberText, unitText } from '../../model/unit-text.js';
import type { Plottable } from './choice.svelte.js';
import type { Plot } from './picture/plot.js';
import { Samples } from './picture/samples.js';

/** Milliseconds between two questions for the course of a device. */
const interval = 1000;

/** The plots of device values: asks the runtime for their courses, no more than once a second, and while somebody looks only. */
export class DevicePlots {
  readonly #history: (device: string) => Promise<DeviceHistory | null>;
  readonly #changed: () => void;
  #samples = new Map<string, Samples>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #wanted: readonly string[] = [];
  #run = 0;

  /** `changed` is called when there is more to draw. */
  constructor(history: (device: string) => Promise<DeviceHistory | null>, changed: () => void) {
    this.#history = history;
    this.#changed = changed;
  }

  /** The plots of nodes as far as their courses have come. */
  of(plotted: readonly Plottable[]): readonly Plot[] {
    this.#wanted = [...new Set(plotted.map(({ device }) => device.id))];
    if (this.#wanted.some((id) => !this.#asked.has(id))) this.refresh();
    return plotted.map(({ device, node }) => {
      const unit = node.spec.type === 'numeric' ? unitText(node.spec.unit) : '';
      const resolution = node.spec.type === 'numeric' ? node.spec.resolution : null;
      const { value } = node;
      return {
        id: node.path,
        title: node.path === device.headline ? device.label : `${device.label}, ${node.label.toLowerCase()}`,
        samples: this.#samples.get(node.path) ?? new Samples(),
        steps: node.observed === 'pushed',
        text: (number) => `${numberText(number, resolution)}${unit ? ` ${unit}` : ''}`,
        head: () => (typeof value === 'number' ? value : Number.NaN),
      };
    });
  }

  readonly #asked = new Set<string>();

  /** There may be more: asks soon. */
  refresh(): void {
    if (this.#timer !== null || this.#wanted.length === 0) return;
    const isFirst = this.#wanted.some((id) => !this.#asked.has(id));
    this.#timer = setTimeout(() => void this.#ask(), isFirst ? 0 : interval);
  }

  /** Another run has begun: its devices know nothing yet. */
  restart(): void {
    this.#run++;
    this.#samples = new Map();
    this.#asked.clear();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #ask(): Promise<void> {
    const run = this.#run;
    for (const id of this.#wanted) {
      this.#asked.add(id);
      const history = await this.#history(id);
      if (run !== this.#run || history === null) continue;
      for (const { path, samples } of history.series) {
        const line = new Samples();
        for (const [at, value] of samples) line.add(at, value ?? Number.NaN);
        this.#samples.set(path, line);
      }
    }
    this.#timer = null;
    this.#changed();
  }
}
