import type { BenchDescription } from '../bench.js';
import { mailServer } from '../mail-server.js';
import { webAddresses } from '../web-addresses.js';

/** For processes that talk to the world: what they need of devices is the time. */
export const servicesBench: BenchDescription = {
  name: 'services',
  label: 'Services',
  summary: 'No instruments but a clock: for processes that work with files, mail and the web.',
  devices: [{ name: 'clock', type: 'clock' }],
  services: {
    web: webAddresses,
    mail: mailServer,
    files: [
      { path: 'plates/layout.csv', text: 'well,sample,volume\nA1,control,100 ul\nA2,culture 42,100 ul\nB1,culture 42,50 ul\n' },
      { path: 'settings.json', text: '{ "recipient": "ada@lab.example", "interval": "10 min" }\n' },
    ],
  },
};
