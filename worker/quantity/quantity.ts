import { type Dimension, sameDimension } from './dimension.js';
import { dimensionExample, dimensionName } from './dimension-text.js';
import { QuantityError } from './quantity-error.js';
import { unitOf } from './read-unit.js';
import { shortestAmount } from './shortest-amount.js';
import { type Unit, unitless } from './unit.js';

/**
 * A number with a unit: `10 min`, `37 °C`. Immutable. The number is kept in SI base units (`value`), the unit is for show.
 *
 * Comparison, `plus` and `minus` need equal dimensions; a plain number counts as a quantity without dimension (semantics 5.1).
 * A temperature in °C or °F is a point on a scale: the difference of two is in kelvin, kelvin can be added to it,
 * and it can be neither doubled nor added to another. `.in('K')` turns it into an absolute temperature, which can.
 */
export class Quantity {
  /** In SI base units: seconds, kelvin, m³/s. Always finite. */
  readonly value: number;
  readonly unit: Unit;

  /** `value` in SI base units. To make a quantity from an amount of a unit use `quantityOf(10, 'min')`. */
  constructor(value: number, unit: Unit) {
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new QuantityError(`A quantity needs a finite number, not ${String(value)}.`);
    this.value = value === 0 ? 0 : value;
    this.unit = unit;
    Object.freeze(this);
  }

  /** The same as `value`, as Automancer names it too. */
  get magnitude(): number {
    return this.value;
  }

  /** Exponents of the base quantities: `{ time: 1 }`. */
  get dimension(): Dimension {
    return this.unit.dimension;
  }

  /** The same as `dimension`, as Automancer names it. */
  get dimensionality(): Dimension {
    return this.unit.dimension;
  }

  /** The number of that unit: `quantityOf(20, 'degC').valueIn('K')` is 293.15. Raises QuantityError for a unit of another dimension. */
  valueIn(unit: string | Unit): number {
    const wanted = unitOf(unit);
    this.#need(wanted, 'expressed in');
    return shortestAmount(this.value, wanted);
  }

  /** The same as `valueIn`, as Automancer names it. */
  magnitudeAs(unit: string | Unit): number {
    return this.valueIn(unit);
  }

  /** The same quantity, shown in another unit of the same dimension. */
  in(unit: string | Unit): Quantity {
    const wanted = unitOf(unit);
    this.#need(wanted, 'expressed in');
    return new Quantity(this.value, wanted);
  }

  plus(other: Quantity | number): Quantity {
    const right = asQuantity(other);
    this.#need(right.unit, 'added to', right);
    if (this.unit.shift !== 0 && right.unit.shift !== 0) {
      throw new QuantityError(
        `${this.toString()} and ${right.toString()} are two temperatures, which cannot be added.`,
        'Write what is added in kelvin: 5 K.',
      );
    }
    return new Quantity(this.value + right.value, right.unit.shift !== 0 ? right.unit : this.unit);
  }

  minus(other: Quantity | number): Quantity {
    const right = asQuantity(other);
    this.#need(right.unit, 'subtracted from', right);
    if (right.unit.shift !== 0) return new Quantity(this.value - right.value, unitOf('K'));
    return new Quantity(this.value - right.value, this.unit);
  }

  times(other: Quantity | number): Quantity {
    const right = asQuantity(other);
    this.#needNoScale('multiplied');
    right.#needNoScale('multiplied');
    return new Quantity(this.value * right.value, this.unit.times(right.unit));
  }

  over(other: Quantity | number): Quantity {
    const right = asQuantity(other);
    this.#needNoScale('divided');
    right.#needNoScale('divided');
    if (right.value === 0) throw new QuantityError(`${this.toString()} cannot be divided by zero.`);
    return new Quantity(this.value / right.value, this.unit.times(right.unit, -1));
  }

