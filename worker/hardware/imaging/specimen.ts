import { SeededRandom } from '../seeded-random.js';

/** A stained cell. Lengths in µm. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
  /** Of what light the brightest sends out, from 0.3 to 1. */
  readonly brightness: number;
}

/** Edge of the squares into which the slide is divided, µm. Each holds up to two cells, so that some 12 are in a picture. */
const square = 80;

/** µm by which the slide rises per mm to the right and per mm away: 1 µm/mm is 0.06°, a slide that lies on a speck of dust. */
const tilt = { x: 1, y: 0.5 } as const;

/**
 * Cells scattered over a slide, without an end: which there are depends on the seed and the place only, so every picture of a place
 * shows the same ones. Chosen: cells of 8 to 16 µm, as most animal cells in suspension are.
 */
export class Specimen {
  readonly #random: SeededRandom;

  constructor(seed: number) {
    this.#random = new SeededRandom(seed, 'specimen');
  }

  /** The cells whose centre is within `reach` µm of a rectangle around (x, y), in the order of their squares. */
  around(x: number, y: number, width: number, height: number, reach: number): readonly Cell[] {
    const cells: Cell[] = [];
    const column = (at: number) => Math.floor(at / square);
    const [halfWidth, halfHeight] = [width / 2 + reach, height / 2 + reach];
    for (let row = column(y - halfHeight); row <= column(y + halfHeight); row++) {
      for (let place = column(x - halfWidth); place <= column(x + halfWidth); place++) {
        for (const cell of this.#of(place, row))
          if (Math.abs(cell.x - x) <= halfWidth && Math.abs(cell.y - y) <= halfHeight) cells.push(cell);
      }
    }
    return cells;
  }

  /** At what focus, in µm, a place is sharp. */
  height(x: number, y: number): number {
    return (tilt.x * x + tilt.y * y) / 1000;
  }

  #of(column: number, row: number): readonly Cell[] {
    // Two whole numbers as one; squares up to 80 m away are told apart.
    const key = (column + 2 ** 20) * 2 ** 21 + row + 2 ** 20;
    const uniform = (index: number) => this.#random.uniform(key, index);
    return Array.from({ length: Math.floor(uniform(0) * 3) }, (_, cell) => ({
      x: (column + uniform(4 * cell + 1)) * square,
      y: (row + uniform(4 * cell + 2)) * square,
      diameter: 8 + 8 * uniform(4 * cell + 3),
      brightness: 0.3 + 0.7 * uniform(4 * cell + 4),
    }));
  }
}
