import type { EnvironmentDescription } from '../../model/bench.js';
import { Listeners } from './listeners.js';

/** Room temperature, °C: within the 20 to 25 °C that ISO 554 and the pharmacopoeias take for a laboratory. */
const roomTemperature = 22;

/** What all devices of a bench stand in. */
export class Environment {
  /** Told before something changes, so that whoever computes from it can settle what was until now. */
  readonly changing = new Listeners();
  /** Told after it. */
  readonly changed = new Listeners();
  #ambient: number;

  constructor({ ambient = roomTemperature }: EnvironmentDescription = {}) {
    this.#ambient = ambient;
  }

  /** Temperature of the room, °C. */
  get ambient(): number {
    return this.#ambient;
  }

  setAmbient(temperature: number): void {
    if (temperature === this.#ambient) return;
    this.changing.tell();
    this.#ambient = temperature;
    this.changed.tell();
  }
}
