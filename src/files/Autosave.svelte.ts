import type { StoreProblem, TextStore } from './text-store.js';

export type SaveState = 'saved' | 'saving' | StoreProblem;

/** What people read about it. */
export const saveText: Readonly<Record<SaveState, string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  blocked: 'Not saved: the browser blocks storage. Your text lasts as long as this page.',
  full: 'Not saved: the storage of the browser is full. Your text lasts as long as this page; Save file keeps it.',
};

/** Calls back once after so many milliseconds; returns how to call it off. */
export type Delay = (milliseconds: number, callback: () => void) => () => void;

export const browserDelay: Delay = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** The longest time that an edit waits to be stored, in milliseconds: short enough to lose no more than a word in a crash. */
export const saveDelay = 300;

/** Stores the newest text a little after the first edit that is not stored, and at once when it is asked to. */
export class Autosave {
  readonly #store: TextStore;
  readonly #text: () => string;
  readonly #delay: Delay;
  #cancel: (() => void) | null = null;
  #state = $state.raw<SaveState>('saved');

  /** @param text gives what is to be stored, at the time when it is stored. */
  constructor(store: TextStore, text: () => string, delay: Delay) {
    this.#store = store;
    this.#text = text;
    this.#delay = delay;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Something was edited. */
  changed(): void {
    if (this.#state === 'saved') this.#state = 'saving';
    this.#cancel ??= this.#delay(saveDelay, () => this.flush());
  }

  /** Stores now what is not stored; to be called also when the page may be about to go away. */
  flush(): void {
    if (!this.#cancel) return;
    this.#cancel();
    this.#cancel = null;
    this.#state = this.#store.write(this.#text()) ?? 'saved';
  }
}
