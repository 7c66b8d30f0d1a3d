import { defaultSizes, moveBorder, type PaneSizes, readSizes, timelineRange, smallestShare, withTimeline } from './pane-sizes.js';
import { browserPreferences, type Preferences } from './preferences.js';

/** One border that a person can move: what it is called, where it stands in percent of its range, and how it moves. */
export interface Border {
  readonly label: string;
  readonly orientation: 'vertical' | 'horizontal';
  /** 0 to 100, for assistive technology. */
  readonly percent: number;
  /** Moves by pixels, of `whole` pixels that the panes share. */
  move(pixels: number, whole: number): void;
  reset(): void;
}

/** Sizes of the panes, remembered from visit to visit. */
export class Panes {
  readonly #preferences: Preferences;
  #sizes = $state.raw(defaultSizes);

  constructor(preferences: Preferences = browserPreferences) {
    this.#preferences = preferences;
    this.#sizes = readSizes(preferences.read('panes'));
  }

  get sizes(): PaneSizes {
    return this.#sizes;
  }

  column(index: 0 | 1, label: string): Border {
    const [a, b] = this.#sizes.columns;
    const start = index === 0 ? 0 : a;
    const percent = index === 0 ? a : a + b;
    return {
      label,
      orientation: 'vertical',
      percent: Math.round(Math.max(percent, start + smallestShare) * 100),
      move: (pixels, whole) => this.#keep(moveBorder(this.#sizes, index, pixels / whole)),
      reset: () => this.#keep({ ...this.#sizes, columns: defaultSizes.columns }),
    };
  }

  timeline(label: string): Border {
    const { min, max } = timelineRange;
    return {
      label,
      orientation: 'horizontal',
      percent: Math.round(((this.#sizes.timeline - min) / (max - min)) * 100),
      move: (pixels) => this.#keep(withTimeline(this.#sizes, this.#sizes.timeline - pixels)),
      reset: () => this.#keep({ ...this.#sizes, timeline: defaultSizes.timeline }),
    };
  }

  #keep(sizes: PaneSizes): void {
    this.#sizes = sizes;
    this.#preferences.write('panes', sizes);
  }
}
