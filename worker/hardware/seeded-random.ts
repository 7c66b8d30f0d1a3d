/**
 * Randomness without a state: the number depends on the seed, a name and an instant only. So looking more often, or in another
 * order, changes nothing, and the same seed gives the same numbers on every machine.
 */
export class SeededRandom {
  readonly #key: number;

  /** `stream` keeps the numbers of different things apart. */
  constructor(seed: number, stream: string) {
    let key = mix(mix(seed | 0) ^ Math.floor(seed / 2 ** 32));
    for (let index = 0; index < stream.length; index++) key = mix(key ^ stream.charCodeAt(index));
    this.#key = key;
  }

  /** A number of [0, 1) for an instant in virtual microseconds; `index` tells several of one instant apart. */
  uniform(at: number, index = 0): number {
    const low = mix(this.#key ^ (at | 0));
    const high = mix(low ^ Math.floor(at / 2 ** 32));
    return (mix(high ^ index) >>> 0) / 2 ** 32;
  }

  /**
   * A number around 0 with a standard deviation of 1, never beyond 3: the sum of three uniform numbers, which is close to a bell
   * curve and needs additions only, so that it is the same on every machine.
   */
  noise(at: number): number {
    return 2 * (this.uniform(at, 1) + this.uniform(at, 2) + this.uniform(at, 3)) - 3;
  }
}

/** Spreads the bits of a 32-bit number: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
function mix(value: number): number {
  let bits = (value + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
