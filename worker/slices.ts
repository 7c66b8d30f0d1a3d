import type { RealTime } from './clock/real-time.js';

/** How long others wait for a turn meanwhile. */
const sliceMilliseconds = 4;

/**
 * Works in slices, so that messages are answered and the clock goes on in between. `step` does a little and says whether all is done; before
 * each slice `wanted` says whether it still matters. False when it did not.
 */
export async function inSlices(real: RealTime, step: () => boolean, wanted: () => boolean): Promise<boolean> {
  const done = await new Promise<boolean>((resolve, reject) => {
    const slice = (): void => {
      if (!wanted()) return resolve(false);
      const end = real.now() + sliceMilliseconds;
      try {
        do if (step()) return resolve(true);
        while (real.now() < end);
      } catch (error) {
        return reject(error instanceof Error ? error : new Error(String(error)));
      }
      real.soon(slice);
    };
    slice();
  });
  // Something else may have come between the last slice and those who wait for it.
  return done && wanted();
}
