import { follow, type Course } from '../course.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import type { HeatSource } from '../heat-source.js';
import { Listeners } from '../listeners.js';
import { ThermalBlock, type ThermalConstants } from '../thermal-block.js';

/**
 * What the controller does, chosen: 7 K/min up, so that 37 °C is reached from room temperature in minutes; 2.4 K/min down: cooling is the
 * slower of the two, and 4 °C takes some ten minutes; the setpoint approached with 30 s, without overshoot. `ambient` and `drift` are
 * those of the default parameters, for tests.
 */
export const thermostatConstants: ThermalConstants = { ambient: 22, drift: 1200, approach: 30, heating: 7 / 60, cooling: 2.4 / 60 };

/** °C. Chosen: from a refrigerator's temperature to one that stops most enzymes. */
const range = [4, 60] as const;

/**
 * An aluminium block of 0.6 kg, the size that takes 24 tubes. Aluminium: 900 J/(kg·K) (CRC Handbook of Chemistry and Physics:
 * 0.897 J/(g·K) at 25 °C), so 540 J/K. It loses 0.45 W/K (15 W/(m²·K), still air and radiation, over 0.03 m²), so that off it drifts
 * with 540 ÷ 0.45 = 1200 s. Heater and Peltier cooler are chosen: just enough for the controller over the whole range in a room of 22 °C.
 */
export const thermostat: DeviceType = {
  type: 'thermostat',
  label: 'Thermostat',
  description: 'A block that heats and cools, with a sensor.',
  parameters: {
    heater: { description: 'The most that the heater gives, in watts', unit: 'W', default: 100, range: [1, 2000] },
    cooler: { description: 'The most that the cooler takes away, in watts', unit: 'W', default: 30, range: [0, 2000] },
    capacity: { description: 'Heat that warms the block by a kelvin, in J/K', unit: 'J/K', default: 540, range: [10, 100_000] },
    loss: { description: 'Heat lost to the room, in watts per kelvin of difference', unit: 'W/K', default: 0.45, range: [0.01, 100] },
    sensorLag: { description: 'Time constant with which the sensor follows the block, in seconds', unit: 's', default: 2, range: [0, 120] },
    noise: { description: 'Standard deviation of a reading, in kelvin', unit: 'K', default: 0.05, range: [0, 5] },
  },
  create: (setup) => new Thermostat(setup),
};

/** A block that heats and cools, with a sensor. */
class Thermostat extends Device implements HeatSource {
  readonly courseChanged = new Listeners();
  readonly #block = new ThermalBlock(this.#constants());
  readonly #lag = this.setup.parameter('sensorLag');
  readonly #noise = this.setup.parameter('noise');
  readonly #random = this.random('readout');
  #sensor = this.#block.course;
  readonly readout = this.numeric('readout', {
    label: 'Readout',
    unit: 'degC',
    resolution: 0.1,
    read: (at) => this.readout.kind.round(this.#sensor.at(at) + this.#noise * this.#random.noise(at)),
    observation: { type: 'polled', seconds: 1 },
    ...(this.#noise > 0 && { noise: this.#noise }),
    noise: this.#noise,
  });
  readonly setpoint = this.numeric('setpoint', {
    label: 'Setpoint',
    unit: 'degC',
    range,
    resolution: 0.1,
    nullable: true,
    read: () => this.#block.setpoint,
    write: (setpoint) => {
      this.beforeChange();
      this.#block.set(setpoint, this.loop.clock.now);
      this.#changed();
    },
  });

  constructor(setup: DeviceSetup) {
    // Latency: a request and its answer of some 20 characters each, 10 bits a character at 19,200 bit/s, take 21 ms.
    super(setup, { latency: 0.02 });
    const { environment } = setup;
    environment.changed.add(() => {
      this.#block.setAmbient(environment.ambient, this.loop.clock.now);
      this.#changed();
    });
  }

  /** How the temperature of the block goes on. */
  get course(): Course {
    return this.#block.course;
  }

  protected get activity(): string {
    const { setpoint } = this.#block;
    if (setpoint === null) return 'off';
    const distance = setpoint - this.#block.temperature(this.loop.clock.now);
    if (Math.abs(distance) < 0.15) return 'holding';
    return distance > 0 ? 'heating' : 'cooling';
  }

  #changed(): void {
    const { now } = this.loop.clock;
    this.#sensor = follow(this.#block.course, this.#lag, this.#sensor.at(now), now);
    this.courseChanged.tell();
  }

  #constants(): ThermalConstants {
    const { environment } = this.setup;
    const of = (name: string): number => this.setup.parameter(name);
    const capacity = of('capacity');
    return {
      ...thermostatConstants,
      ambient: environment.ambient,
      drift: capacity / of('loss'),
      heater: of('heater') / capacity,
      cooler: of('cooler') / capacity,
    };
  }
}
