/** Tells what a `wait()` started that it is not wanted any more: the part of `AbortSignal` that needs no event machinery. */
export class WaitSignal {
  #aborted = false;
  readonly #listeners = new Set<() => void>();
  readonly #lost: (error: unknown) => void;

  /** `lost` is told what a listener raises: nobody else could deal with it. */
  constructor(lost: (error: unknown) => void) {
    this.#lost = lost;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  /** Calls `listener` when it is not wanted any more; at once when that is so already. Returns how to take it off. */
  onAbort(listener: () => void): () => void {
    if (typeof listener !== 'function') throw new TypeError('signal.onAbort() takes a function, such as () => stop().');
    if (this.#aborted) listener();
    else this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        this.#lost(error);
      }
    }
    this.#listeners.clear();
  }
}
