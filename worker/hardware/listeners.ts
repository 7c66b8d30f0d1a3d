/** Those who want to be told, told in the order in which they came. */
export class Listeners<Arguments extends readonly unknown[] = []> {
  readonly #listeners = new Set<(...values: Arguments) => void>();

  get size(): number {
    return this.#listeners.size;
  }

  /** Returns how to take it off. */
  add(listener: (...values: Arguments) => void): () => void {
    const entry = (...values: Arguments): void => listener(...values);
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  /** Who is added meanwhile is told next time, who is taken off meanwhile is not told. */
  tell(...values: Arguments): void {
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener(...values);
  }
}
