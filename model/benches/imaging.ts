import type { BenchDescription } from '../bench.js';

/** For scans of a slide. */
export const imagingBench: BenchDescription = {
  name: 'imaging',
  label: 'Imaging',
  summary: 'A microscope: a stage that moves a slide of stained cells, and a camera that takes pictures of them.',
  devices: [
    { name: 'stage', type: 'stage' },
    { name: 'camera', type: 'camera', wiring: { stage: 'stage' } },
  ],
};
