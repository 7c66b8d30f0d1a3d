import { QuantityError } from './quantity-error.js';
import { suggest } from './suggest.js';
import { type NamedUnit, namedUnits, prefixes } from './unit-table.js';

/** Every way to write a named unit, prefixes included. Whole names win over prefixed ones: `min` is a minute, `cd` a candela. */
const byName = new Map<string, NamedUnit>();
/** The names worth suggesting: without prefixes, or with those of a laboratory. */
const common: string[] = [];

for (const unit of namedUnits) {
  for (const name of [unit.symbol, ...unit.names]) {
    byName.set(name, unit);
    common.push(name);
  }
}
for (const unit of namedUnits.filter(({ prefixed }) => prefixed)) {
  for (const prefix of prefixes) {
    const scaled = withPrefix(unit, prefix.symbols[0] ?? '', prefix.power);
    const names = [unit.symbol, ...unit.names].flatMap((name) =>
      isWord(name) ? [prefix.word + name] : prefix.symbols.map((symbol) => symbol + name),
    );
    for (const name of names) {
      if (byName.has(name)) continue;
      byName.set(name, scaled);
      if (Math.abs(prefix.power) <= 9 && Math.abs(prefix.power) !== 1) common.push(name);
    }
  }
}

/** Letters that mean two things, one of them hardly ever meant here. */
const unclear: Readonly<Record<string, string>> = {
  C: 'Write degC for degrees Celsius, or coulomb.',
  F: 'Write degF for degrees Fahrenheit.',
  deg: 'Write degC for degrees Celsius.',
  degree: 'Write degC for degrees Celsius.',
  degrees: 'Write degC for degrees Celsius.',
  '°': 'Write degC for degrees Celsius.',
};

/** Signs that look alike get one form, each of the same length: both micro signs, Ohm and Ångström signs. */
export function withPlainSigns(text: string): string {
  return text.replace(/[\u03bc\u2126\u212b\u02da]/g, (sign) => lookAlikes[sign] ?? sign);
}
const lookAlikes: Readonly<Record<string, string>> = { '\u03bc': '\u00b5', '\u2126': '\u03a9', '\u212b': '\u00c5', '\u02da': '\u00b0' };

/** The unit of one name; `name` is what `withPlainSigns` gives, `offset` its place in the text that is read. */
export function namedUnit(name: string, offset: number): NamedUnit {
  const unit = byName.get(name);
  if (unit) return unit;
  const hint = unclear[name];
  if (hint !== undefined) throw new QuantityError(`“${name}” is no clear unit.`, hint, offset, name.length);
  const near = suggest(name, common);
  throw new QuantityError(
    `“${name}” is not a known unit.`,
    near === null ? 'Units are written like s, min, degC, ml, µl/min or kPa.' : `Did you mean ${near}?`,
    offset,
    name.length,
  );
}

function withPrefix(unit: NamedUnit, symbol: string, power: number): NamedUnit {
  const factor = 10 ** Math.abs(power);
  const up = power > 0 ? unit.up * factor : unit.up;
  const down = power < 0 ? unit.down * factor : unit.down;
  return { ...unit, symbol: symbol + unit.symbol, names: [], up, down, prefixed: false };
}

/** Words take the word form of a prefix (`milliliter`), symbols its letter (`ml`). */
function isWord(name: string): boolean {
  return name.length > 3 || name === 'amp' || name === 'ohm';
}
