import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { ThermalBlock, type ThermalConstants } from '../thermal-block.js';

/**
 * An aluminium block of 0.6 kg, the size that takes 24 tubes. Aluminium: 900 J/(kg·K) (CRC Handbook of Chemistry and Physics:
 * 0.897 J/(g·K) at 25 °C), so 540 J/K. The rest is chosen:
 * - heater 63 W, so that it heats by 540 J/K ÷ 63 W = 0.117 K/s (7 K/min) and 37 °C is reached from room temperature in minutes;
 * - Peltier cooling 22 W, so that it cools by 0.04 K/s (2.4 K/min): cooling is the slower of the two, and 4 °C takes some ten minutes;
 * - loss of 0.45 W/K (15 W/(m²·K), still air and radiation, over 0.03 m²), so that off it drifts with 540 ÷ 0.45 = 1200 s;
 * - controller tuned to approach the setpoint with 30 s, without overshoot.
 */
export const thermostatConstants: ThermalConstants = { ambient: 22, drift: 1200, approach: 30, heating: 7 / 60, cooling: 2.4 / 60 };

/** Standard deviation of a reading, °C. Chosen so that the last digit (0.1 °C) is alive and a tolerance of 0.2 K is met. */
const readoutNoise = 0.05;

/** °C. Chosen: from a refrigerator's temperature to one that stops most enzymes. */
const range = [4, 60] as const;

export const thermostat: DeviceType = {
  type: 'thermostat',
  label: 'Thermostat',
  description: 'A block that heats and cools.',
  create: (setup) => new Thermostat(setup),
};

/** A block that heats and cools, with a sensor. */
class Thermostat extends Device {
  readonly #block = new ThermalBlock({ ...thermostatConstants, ambient: this.setup.environment.ambient });
  readonly #random = this.random('readout');
  readonly readout = this.numeric('readout', {
    label: 'Readout',
    unit: 'degC',
    resolution: 0.1,
    read: (at) => this.readout.kind.round(this.#block.temperature(at) + readoutNoise * this.#random.noise(at)),
    observation: { type: 'polled', seconds: 1 },
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
    },
  });

  constructor(setup: DeviceSetup) {
    // Latency: a request and its answer of some 20 characters each, 10 bits a character at 19,200 bit/s, take 21 ms.
    super(setup, { latency: 0.02 });
    const { environment } = setup;
    environment.changed.add(() => this.#block.setAmbient(environment.ambient, this.loop.clock.now));
  }

  protected get activity(): string {
    const { setpoint } = this.#block;
    if (setpoint === null) return 'off';
    const distance = setpoint - this.#block.temperature(this.loop.clock.now);
    if (Math.abs(distance) < 0.15) return 'holding';
    return distance > 0 ? 'heating' : 'cooling';
  }
}
