import { browserPreferences, type Preferences } from '../ui/preferences.js';
import type { Tab } from '../ui/Shell.svelte';

export interface TourStop {
  /** The pane that has to be in sight on a narrow page. */
  readonly tab: Tab;
  /** What it tells of, and where the card stands: the first of these that is in sight. */
  readonly anchor: string;
  /** Where the card stands instead, if that is in sight. */
  readonly beside?: string;
  readonly side: 'bottom' | 'top';
  /** `end`: it is not to cover what stands to the right. */
  readonly align: 'start' | 'end';
  readonly title: string;
  readonly text: string;
}

export const tourStops: readonly TourStop[] = [
  {
    tab: 'code',
    anchor: '#code > .head',
    side: 'bottom',
    // The lines begin at the left.
    align: 'end',
    title: 'A process is a function',
    text: 'This is the code that Automancer would run. Change it, or choose another one from Examples: what you write is kept in this browser.',
  },
  {
    tab: 'process',
    anchor: '[data-tour="run"]',
    // Not over the controls, which are to be tried.
    beside: '#code > .head',
    side: 'bottom',
    align: 'end',
    title: 'Run it, and steer it',
    text: 'Run starts it. Then Pause, Jump, Swap data and Halt ask something of it; the process decides how it answers, and the page shows what it does.',
  },
  {
    tab: 'hardware',
    anchor: '#hardware > .head',
    side: 'bottom',
    align: 'start',
    title: 'The hardware is simulated',
    text: 'Watch the devices that the process uses, take one by hand, or let something go wrong: a cable that is pulled, a sensor that drifts.',
  },
  {
    tab: 'timeline',
    anchor: '#timeline > .head',
    side: 'top',
    align: 'start',
    title: 'Time is virtual',
    text: 'Hold it, step, or let it run at 100×. Everything that happens stands here: choose an instant, and the whole page shows it as it was.',
  },
];

/** A first look at the page in four stops. It starts nothing, and everything can be used meanwhile. */
export class Tour {
  readonly #preferences: Preferences;
  readonly #driven: boolean;
  #stop = $state.raw<number | null>(null);
  /** It was asked for, so it may take the focus. */
  #asked = false;

  /** `driven`: a program uses the browser, which has no use for a tour that it has not asked for. */
  constructor(preferences: Preferences = browserPreferences, driven: boolean = navigator.webdriver) {
    this.#preferences = preferences;
    this.#driven = driven;
  }

  /** The stop that is shown, from 0; `null`: none. */
  get stop(): number | null {
    return this.#stop;
  }

  get asked(): boolean {
    return this.#asked;
  }

  /** Somebody asks for it. */
  show(): void {
    this.#asked = true;
    this.#stop = 0;
  }

  /** Shows it to somebody who is here for the first time, without taking the focus. `known`: they have been here before. */
  welcome(known: boolean): void {
    if (known || this.#driven || this.#stop !== null || this.#preferences.read('tour') === 'done') return;
    this.#asked = false;
    this.#stop = 0;
  }

  move(by: 1 | -1): void {
    const next = (this.#stop ?? 0) + by;
    if (next >= tourStops.length) this.end();
    else this.#stop = Math.max(0, next);
  }

  /** It was seen, or skipped: it does not come again by itself. */
  end(): void {
    this.#stop = null;
    this.#preferences.write('tour', 'done');
  }
}
