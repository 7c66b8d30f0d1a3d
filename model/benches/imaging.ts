import type { BenchDescription } from '../bench.js';

/** For scans of a slide. */
export const imagingBench: BenchDescription = {
  name: 'imaging',
  label: 'Imaging',
  summary: 'A microscope: a stage that moves a slide of stained cells.',
  devices: [{ name: 'stage', type: 'stage' }],
};
