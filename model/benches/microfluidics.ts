import type { BenchDescription } from '../bench.js';

/** For liquids in thin channels, through valves, and onto a balance. */
export const microfluidicsBench: BenchDescription = {
  name: 'microfluidics',
  label: 'Microfluidics',
  summary: 'A syringe pump and a pressure controller with a channel each, which a valve opens, and a dispenser over a balance.',
  devices: [
    { name: 'pump', type: 'pump', wiring: { outlet: 'channel' } },
    { name: 'channel', type: 'channel', wiring: { valve: 'relays' } },
    { name: 'pressure', type: 'pressure', wiring: { outlet: 'rinse' } },
    { name: 'rinse', type: 'channel', label: 'Rinse channel', parameters: { width: 200, valve: 2 }, wiring: { valve: 'relays' } },
    { name: 'valve', type: 'rotary-valve' },
    { name: 'relays', type: 'relays' },
    { name: 'dispenser', type: 'pump', label: 'Dispenser' },
    { name: 'balance', type: 'balance', wiring: { beaker: 'dispenser' } },
  ],
};
