import type { FaultType } from '../../model/faults.js';
import type { Microseconds } from '../clock/virtual-clock.js';
import { NodeUnavailableError } from './errors.js';
import type { SeededRandom } from './seeded-random.js';

/** A fault, as the nodes and cables feel it that it befalls. */
export interface ActiveFault {
  readonly type: FaultType;
  readonly since: Microseconds;
  readonly amount: number;
  /** It made a difference to somebody who read or wrote. */
  fired(): void;
}

/** What a node tells its trouble about itself. */
export interface Troubled<Value> {
  readonly label: string;
  /** Standard deviation of a usual reading, in the unit of the node. */
  readonly noise: number;
  readonly random: () => SeededRandom;
  /** A number as the device can show it. */
  round(value: number): number;
  /** The device's own value. */
  value(at: Microseconds): Value | null;
}

/** What is wrong with a node at present: faults stand between it and its device, so a device knows nothing of them. */
export class Trouble<Value> {
  readonly #faults = new Set<ActiveFault>();
  /** What a node that is stuck shows. */
  readonly #frozen = new Map<ActiveFault, Value | null>();
  /** When a value was written last: what drifts begins anew. */
  #written: Microseconds = 0;

  constructor(private readonly node: Troubled<Value>) {}

  begin(fault: ActiveFault): void {
    if (fault.type === 'stuck') this.#frozen.set(fault, this.distorted(fault.since));
    this.#faults.add(fault);
  }

  end(fault: ActiveFault): void {
    this.#faults.delete(fault);
    this.#frozen.delete(fault);
  }

  /** Whether readings fail. */
  get unreadable(): boolean {
    return this.#first('read-error') !== undefined;
  }

  /** Seconds by which an answer is late. */
  delay(): number {
    let seconds = 0;
    if (this.#faults.size === 0) return seconds;
    for (const fault of this.#of('slow')) {
      fault.fired();
      seconds += fault.amount;
    }
    return seconds;
  }

  /** To be called when the device is read, before it answers. Raises `NodeUnavailableError`. */
  reading(): void {
    if (this.#faults.size === 0) return;
    const error = this.#first('read-error');
    if (error !== undefined) {
      error.fired();
      throw new NodeUnavailableError(`${this.node.label} cannot be read: its sensor gives no valid value.`);
    }
    for (const fault of this.#faults) if (fault.type === 'stuck' || fault.type === 'drift' || fault.type === 'noise') fault.fired();
  }

  /** To be called when the device is told a value, before it takes it. Raises `NodeUnavailableError`. */
  writing(at: Microseconds): void {
    const error = this.#first('write-error');
    if (error !== undefined) {
      error.fired();
      throw new NodeUnavailableError(`${this.node.label} cannot be written: the device refuses the value.`);
    }
    this.#written = at;
  }

  /** What the device answers at an instant, as far as the faults let it. */
  distorted(at: Microseconds): Value | null {
    if (this.#faults.size === 0) return this.node.value(at);
    for (const frozen of this.#frozen.values()) return frozen;
    const value = this.node.value(at);
    if (typeof value !== 'number') return value;
    let sum: number = value;
    for (const { type, amount, since } of this.#faults) {
      if (type === 'drift') sum += (amount * Math.max(0, at - Math.max(since, this.#written))) / 60e6;
      // Added to the usual noise it gives `amount` times as much: variances add up.
      if (type === 'noise') sum += Math.sqrt(amount * amount - 1) * this.node.noise * this.node.random().noise(at);
    }
    // A number in, a number out.
    return this.node.round(sum) as Value;
  }

  #first(type: FaultType): ActiveFault | undefined {
    for (const fault of this.#of(type)) return fault;
    return undefined;
  }

  *#of(type: FaultType): Iterable<ActiveFault> {
    for (const fault of this.#faults) if (fault.type === type) yield fault;
  }
}
