import type { NodeSpec } from '../../model/devices.js';
import { type Quantity, quantityOf } from '../quantity/index.js';
import { amountIn } from './amount.js';
import { OutOfRangeError } from './errors.js';
import type { ValueKind } from './value-kind.js';

export interface NumericOptions {
  /** Unit in which the device counts; `''` for plain numbers. */
  readonly unit: string;
  /** Least and largest value that may be written, in `unit`; absent: any. */
  readonly range?: readonly [minimum: number, maximum: number];
  /** The smallest step that the device can tell, in `unit`; absent: any. */
  readonly resolution?: number;
}

/** Numbers with a unit, kept in the unit of the device. Written values are checked against the range (semantics 7.2) and rounded to the resolution. */
export class NumericKind implements ValueKind<number, Quantity> {
  readonly unit: string;
  readonly range: readonly [minimum: number, maximum: number] | null;
  readonly resolution: number | null;
  /** How many steps of the resolution are 1, where that is a whole number; `null`: it is not. */
  readonly #stepsPerUnit: number | null;

  constructor({ unit, range, resolution }: NumericOptions) {
    if (range && !(range[0] < range[1])) throw new RangeError(`A range from ${range[0]} to ${range[1]} holds nothing.`);
    this.unit = unit;
    this.range = range ?? null;
    this.resolution = resolution ?? null;
    const perUnit = resolution === undefined ? Number.NaN : Math.round(1 / resolution);
    this.#stepsPerUnit = perUnit >= 1 && 1 / perUnit === resolution ? perUnit : null;
  }

  get spec(): NodeSpec {
    return { type: 'numeric', unit: this.unit, range: this.range, resolution: this.resolution };
  }

  read(input: unknown, label: string): number {
    const amount = amountIn(this.unit, input, label);
    const { range } = this;
    if (range && !(amount >= range[0] && amount <= range[1])) {
      throw new OutOfRangeError(
        `${label} ${this.text(amount)} is out of range: at least ${this.text(range[0])}, at most ${this.text(range[1])}.`,
      );
    }
    return this.round(amount);
  }

  /** To the nearest step of the resolution. */
  round(amount: number): number {
    const step = this.resolution;
    if (step === null) return amount;
    const steps = Math.round(amount / step);
    // Nearly always: one division gives the decimal nearest to it, and no text has to be made.
    return this.#stepsPerUnit === null ? Number((steps * step).toPrecision(12)) : steps / this.#stepsPerUnit;
  }

  same(one: number, other: number): boolean {
    return Math.abs(one - other) <= (this.resolution ?? 0) / 2;
  }

  show(value: number): Quantity {
    return quantityOf(value, this.unit);
  }

  json(value: number): number {
    return value;
  }

  text(value: number): string {
    return this.show(value).toString();
  }
}
