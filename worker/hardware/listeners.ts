/** Those who want to be told, told in the order in which they came. */
export class Listeners<Arguments extends readonly unknown[] = []> {
  /** Never changed, only replaced, so that whoever is being told of something goes through the ones of that moment. */
  #listeners: readonly ((...values: Arguments) => void)[] = [];

  get size(): number {
    return this.#listeners.length;
  }

  /** Returns how to take it off. */
  add(listener: (...values: Arguments) => void): () => void {
    const entry = (...values: Arguments): void => listener(...values);
    this.#listeners = [...this.#listeners, entry];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== entry);
    };
  }

  /** Who is added meanwhile is told next time, who is taken off meanwhile is not told. */
  tell(...values: Arguments): void {
    const listeners = this.#listeners;
    for (const listener of listeners) if (listeners === this.#listeners || this.#listeners.includes(listener)) listener(...values);
  }
}
