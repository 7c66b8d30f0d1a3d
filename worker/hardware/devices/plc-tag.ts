import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { Listeners } from '../listeners.js';

/** What the analogue modules of a Siemens S7 make of their nominal range: 0 to 27648 (S7-1200 system manual, analogue values). */
const fullScale = 27_648;

export const plcTag: DeviceType = {
  type: 'plc-tag',
  label: 'PLC tag',
  description: 'A pressure in a register of a programmable controller: a whole number, scaled to bar, that is taken over once a cycle.',
  parameters: {
    low: { description: 'What 0 stands for, in bar', unit: 'bar', default: 0, range: [-10, 1000] },
    high: { description: `What ${fullScale} stands for, in bar`, unit: 'bar', default: 10, range: [-10, 1000] },
    cycle: { description: 'Cycle time of the controller, in seconds', unit: 's', default: 0.1, range: [0.001, 10] },
  },
  create: (setup) => new PlcTag(setup),
};

/**
 * A variable of the type AnalogUnit as OPC UA (part 8, data access) has it: EURange is `low` to `high`, InstrumentRange 0 to 27648, and
 * one follows from the other linearly. Cyclic controllers look at their inputs at the beginning of a cycle only.
 */
class PlcTag extends Device {
  readonly #low = this.setup.parameter('low');
  readonly #step = (this.setup.parameter('high') - this.#low) / fullScale;
  readonly #changed = new Listeners();
  #raw = 0;
  readonly value = this.numeric('value', {
    label: 'Value',
    unit: 'bar',
    range: [this.#low, this.setup.parameter('high')],
    resolution: this.#step,
    read: () => Number((this.#low + this.#raw * this.#step).toPrecision(12)),
    write: (value) => this.#write(value ?? this.#low),
    observation: { type: 'pushed', subscribe: (changed) => this.#changed.add(changed) },
  });
  readonly raw = this.numeric('raw', {
    label: 'Raw value',
    unit: '',
    resolution: 1,
    read: () => this.#raw,
    observation: { type: 'pushed', subscribe: (changed) => this.#changed.add(changed) },
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.01 });
  }

  protected get activity(): string {
    return `raw value ${this.#raw} of ${fullScale}`;
  }

  /** The answer comes at the end of the cycle in which the value is taken over. */
  #write(value: number): void {
    this.beforeChange();
    this.#raw = Math.round((value - this.#low) / this.#step);
    const cycle = Math.round(this.setup.parameter('cycle') * 1e6);
    this.link.busy((cycle - (this.loop.clock.now % cycle)) / 1e6);
    this.#changed.tell();
  }
}
