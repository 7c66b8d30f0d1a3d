import type { BenchDescription } from '../bench.js';

/** The bench of the first examples. */
export const defaultBench: BenchDescription = {
  name: 'default',
  label: 'Default bench',
  summary: 'A thermostat and a syringe pump.',
  devices: [
    // Its sensor answers at once: where to begin, what is read is what is there.
    { name: 'thermostat', type: 'thermostat', parameters: { sensorLag: 0 } },
    { name: 'pump', type: 'pump' },
  ],
};
