/** How long after the last key nobody is taken to be typing any more, in milliseconds. */
const calm = 250;

export interface BusyTime {
  now(): number;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

const browserTime: BusyTime = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Knows whether a person is in the midst of something in the editor: then nothing may be exchanged under their hands. */
export class Busy {
  readonly #time: BusyTime;
  #lastKey = -Infinity;
  #composing = false;
  #pressing = false;

  constructor(time: BusyTime = browserTime) {
    this.#time = time;
  }

  /** Watches an element until the function that is returned is called. */
  watch(element: HTMLElement): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const on = (name: string, target: EventTarget, hear: () => void): void =>
      target.addEventListener(name, hear, { capture: true, signal });
    on('keydown', element, () => (this.#lastKey = this.#time.now()));
    on('beforeinput', element, () => (this.#lastKey = this.#time.now()));
    on('compositionstart', element, () => (this.#composing = true));
    on('compositionend', element, () => (this.#composing = false));
    on('pointerdown', element, () => (this.#pressing = true));
    for (const name of ['pointerup', 'pointercancel', 'blur']) on(name, window, () => (this.#pressing = false));
    return () => stop.abort();
  }

  /** Nobody types, composes or drags, and `also` holds: at once when it is so now. */
  async quiet(also: () => boolean = () => true): Promise<void> {
    while (this.#composing || this.#pressing || this.#time.now() - this.#lastKey < calm || !also()) await this.#time.wait(50);
  }
}
