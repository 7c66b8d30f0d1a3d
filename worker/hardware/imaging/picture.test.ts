import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../seeded-random.js';
import { spotWidth } from './optics.js';
import { pictureHeight, pictureWidth, pixelSize, type Shot, takePicture } from './picture.js';
import { greyLevels, sensorConstants } from './sensor.js';
import { Specimen } from './specimen.js';

const random = () => new SeededRandom(1, 'picture');
const shot = (more: Partial<Shot> = {}): Shot => ({ places: [[0, 0]], focus: 0, exposure: 20, random: random(), ...more });
const specimen = new Specimen(1);

/** Sums over a picture. */
const sum = ({ pixels }: { readonly pixels: Uint8Array }) => pixels.reduce((all, grey) => all + grey, 0);
const brightestOf = ({ pixels }: { readonly pixels: Uint8Array }) => pixels.reduce((most, grey) => Math.max(most, grey), 0);

/** How much neighbours differ: large in a sharp picture. */
function sharpness({ pixels }: { readonly pixels: Uint8Array }): number {
  let total = 0;
  for (let row = 1; row < pictureHeight; row += 1) {
    for (let column = 4; column < pictureWidth; column++) {
      const at = row * pictureWidth + column;
      total += (pixels[at]! - pixels[at - 4]!) ** 2;
    }
  }
  return total;
}

describe('the specimen', () => {
  it('shows the same cells of a place, from wherever one looks', () => {
    const there = specimen.around(500, 300, 200, 200, 0);
    const wider = specimen.around(450, 320, 800, 600, 0);
    expect(there.length).toBeGreaterThan(0);
    for (const cell of there) expect(wider).toContainEqual(cell);
    expect(new Specimen(1).around(500, 300, 200, 200, 0)).toEqual(there);
    expect(new Specimen(2).around(500, 300, 200, 200, 0)).not.toEqual(there);
  });

  it('has one cell per square of 80 µm on average', () => {
    const cells = specimen.around(0, 0, 8000, 8000, 0);
    expect(cells.length / 100 ** 2).toBeCloseTo(1, 1);
    expect(cells.every(({ diameter, brightness }) => diameter >= 8 && diameter <= 16 && brightness >= 0.3 && brightness <= 1)).toBe(true);
  });
});

describe('the width of a spot', () => {
  it('is 0.225 λ/NA for a point in focus, and grows with the cone of light', () => {
    expect(spotWidth(0, 0)).toBeCloseTo((0.225 * 0.52) / 0.3, 12);
    // sin α = 0.3: tan α = 0.3145; a disc of radius 31.45 µm has a standard deviation of half of that.
    expect(spotWidth(0, 100)).toBeCloseTo(15.73, 1);
    expect(spotWidth(0, -100)).toBe(spotWidth(0, 100));
    expect(spotWidth(12, 0)).toBeCloseTo(Math.hypot(3, 0.39), 9);
  });
});

describe('the sensor', () => {
  it('has the mean and the variance of the linear camera model', () => {
    const { gain, offset, readNoise } = sensorConstants;
    for (const mean of [0, 500, 2000, 4000]) {
      const grey = greyLevels(new Float64Array(40_000).fill(mean), random());
      const average = sum({ pixels: grey }) / grey.length;
      const variance = grey.reduce((all, level) => all + (level - average) ** 2, 0) / grey.length;
      expect(average).toBeCloseTo(gain * mean + offset, 1);
      expect(variance / (gain ** 2 * (mean + readNoise ** 2) + 1 / 12)).toBeCloseTo(1, 1);
    }
  });

  it('is white beyond its full pixel', () => {
    expect([...greyLevels(Float64Array.of(7000, 1e9), random())]).toEqual([255, 255]);
  });
});

describe('a picture', () => {
  it('is the same each time, and its noise another one for another picture', () => {
    expect(takePicture(specimen, shot())).toEqual(takePicture(specimen, shot()));
    expect(takePicture(specimen, shot({ random: new SeededRandom(1, 'other') }))).not.toEqual(takePicture(specimen, shot()));
  });

  it('shows a cell where it is: the picture moves with the stage, pixel for pixel', () => {
    const [cell] = specimen.around(0, 0, 40, 40, 60);
    const at = (x: number, y: number) => {
      const { pixels } = takePicture(specimen, shot({ places: [[cell!.x - x, cell!.y - y]], exposure: 5 }));
      return pixels[Math.floor(pictureHeight / 2 - y / pixelSize) * pictureWidth + Math.floor(pictureWidth / 2 + x / pixelSize)]!;
    };
    const middle = at(0, 0);
    expect(middle).toBeGreaterThan(20);
    for (const [x, y] of [
      [50, 0],
      [-70, 40],
      [0, -60],
    ] as const)
      expect(Math.abs(at(x, y) - middle)).toBeLessThan(12);
  });

  it('is as bright as it is exposed long, and keeps its light out of focus, but less sharp', () => {
    const light = (more: Partial<Shot>) => sum(takePicture(specimen, shot(more))) - sensorConstants.offset * pictureWidth * pictureHeight;
    expect(light({ exposure: 10 }) / light({ exposure: 5 })).toBeCloseTo(2, 1);
    const [sharp, blurred] = [takePicture(specimen, shot({ exposure: 10 })), takePicture(specimen, shot({ exposure: 10, focus: 60 }))];
    expect(light({ exposure: 10, focus: 15 }) / light({ exposure: 10 })).toBeCloseTo(1, 1);
    expect(sharpness(sharp)).toBeGreaterThan(4 * sharpness(blurred));
    expect(brightestOf(sharp)).toBeGreaterThan(brightestOf(blurred));
  });

  it('is sharpest where the slide is: 1 µm higher for each mm to the right', () => {
    const places = [[20_000, 0]] as const;
    const best = [-20, 0, 20, 40].map((focus) => sharpness(takePicture(specimen, shot({ places, focus }))));
    expect(best.indexOf(Math.max(...best))).toBe(2);
    expect(specimen.height(20_000, 0)).toBe(20);
  });

  it('is smeared when the stage moves meanwhile', () => {
    const moving = takePicture(specimen, shot({ places: [-20, -10, 0, 10, 20].map((x) => [x, 0] as const) }));
    expect(sharpness(moving)).toBeLessThan(sharpness(takePicture(specimen, shot())) / 2);
  });
});
