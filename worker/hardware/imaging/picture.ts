import type { SeededRandom } from '../seeded-random.js';
import { spotWidth } from './optics.js';
import { greyLevels } from './sensor.js';
import type { Specimen } from './specimen.js';

/** An 8-bit grey picture, row by row from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export const pictureWidth = 256;
export const pictureHeight = 192;
/** µm of the specimen per pixel: 13 µm pixels (6.5 µm, two by two) behind a magnification of 10. */
export const pixelSize = 1.3;

/** Electrons per ms that a pixel gets at the middle of the brightest sharp cell of 12 µm, and anywhere. Chosen: 20 ms are a good exposure. */
const brightest = 200;
const background = 8;

/** Standard deviations beyond which nothing of a spot is left: e^(−4²/2) is 0.03 %, less than a grey level. */
const reach = 4;

export interface Shot {
  /** What the camera looks at while its shutter is open, µm: several places smear the picture. */
  readonly places: readonly (readonly [x: number, y: number])[];
  /** Where the objective is focused, µm. */
  readonly focus: number;
  /** ms. */
  readonly exposure: number;
  /** The noise of this picture. */
  readonly random: SeededRandom;
}

/** Takes a picture of a specimen: y grows upwards in it, x to the right. */
export function takePicture(specimen: Specimen, { places, focus, exposure, random }: Shot): Picture {
  const electrons = new Float64Array(pictureWidth * pictureHeight).fill(background * exposure);
  for (const [x, y] of places) addCells(electrons, specimen, x, y, focus, exposure / places.length);
  return { width: pictureWidth, height: pictureHeight, pixels: greyLevels(electrons, random) };
}

/** Adds the light of the cells that are seen at a place. The light of a cell stays the same, however far it is spread. */
function addCells(electrons: Float64Array, specimen: Specimen, x: number, y: number, focus: number, exposure: number): void {
  const defocus = focus - specimen.height(x, y);
  const furthest = reach * spotWidth(16, defocus);
  const sharpWidth = spotWidth(12, 0);
  for (const cell of specimen.around(x, y, pictureWidth * pixelSize, pictureHeight * pixelSize, furthest)) {
    const width = spotWidth(cell.diameter, defocus);
    const peak = brightest * exposure * cell.brightness * (sharpWidth / width) ** 2 * (cell.diameter / 12) ** 2;
    const across = profile((cell.x - x) / pixelSize + pictureWidth / 2, width / pixelSize, pictureWidth);
    const along = profile((y - cell.y) / pixelSize + pictureHeight / 2, width / pixelSize, pictureHeight);
    for (let row = along.from; row < along.to; row++) {
      const line = peak * (along.values[row - along.from] ?? 0);
      for (let column = across.from; column < across.to; column++) {
        const pixel = row * pictureWidth + column;
        electrons[pixel] = (electrons[pixel] ?? 0) + line * (across.values[column - across.from] ?? 0);
      }
    }
  }
}

/** The bell curve along one side of the picture, in pixels; it is the product of two, so it is worked out once per row and column. */
function profile(centre: number, width: number, size: number): { readonly from: number; readonly to: number; readonly values: number[] } {
  const from = Math.max(0, Math.floor(centre - reach * width));
  const to = Math.min(size, Math.ceil(centre + reach * width));
  const values = Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const distance = from + index + 0.5 - centre;
    return Math.exp(-(distance ** 2) / (2 * width ** 2));
  });
  return { from, to: Math.max(from, to), values };
}
