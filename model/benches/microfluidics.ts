import type { BenchDescription } from '../bench.js';

/** For liquids in thin channels. */
export const microfluidicsBench: BenchDescription = {
  name: 'microfluidics',
  label: 'Microfluidics',
  summary: 'A syringe pump and a pressure controller, which push liquid through a channel each.',
  devices: [
    { name: 'pump', type: 'pump', wiring: { outlet: 'channel' } },
    { name: 'channel', type: 'channel' },
    { name: 'pressure', type: 'pressure', wiring: { outlet: 'rinse' } },
    { name: 'rinse', type: 'channel', label: 'Rinse channel', parameters: { width: 200 } },
  ],
};