  /** To a whole power. */
  pow(exponent: number): Quantity {
    if (!Number.isInteger(exponent)) throw new QuantityError(`A quantity can only be raised to a whole power, not ${exponent}.`);
    this.#needNoScale('raised to a power');
    if (this.value === 0 && exponent < 0) throw new QuantityError(`${this.toString()} cannot be divided by zero.`);
    return new Quantity(this.value ** exponent, this.unit.pow(exponent));
  }

  negated(): Quantity {
    if (this.unit.shift !== 0) return quantityOf(-this.valueIn(this.unit), this.unit);
    return new Quantity(-this.value, this.unit);
  }

  abs(): Quantity {
    return this.unit.shift === 0 && this.value < 0 ? this.negated() : this;
  }

  /** Below 0, 0 or above 0, as this is smaller than, equal to or larger than the other. */
  compare(other: Quantity | number): number {
    const right = asQuantity(other);
    this.#need(right.unit, 'compared with', right);
    return this.value - right.value;
  }

  equals(other: Quantity | number): boolean {
    return this.compare(other) === 0;
  }

  lessThan(other: Quantity | number): boolean {
    return this.compare(other) < 0;
  }

  greaterThan(other: Quantity | number): boolean {
    return this.compare(other) > 0;
  }

  /** `10 min`, `37 °C`, `50 %`; can be read again by `parseQuantity`. */
  toString(): string {
    const { symbol } = this.unit;
    return `${this.valueIn(this.unit)}${symbol === '' ? '' : ` ${symbol}`}`;
  }

  toJSON(): { readonly value: number; readonly unit: string } {
    return { value: this.valueIn(this.unit), unit: this.unit.symbol };
  }

  /** Text for templates. Raises QuantityError where a plain number is wanted (`<`, `*`, `-`), which would silently ignore the units. */
  [Symbol.toPrimitive](wanted: string): string {
    if (wanted !== 'number') return this.toString();
    throw new QuantityError(
      `${this.toString()} is a quantity, which operators such as <, - and * cannot use.`,
      'Use .value (SI units) or .valueIn(unit) for the number, or .lessThan(), .plus(), .minus(), .times() and .over().',
    );
  }

  #need(unit: Unit, verb: string, other?: Quantity): void {
    if (sameDimension(this.dimension, unit.dimension)) return;
    const [subject, object] = verb === 'added to' || verb === 'subtracted from' ? [other, this] : [this, other];
    const target = object
      ? `${object.toString()}, ${dimensionName(object.dimension)}`
      : `${unit.symbol === '' ? 'a plain number' : unit.symbol}, which is for ${dimensionName(unit.dimension)}`;
    const example = dimensionExample(this.dimension);
    throw new QuantityError(
      `${subject?.toString() ?? ''} is ${dimensionName((subject ?? this).dimension)} and cannot be ${verb} ${target}.`,
      example === null ? null : `A quantity such as ${example} is needed.`,
    );
  }

  #needNoScale(verb: string): void {
    if (this.unit.shift === 0) return;
    throw new QuantityError(
      `${this.toString()} is a point on a scale and cannot be ${verb}.`,
      "Only a difference can: subtract another temperature first (in code, .in('K') gives the absolute temperature).",
    );
  }
}

/** `quantityOf(10, 'min')`: so much of a unit. Raises QuantityError for an unknown unit or a number that is not finite. */
export function quantityOf(amount: number, unit: string | Unit): Quantity {
  if (typeof amount !== 'number' || !Number.isFinite(amount))
    throw new QuantityError(`A quantity needs a finite number, not ${String(amount)}.`);
  const wanted = unitOf(unit);
  return new Quantity(wanted.toSI(amount), wanted);
}

function asQuantity(value: Quantity | number): Quantity {
  if (value instanceof Quantity) return value;
  if (typeof value === 'number') return new Quantity(value, unitless);
  throw new QuantityError('A quantity can only be combined with another quantity or a number.', 'Read text with am.q("10 min") first.');
}
