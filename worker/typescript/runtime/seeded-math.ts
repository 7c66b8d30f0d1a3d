/** `Math` whose `random()` gives the same numbers for the same seed. */
export function createMath(seed: number): Math {
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(Math), random: { value: createRandom(seed), writable: true, configurable: true } },
  ) as Math;
}

/** Numbers from 0 (inclusive) to 1 (exclusive): the generator "mulberry32" (T. Ettinger, 2017, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
