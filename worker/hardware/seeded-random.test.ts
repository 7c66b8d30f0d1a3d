import { describe, expect, it } from 'vitest';
import { SeededRandom } from './seeded-random.js';

const instants = Array.from({ length: 20_000 }, (_, index) => index * 1_000_000);

describe('seeded randomness', () => {
  it('gives the same number for the same seed, stream and instant, in whichever order it is asked', () => {
    const [one, other] = [new SeededRandom(7, 'a'), new SeededRandom(7, 'a')];
    const forwards = instants.map((at) => one.noise(at));
    const backwards = [...instants].reverse().map((at) => other.noise(at));
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('is fixed for ever: recorded runs depend on it', () => {
    expect([0, 1, 1_000_000, 2 ** 40].map((at) => new SeededRandom(1, 'thermostat.readout').uniform(at).toFixed(9))).toMatchInlineSnapshot(`
      [
        "0.308323091",
        "0.963256222",
        "0.838098787",
        "0.266892762",
      ]
    `);
  });

  it('differs between seeds, streams, instants and beyond 32 bits', () => {
    const base = new SeededRandom(1, 'a').uniform(5);
    const others = [
      new SeededRandom(2, 'a').uniform(5),
      new SeededRandom(1, 'b').uniform(5),
      new SeededRandom(1, 'a').uniform(6),
      new SeededRandom(1, 'a').uniform(5, 1),
      new SeededRandom(1, 'a').uniform(5 + 2 ** 32),
      new SeededRandom(1 + 2 ** 32, 'a').uniform(5),
      new SeededRandom(-1, 'a').uniform(5),
    ];
    expect(new Set([base, ...others]).size).toBe(others.length + 1);
  });

  it('is spread evenly', () => {
    const random = new SeededRandom(3, 'spread');
    const counts = new Array<number>(10).fill(0);
    for (const at of instants) counts[Math.floor(random.uniform(at) * 10)]!++;
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('makes noise around 0 with a deviation of 1, within 3, that does not follow itself', () => {
    const random = new SeededRandom(3, 'noise');
    const values = instants.map((at) => random.noise(at));
    const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.04);
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(3);
    expect(Math.abs(mean(values.slice(1).map((value, index) => value * values[index]!)))).toBeLessThan(0.03);
  });
});
