import { baseDimensions, type Dimension, dimensionless, sameDimension } from './dimension.js';

interface Known {
  readonly dimension: Dimension;
  /** With its article, for sentences. */
  readonly name: string;
  /** How people write one. */
  readonly example: string;
}

const known: readonly Known[] = [
  { dimension: dimensionless, name: 'a plain number', example: '0.5' },
  { dimension: { time: 1 }, name: 'a time', example: '10 min' },
  { dimension: { temperature: 1 }, name: 'a temperature', example: '37 degC' },
  { dimension: { length: 1 }, name: 'a length', example: '5 mm' },
  { dimension: { length: 2 }, name: 'an area', example: '2 cm^2' },
  { dimension: { length: 3 }, name: 'a volume', example: '5 ml' },
  { dimension: { mass: 1 }, name: 'a mass', example: '20 mg' },
  { dimension: { substance: 1 }, name: 'an amount of substance', example: '5 mmol' },
  { dimension: { substance: 1, length: -3 }, name: 'a concentration', example: '10 mM' },
  { dimension: { mass: 1, length: -3 }, name: 'a mass per volume', example: '5 mg/ml' },
  { dimension: { length: 3, time: -1 }, name: 'a flow', example: '5 µl/min' },
  { dimension: { length: 1, time: -1 }, name: 'a speed', example: '2 mm/s' },
  { dimension: { length: 1, time: -2 }, name: 'an acceleration', example: '9.8 m/s^2' },
  { dimension: { temperature: 1, time: -1 }, name: 'a temperature rate', example: '2 K/min' },
  { dimension: { time: -1 }, name: 'a frequency', example: '50 Hz' },
  { dimension: { mass: 1, length: -1, time: -2 }, name: 'a pressure', example: '10 kPa' },
  { dimension: { mass: 1, length: 1, time: -2 }, name: 'a force', example: '5 N' },
  { dimension: { mass: 1, length: 2, time: -2 }, name: 'an energy', example: '5 J' },
  { dimension: { mass: 1, length: 2, time: -3 }, name: 'a power', example: '20 W' },
  { dimension: { current: 1 }, name: 'an electric current', example: '5 mA' },
  { dimension: { mass: 1, length: 2, time: -3, current: -1 }, name: 'a voltage', example: '5 V' },
  { dimension: { mass: 1, length: 2, time: -3, current: -2 }, name: 'an electric resistance', example: '5 ohm' },
  { dimension: { luminosity: 1 }, name: 'a luminous intensity', example: '5 cd' },
];

function find(dimension: Dimension): Known | undefined {
  return known.find((entry) => sameDimension(entry.dimension, dimension));
}

/** What is measured, with its article, to stand after "is": `a time`, `a flow`, `a quantity of length⁴·time⁻¹`. */
export function dimensionName(dimension: Dimension): string {
  return find(dimension)?.name ?? `a quantity of ${formula(dimension)}`;
}

/** How people write a quantity of this dimension (`37 degC`), or `null` for a dimension that has no name. */
export function dimensionExample(dimension: Dimension): string | null {
  return find(dimension)?.example ?? null;
}

function formula(dimension: Dimension): string {
  return baseDimensions
    .filter((base) => dimension[base] !== undefined)
    .map((base) => base + powerText(dimension[base] ?? 0))
    .join('·');
}

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** An exponent in raised digits: nothing for 1, `²`, `⁻¹`. */
export function powerText(power: number): string {
  return power === 1 ? '' : [...String(power)].map((digit) => raised[digit] ?? digit).join('');
}

/** Raised digits as ordinary ones: the reverse of `powerText`. */
export const loweredDigit: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(raised).map(([plain, up]) => [up, plain]));
