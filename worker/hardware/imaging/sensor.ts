import type { SeededRandom } from '../seeded-random.js';

/** Chosen: an 8-bit camera whose pixels are full at 6200 electrons, with a read noise that just shows in the last grey level. */
export const sensorConstants = {
  /** Grey levels per electron. */
  gain: 0.04,
  /** The grey level of darkness. */
  offset: 8,
  /** Standard deviation of reading a pixel out, in electrons. */
  readNoise: 15,
} as const;

/**
 * What an 8-bit camera makes of the electrons of its pixels. Source: EMVA Standard 1288, release 4.0 (2021), the linear camera model:
 * the mean is gain × electrons + offset, and the variance gain² × (electrons + read noise²), plus 1/12 for rounding; light comes in
 * single photons, so its noise is the root of its amount. Beyond white a pixel tells nothing.
 */
export function greyLevels(electrons: Float64Array, random: SeededRandom): Uint8Array {
  const { gain, offset, readNoise } = sensorConstants;
  const grey = new Uint8Array(electrons.length);
  for (let pixel = 0; pixel < electrons.length; pixel++) {
    const mean = electrons[pixel] ?? 0;
    const noisy = mean + Math.sqrt(mean + readNoise ** 2) * random.noise(pixel);
    grey[pixel] = Math.min(255, Math.max(0, Math.round(gain * noisy + offset)));
  }
  return grey;
}
