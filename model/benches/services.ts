import type { BenchDescription } from '../bench.js';

/** For processes that talk to the world: what they need of devices is the time. */
export const servicesBench: BenchDescription = {
  name: 'services',
  label: 'Services',
  summary: 'No instruments but a clock: for processes that work with files, mail and the web.',
  devices: [{ name: 'clock', type: 'clock' }],
};
