import type { BenchDescription } from '../bench.js';
import { imagingBench } from './imaging.js';
import { incubatorBench } from './incubator.js';
import { microfluidicsBench } from './microfluidics.js';

/** One of each. */
export const everythingBench: BenchDescription = {
  name: 'everything',
  label: 'Everything',
  summary: 'All devices there are.',
  devices: [
    ...incubatorBench.devices,
    ...microfluidicsBench.devices,
    ...imagingBench.devices,
    { name: 'reader', type: 'plate-reader' },
    { name: 'plc', type: 'plc-tag' },
    { name: 'clock', type: 'clock' },
  ],
};
