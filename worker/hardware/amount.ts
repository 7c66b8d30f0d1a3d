import { dimensionExample, dimensionName, parseQuantity, Quantity, QuantityError, sameDimension, unitOf } from '../quantity/index.js';

/** What a process may give for a number of a node: a quantity, its text (`37 degC`), or a number where the node has no unit. */
export type Amount = Quantity | string | number;

/**
 * An amount in the unit of a node. A bare number for a node with a unit is refused: guessing the unit wrong spoils an experiment.
 * `name` begins the sentence of the error.
 */
export function amountIn(unit: string, input: unknown, name: string): number {
  return quantityFor(unit, input, name).valueIn(unit);
}

/** A difference in the unit of a node: of temperatures `0.2 K` and `0.2 degC` are the same. At least 0. */
export function differenceIn(unit: string, input: unknown, name: string): number {
  const quantity = quantityFor(unit, input, name);
  const { unit: given } = quantity;
  const size = given.toSI(quantity.valueIn(given)) - given.toSI(0);
  if (size < 0) throw new QuantityError(`${name} cannot be negative: ${quantity.toString()}.`);
  const own = unitOf(unit);
  return Number((size / (own.toSI(1) - own.toSI(0))).toPrecision(12));
}

function quantityFor(unit: string, input: unknown, name: string): Quantity {
  const wanted = unitOf(unit);
  const example = `${dimensionExample(wanted.dimension)?.split(' ')[0] ?? '1'} ${unit}`.trim();
  const quantity = typeof input === 'string' ? parseQuantity(input) : typeof input === 'number' ? new Quantity(input, unitOf('')) : input;
  if (!(quantity instanceof Quantity)) {
    throw new QuantityError(`${name} takes a quantity such as "${example}", not ${input === null ? 'null' : typeof input}.`);
  }
  if (sameDimension(quantity.dimension, wanted.dimension)) return quantity;
  if (quantity.unit.symbol === '') {
    throw new QuantityError(`${name} needs a unit: write "${quantity.toString()} ${unit}" instead of ${quantity.toString()}.`);
  }
  throw new QuantityError(
    `${name} is ${dimensionName(wanted.dimension)}, but ${quantity.toString()} is ${dimensionName(quantity.dimension)}: write it like "${example}".`,
  );
}
