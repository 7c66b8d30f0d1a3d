import type { BenchDescription } from '../bench.js';
import { defaultBench } from './default.js';
import { everythingBench } from './everything.js';
import { imagingBench } from './imaging.js';
import { incubatorBench } from './incubator.js';
import { microfluidicsBench } from './microfluidics.js';
import { servicesBench } from './services.js';

export { defaultBench };

/** The benches to choose from, in the order in which they are best met. */
export const benches: readonly BenchDescription[] = [
  defaultBench,
  incubatorBench,
  microfluidicsBench,
  imagingBench,
  servicesBench,
  everythingBench,
];

/** A bench by its name, or `null`. */
export function benchNamed(name: string): BenchDescription | null {
  return benches.find((bench) => bench.name === name) ?? null;
}
