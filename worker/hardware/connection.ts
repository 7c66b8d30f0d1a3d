import type { Microseconds, VirtualClock } from '../clock/virtual-clock.js';
import { Listeners } from './listeners.js';

/** Whether a device answers, and since when. */
export class Connection {
  /** Called on every change, after it. */
  readonly changed = new Listeners();
  /** Told whenever somebody wants something of the device while it is gone. */
  readonly missed = new Listeners();
  /** Grows with every change: tells one connection from the next. */
  epoch = 0;
  since: Microseconds;
  #connected: boolean;

  constructor(
    private readonly clock: VirtualClock,
    connected = true,
  ) {
    this.#connected = connected;
    this.since = clock.now;
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** False when that is so already. */
  set(connected: boolean): boolean {
    if (connected === this.#connected) return false;
    this.#connected = connected;
    this.since = this.clock.now;
    this.epoch++;
    this.changed.tell();
    return true;
  }
}
