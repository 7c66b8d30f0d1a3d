import { combined, type Dimension, dimensionless, sameDimension } from './dimension.js';
import { powerText } from './dimension-text.js';
import type { NamedUnit } from './unit-table.js';

/** A named unit to a whole power other than zero. */
export interface UnitPart {
  readonly unit: NamedUnit;
  readonly power: number;
}

/**
 * A unit of measure: `min`, `°C`, `µl/min`. Immutable; `unitOf(text)` makes one.
 * A shifted scale (°C, °F) keeps its shift only when it stands alone: in `K/min` and `°C/min` a degree is a difference.
 */
export class Unit {
  /** Zero, or what is added to an amount before scaling (273.15 for °C). */
  readonly shift: number;
  readonly dimension: Dimension;
  /** As printed, and as it can be read again: `µl/min`, `m/s²`, `/s`, empty for plain numbers. */
  readonly symbol: string;
  readonly #up: number;
  readonly #down: number;

  constructor(readonly parts: readonly UnitPart[]) {
    const [first] = parts;
    this.shift = first && parts.length === 1 && first.power === 1 ? first.unit.shift : 0;
    this.dimension = parts.length === 0 ? dimensionless : combined(parts.map(({ unit, power }) => [unit.dimension, power]));
    this.symbol = symbolOf(parts);
    const up = product(parts, 1);
    const down = product(parts, -1);
    const divisor = commonDivisor(up, down);
    this.#up = up / divisor;
    this.#down = down / divisor;
    Object.freeze(this);
  }

  /** The SI value of `amount` of this unit. */
  toSI(amount: number): number {
    return ((amount + this.shift) * this.#up) / this.#down;
  }

  /** How much of this unit an SI value is. */
  fromSI(value: number): number {
    return (value * this.#down) / this.#up - this.shift;
  }

  /** This unit times another to a whole power. Units of the same dimension are merged into the first (`ml/min` times `s` is `ml`), percents vanish. */
  times(other: Unit, power = 1): Unit {
    return new Unit(merged([...this.parts, ...other.parts.map((part) => ({ unit: part.unit, power: part.power * power }))]));
  }

  pow(power: number): Unit {
    return unitless.times(this, power);
  }

  toString(): string {
    return this.symbol;
  }
}

/** The unit of plain numbers. */
export const unitless = new Unit([]);

function merged(parts: readonly UnitPart[]): readonly UnitPart[] {
  const result: UnitPart[] = [];
  for (const part of parts) {
    const index = result.findIndex(({ unit }) => unit.symbol === part.unit.symbol || sameDimension(unit.dimension, part.unit.dimension));
    const found = result[index];
    if (found) result[index] = { unit: found.unit, power: found.power + part.power };
    else result.push(part);
  }
  return result.filter(({ unit, power }) => power !== 0 && !sameDimension(unit.dimension, dimensionless));
}

function product(parts: readonly UnitPart[], sign: 1 | -1): number {
  return parts.reduce((result, { unit, power }) => result * (power * sign > 0 ? unit.up : unit.down) ** Math.abs(power), 1);
}

/** So that a gram is exactly a thousandth of a kilogram: the two numbers are whole, unless they are too large to matter. */
function commonDivisor(one: number, other: number): number {
  return Number.isSafeInteger(one) && Number.isSafeInteger(other) ? (other === 0 ? one : commonDivisor(other, one % other)) : 1;
}

function symbolOf(parts: readonly UnitPart[]): string {
  const over = parts.filter(({ power }) => power > 0).map(({ unit, power }) => unit.symbol + powerText(power));
  const under = parts.filter(({ power }) => power < 0).map(({ unit, power }) => `/${unit.symbol}${powerText(-power)}`);
  return over.join('·') + under.join('');
}
