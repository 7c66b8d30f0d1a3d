import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';

export const clock: DeviceType = {
  type: 'clock',
  label: 'Clock',
  description: 'Tells the virtual time that has passed since the run began.',
  create: (setup) => new Clock(setup),
};

/** The clock of the run as a node, so that data and scripts can look at it as at any other value. It is never late and never wrong. */
class Clock extends Device {
  readonly time = this.numeric('time', {
    label: 'Time',
    unit: 's',
    resolution: 0.001,
    read: (at) => this.time.kind.round(at / 1e6),
    observation: { type: 'polled', seconds: 1 },
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0 });
  }

  protected get activity(): string {
    return 'running';
  }
}
