/** The effects that a process has reported, to find those that a later instance brings about once more (semantics 4.4). */
export class EffectsSoFar {
  readonly #ofEarlierInstances = new Set<string>();
  readonly #ofThisInstance = new Set<string>();

  /** Takes an effect down, by what it says. Whether an earlier instance has reported it already. */
  add(what: string): boolean {
    this.#ofThisInstance.add(what);
    return this.#ofEarlierInstances.has(what);
  }

  /** The next instance begins. */
  recreate(): void {
    for (const what of this.#ofThisInstance) this.#ofEarlierInstances.add(what);
    this.#ofThisInstance.clear();
  }
}
