import type { Dimension } from './dimension.js';

/**
 * The units that have a name. One unit is `(amount + shift) * up / down` in SI base units; a ratio of two whole numbers,
 * because dividing by a million rounds better than multiplying by 0.000001 (7 µs is 0.000007 s, not 0.000006999999999999999 s).
 * Factors are exact by definition: SI brochure (9th edition, 2019) tables 2, 4 and 8; inch, foot, pound and psi from the
 * international yard and pound (0.45359237 kg, 0.0254 m, 9.80665 m/s²); atm 101325 Pa; torr atm/760; mmHg 133.322387415 Pa.
 */
export interface NamedUnit {
  /** How it is printed; always one of the names it is read by. */
  readonly symbol: string;
  /** Other ways to write it. */
  readonly names: readonly string[];
  readonly dimension: Dimension;
  readonly up: number;
  readonly down: number;
  /** Non-zero for scales whose zero is not nothing: °C and °F. */
  readonly shift: number;
  /** SI prefixes may stand before the symbols (`short`) and before the words (`long`). */
  readonly prefixed: boolean;
}

interface Options {
  readonly up?: number;
  readonly down?: number;
  readonly shift?: number;
  readonly prefixed?: boolean;
}

function unit(
  symbol: string,
  names: string,
  dimension: Dimension,
  { up = 1, down = 1, shift = 0, prefixed = false }: Options = {},
): NamedUnit {
  return { symbol, names: names.split(' ').filter(Boolean), dimension, up, down, shift, prefixed };
}

const time: Dimension = { time: 1 };
const length: Dimension = { length: 1 };
const mass: Dimension = { mass: 1 };
const volume: Dimension = { length: 3 };
const temperature: Dimension = { temperature: 1 };
const pressure: Dimension = { mass: 1, length: -1, time: -2 };
const energy: Dimension = { mass: 1, length: 2, time: -2 };
const none: Dimension = {};
const prefixed = true;

export const namedUnits: readonly NamedUnit[] = [
  unit('s', 'sec secs second seconds', time, { prefixed }),
  unit('min', 'mins minute minutes', time, { up: 60 }),
  unit('h', 'hr hrs hour hours', time, { up: 3600 }),
  unit('d', 'day days', time, { up: 86_400 }),
  unit('week', 'weeks', time, { up: 604_800 }),

  unit('m', 'meter meters metre metres', length, { prefixed }),
  unit('Å', 'angstrom angstroms', length, { down: 1e10 }),
  unit('in', 'inch inches', length, { up: 254, down: 10_000 }),
  unit('ft', 'foot feet', length, { up: 3048, down: 10_000 }),

  unit('g', 'gram grams gramme grammes', mass, { down: 1000, prefixed }),
  unit('t', 'tonne tonnes', mass, { up: 1000 }),
  unit('lb', 'pound pounds', mass, { up: 45_359_237, down: 100_000_000 }),

  unit('l', 'L liter liters litre litres', volume, { down: 1000, prefixed }),

  unit('mol', 'mole moles', { substance: 1 }, { prefixed }),
  unit('M', 'molar', { substance: 1, length: -3 }, { up: 1000, prefixed }),

  unit('K', 'kelvin kelvins', temperature, { prefixed }),
  unit('°C', 'degC celsius Celsius ℃ ºC degree_Celsius', temperature, { shift: 273.15 }),
  unit('°F', 'degF fahrenheit Fahrenheit ℉ ºF degree_Fahrenheit', temperature, { shift: 459.67, up: 5, down: 9 }),

  unit('Pa', 'pascal pascals', pressure, { prefixed }),
  unit('bar', 'bars', pressure, { up: 100_000, prefixed }),
  unit('atm', 'atmosphere atmospheres', pressure, { up: 101_325 }),
  unit('psi', '', pressure, { up: 44_482_216_152_605, down: 6_451_600_000 }),
  unit('Torr', 'torr', pressure, { up: 101_325, down: 760 }),
  unit('mmHg', '', pressure, { up: 133_322_387_415, down: 1e9 }),

  unit('A', 'ampere amperes amp amps', { current: 1 }, { prefixed }),
  unit('V', 'volt volts', { mass: 1, length: 2, time: -3, current: -1 }, { prefixed }),
  unit('W', 'watt watts', { mass: 1, length: 2, time: -3 }, { prefixed }),
  unit('Ω', 'ohm ohms', { mass: 1, length: 2, time: -3, current: -2 }, { prefixed }),
  unit('S', 'siemens', { mass: -1, length: -2, time: 3, current: 2 }, { prefixed }),
  unit('J', 'joule joules', energy, { prefixed }),
  unit('N', 'newton newtons', { mass: 1, length: 1, time: -2 }, { prefixed }),
  unit('Hz', 'hertz', { time: -1 }, { prefixed }),
  unit('rpm', '', { time: -1 }, { down: 60 }),
  unit('coulomb', 'coulombs', { current: 1, time: 1 }, { prefixed }),
  unit('cd', 'candela candelas', { luminosity: 1 }, { prefixed }),

  unit('%', 'percent', none, { down: 100 }),
  unit('ppm', '', none, { down: 1_000_000 }),
  unit('ppb', '', none, { down: 1_000_000_000 }),
];

/** SI prefixes, 2022 revision included: symbols, word, and the power of ten. */
export const prefixes: readonly { readonly symbols: readonly string[]; readonly word: string; readonly power: number }[] = [
  { symbols: ['Q'], word: 'quetta', power: 30 },
  { symbols: ['R'], word: 'ronna', power: 27 },
  { symbols: ['Y'], word: 'yotta', power: 24 },
  { symbols: ['Z'], word: 'zetta', power: 21 },
  { symbols: ['E'], word: 'exa', power: 18 },
  { symbols: ['P'], word: 'peta', power: 15 },
  { symbols: ['T'], word: 'tera', power: 12 },
  { symbols: ['G'], word: 'giga', power: 9 },
  { symbols: ['M'], word: 'mega', power: 6 },
  { symbols: ['k'], word: 'kilo', power: 3 },
  { symbols: ['h'], word: 'hecto', power: 2 },
  { symbols: ['da'], word: 'deca', power: 1 },
  { symbols: ['d'], word: 'deci', power: -1 },
  { symbols: ['c'], word: 'centi', power: -2 },
  { symbols: ['m'], word: 'milli', power: -3 },
  { symbols: ['µ', 'u'], word: 'micro', power: -6 },
  { symbols: ['n'], word: 'nano', power: -9 },
  { symbols: ['p'], word: 'pico', power: -12 },
  { symbols: ['f'], word: 'femto', power: -15 },
  { symbols: ['a'], word: 'atto', power: -18 },
  { symbols: ['z'], word: 'zepto', power: -21 },
  { symbols: ['y'], word: 'yocto', power: -24 },
  { symbols: ['r'], word: 'ronto', power: -27 },
  { symbols: ['q'], word: 'quecto', power: -30 },
];
