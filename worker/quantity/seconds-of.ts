import { dimensionName } from './dimension-text.js';
import { sameDimension } from './dimension.js';
import { parseQuantity } from './parse-quantity.js';
import { Quantity } from './quantity.js';
import { QuantityError } from './quantity-error.js';

/**
 * A length of time in seconds, from a number of seconds, a quantity of time or its text (`5 min`; text without a unit is refused).
 * Infinity stays as it is. Raises QuantityError for NaN and for anything that is no time; for negative times only if `negative` is `refuse`.
 */
export function secondsOf(value: number | Quantity | string, negative: 'allow' | 'refuse' = 'allow'): number {
  const seconds = read(value);
  if (negative === 'refuse' && seconds < 0) {
    throw new QuantityError(
      `A time cannot be negative here: ${typeof value === 'number' ? `${value} s` : String(value)}.`,
      'Give a time of at least 0 s.',
    );
  }
  return seconds;
}

function read(value: number | Quantity | string): number {
  if (typeof value === 'number') {
    if (!Number.isNaN(value)) return value;
    throw new QuantityError('The time is not a number (NaN).', 'A calculation before it went wrong: check where the number comes from.');
  }
  const quantity = typeof value === 'string' ? parseQuantity(value) : value;
  if (!(quantity instanceof Quantity)) {
    throw new QuantityError('A time is needed: a number of seconds, or a quantity such as "5 min".');
  }
  if (sameDimension(quantity.dimension, { time: 1 })) return quantity.value;
  if (quantity.unit.symbol === '')
    throw new QuantityError(`The unit of ${quantity.toString()} is missing.`, 'Write it with a unit of time, such as 5 min.');
  throw new QuantityError(`${quantity.toString()} is ${dimensionName(quantity.dimension)}; a time is needed.`, 'Write it like 5 min.');
}
