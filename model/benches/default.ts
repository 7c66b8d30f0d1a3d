import type { BenchDescription } from '../bench.js';

/** The bench of the first examples. */
export const defaultBench: BenchDescription = {
  name: 'default',
  label: 'Default bench',
  summary: 'A thermostat and a syringe pump.',
  devices: [
    { name: 'thermostat', type: 'thermostat' },
    { name: 'pump', type: 'pump' },
  ],
};
