import { sameDimension } from './dimension.js';
import { loweredDigit } from './dimension-text.js';
import { QuantityError } from './quantity-error.js';
import { Unit, unitless, type UnitPart } from './unit.js';
import { namedUnit, withPlainSigns } from './unit-names.js';

/** Letters, signs and figures of one unit name. */
const namePattern = /[\p{L}°%℃℉][\p{L}_]*/uy;
const powerPattern = /(?:\^|\*\*)\s*([-+]?\d+)|([⁻]?[⁰¹²³⁴-⁹]+)/uy;
/** `m3`, `cm2`: of lengths only. */
const plainPowerPattern = /([23])(?!\d)/y;
const operatorPattern = /\s*(\*(?!\*)|\/|·|⋅|×)\s*/uy;
const highestPower = 12;

/**
 * Reads a unit such as `ml/min`, `m/s^2`, `kg*m**-1`, `/s` from `offset` on, as far as it goes.
 * Raises QuantityError with the place of the wrong part.
 */
export function readUnit(source: string, offset: number): { readonly unit: Unit; readonly end: number } {
  const text = withPlainSigns(source);
  const parts: UnitPart[] = [];
  let at = offset;
  let sign = 1;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match;
  };
  if (text[at] === '/') {
    sign = -1;
    at += 1;
    take(/\s*/y);
  }
  for (;;) {
    const start = at;
    const name = take(namePattern)?.[0];
    if (name === undefined) {
      const found = start < text.length ? `“${[...text.slice(start)][0] ?? ''}” stands` : 'the text ends';
      throw new QuantityError(
        `A unit is missing: ${found} where one should be.`,
        'Units are written like s, min, degC, ml or µl/min.',
        start,
        start < text.length ? 1 : 0,
      );
    }
    const unit = namedUnit(name, start);
    const powerStart = at;
    const power = take(powerPattern) ?? (sameDimension(unit.dimension, { length: 1 }) ? take(plainPowerPattern) : null);
    const exponent = power ? exponentOf(power, powerStart) : 1;
    parts.push({ unit, power: sign * exponent });
    const operator = take(operatorPattern)?.[1];
    if (operator === undefined) return { unit: new Unit(parts), end: at };
    sign = operator === '/' ? -1 : 1;
  }
}

function exponentOf(match: RegExpExecArray, offset: number): number {
  const exponent = Number([...(match[1] ?? match[2] ?? '')].map((sign) => loweredDigit[sign] ?? sign).join(''));
  if (exponent !== 0 && Math.abs(exponent) <= highestPower) return exponent;
  throw new QuantityError(
    `A unit cannot have the power ${exponent}.`,
    `Powers go from -${highestPower} to ${highestPower}, without 0.`,
    offset,
    match[0].length,
  );
}

const cache = new Map<string, Unit>();

/**
 * The unit of that name: `min`, `degC`, `µl/min`, `m/s^2`; empty text and `dimensionless` are the unit of plain numbers.
 * Raises QuantityError for a name that is none, with a suggestion.
 */
export function unitOf(name: string | Unit): Unit {
  if (name instanceof Unit) return name;
  if (typeof name !== 'string') throw new QuantityError('A unit is given as text, such as "min" or "degC".');
  const text = name.trim();
  if (text === '' || text === 'dimensionless' || text === '1') return unitless;
  const known = cache.get(text);
  if (known) return known;
  const source = text.replace(/^1\s*(?=\/)/, '');
  const { unit, end } = readUnit(source, 0);
  if (end < source.length) {
    throw new QuantityError(
      `“${source.slice(end).trim()}” cannot follow a unit.`,
      'Between units stands * or /: ml/min, N*m.',
      end,
      source.length - end,
    );
  }
  if (cache.size < 500) cache.set(text, unit);
  return unit;
}
