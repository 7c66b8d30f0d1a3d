import { sameDimension } from './dimension.js';
import { dimensionName } from './dimension-text.js';
import { type Quantity, quantityOf } from './quantity.js';
import { QuantityError } from './quantity-error.js';
import { readUnit } from './read-unit.js';
import { unitless } from './unit.js';

const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const spacePattern = /\s*/y;
const longest = 200;

/**
 * Reads `10 min`, `300 ms`, `20 degC`, `-1e-3 s`, `0.01 µl/min`, `1 hr 5 min` (a sum of one dimension), `50 %` or a plain `5`.
 * Raises QuantityError with a clear sentence and the place of the wrong part.
 */
export function parseQuantity(text: string): Quantity {
  if (typeof text !== 'string') throw new QuantityError('A quantity is read from text, such as "10 min".');
  if (text.length > longest) throw new QuantityError('The text is too long for a quantity.', 'Write it like 10 min.', 0, text.length);
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  take(spacePattern);
  if (at === text.length) throw new QuantityError('A quantity is missing: the text is empty.', 'Write it like 10 min.', 0, text.length);
  const sign = take(/[-+−]?/y);
  take(spacePattern);
  let total: Quantity | null = null;
  do {
    const termStart = at;
    const amount = take(numberPattern);
    if (amount === '') throw noNumber(text, at, total !== null);
    if (/[,_']/.test(text[at] ?? ''))
      throw new QuantityError(`“${text[at] ?? ''}” cannot stand inside a number.`, 'Write a point for the decimals: 1.5 ml.', at, 1);
    if (!Number.isFinite(Number(amount))) throw new QuantityError(`${amount} is too large a number.`, null, termStart, amount.length);
    take(spacePattern);
    const { unit, end } = at === text.length || /[\d.]/.test(text[at] ?? '') ? { unit: unitless, end: at } : readUnit(text, at);
    at = end;
    const term = quantityOf(total === null && sign !== '+' && sign !== '' ? -Number(amount) : Number(amount), unit);
    total = total === null ? term : sum(total, term, sign, termStart, at);
    take(spacePattern);
  } while (at < text.length);
  return total;
}

/** Adds the next term of `1 hr 5 min`, shown in the unit of the last: 65 min. A sign in front counts for the whole. */
function sum(total: Quantity, term: Quantity, sign: string, start: number, end: number): Quantity {
  const length = end - start;
  if (term.unit === unitless)
    throw new QuantityError(`The unit of ${term.toString()} is missing.`, 'Write a unit behind each number: 1 hr 5 min.', start, length);
  if (!sameDimension(total.dimension, term.dimension)) {
    throw new QuantityError(
      `${term.toString()} is ${dimensionName(term.dimension)} and cannot follow ${dimensionName(total.dimension)}.`,
      'Only parts of the same kind can be added, as in 1 hr 5 min.',
      start,
      length,
    );
  }
  if (total.unit.shift !== 0 || term.unit.shift !== 0)
    throw new QuantityError('Two temperatures cannot be added.', 'Write one temperature, such as 37 degC.', start, length);
  return (sign === '-' || sign === '−' ? total.minus(term) : total.plus(term)).in(term.unit);
}

function noNumber(text: string, at: number, afterUnit: boolean): QuantityError {
  const rest = text.slice(at);
  const length = Math.max(1, (/^\S+/.exec(rest)?.[0] ?? '').length);
  if (rest === '') return new QuantityError('A number is missing: the text ends where one should be.', 'Write it like 10 min.', at, 0);
  if (afterUnit)
    return new QuantityError(`“${rest.slice(0, length)}” cannot follow the unit.`, 'Between units stands * or /: ml/min, N*m.', at, length);
  return new QuantityError(
    `“${rest.slice(0, length)}” is not a number.`,
    'A quantity is a number with a unit, such as 10 min.',
    at,
    length,
  );
}
