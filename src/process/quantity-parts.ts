import type { Json } from '../../model/json.js';

/** A quantity taken apart for two inputs. Text that is no number with a unit leaves the number empty. */
export function quantityParts(value: Json | undefined, unit: string): { readonly number: string; readonly unit: string } {
  if (typeof value === 'number') return { number: String(value), unit };
  const match = typeof value === 'string' ? /^\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*(\S*)\s*$/i.exec(value) : null;
  return match ? { number: match[1] ?? '', unit: match[2] || unit } : { number: '', unit };
}

const groups: readonly (readonly string[])[] = [
  ['ms', 's', 'second', 'min', 'minute', 'hr', 'hour'],
  ['degC', 'kelvin'],
  ['nl', 'µl', 'ml', 'l'],
  ['nl/min', 'µl/min', 'ml/min'],
  ['mbar', 'bar', 'kPa', 'psi'],
];

/** Units that measure the same thing as `unit`, to choose from. Others may still be typed. */
export function similarUnits(unit: string): readonly string[] {
  const wanted = unit.replace(/\bu(?=l\b)/g, 'µ');
  return groups.find((group) => group.includes(wanted)) ?? (unit === '' ? [] : [unit]);
}
