import type { BenchDescription } from '../bench.js';

/** A tube that is kept warm and shaken. */
export const incubatorBench: BenchDescription = {
  name: 'incubator',
  label: 'Incubator',
  summary: 'A thermostat with a sample in it, on a shaker.',
  devices: [
    { name: 'thermostat', type: 'thermostat' },
    { name: 'sample', type: 'sample', wiring: { block: 'thermostat' } },
    { name: 'shaker', type: 'shaker' },
  ],
};
