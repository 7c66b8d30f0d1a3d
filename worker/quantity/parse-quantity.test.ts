import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity, Quantity, QuantityError, quantityOf, unitOf } from './index.js';

describe('reading a quantity', () => {
  it.each([
    ['10 min', 600, '10 min'],
    ['300 ms', 0.3, '300 ms'],
    ['1.5 hr', 5400, '1.5 h'],
    ['4.5 seconds', 4.5, '4.5 s'],
    ['20 degC', 293.15, '20 °C'],
    ['37°C', 310.15, '37 °C'],
    ['98.6 degF', 310.15, '98.6 °F'],
    ['10 psi', 68947.57293168361, '10 psi'],
    ['0.01 \u00b5l/min', 0.01 / 6e10, '0.01 µl/min'],
    ['0.01 \u03bcl/min', 0.01 / 6e10, '0.01 µl/min'],
    ['5 uL', 5e-9, '5 µl'],
    ['7 us', 0.000007, '7 µs'],
    ['1 hr 5 min', 3900, '65 min'],
    ['1h5min', 3900, '65 min'],
    ['-1 hr 5 min', -3900, '-65 min'],
    ['−4 s', -4, '-4 s'],
    ['+4 s', 4, '4 s'],
    ['  1e-3   s ', 0.001, '0.001 s'],
    ['9.8 m/s^2', 9.8, '9.8 m/s²'],
    ['5 m**2', 5, '5 m²'],
    ['5 cm3', 5e-6, '5 cm³'],
    ['5 /s', 5, '5 /s'],
    ['2 kg*m²·s⁻²', 2, '2 kg·m²/s²'],
    ['50%', 0.5, '50 %'],
    ['2 milliliters', 2e-6, '2 ml'],
    ['0.5 mM', 0.5, '0.5 mM'],
    ['5', 5, '5'],
    ['.5 d', 43_200, '0.5 d'],
  ])('takes %j as %d in SI units and prints %j', (text, value, printed) => {
    const quantity = parseQuantity(text);
    expect(quantity.value).toBe(value);
    expect(quantity.toString()).toBe(printed);
  });

  it.each([
    ['', 'A quantity is missing', '', 'Write it like 10 min.'],
    ['abc', '“abc” is not a number.', 'abc', 'such as 10 min'],
    ['10 Min', '“Min” is not a known unit.', 'Min', 'Did you mean min?'],
    ['10 minuts', '“minuts” is not a known unit.', 'minuts', 'Did you mean minute'],
    ['20 mls', '“mls” is not a known unit.', 'mls', 'Did you mean ml?'],
    ['5 xyzzy', '“xyzzy” is not a known unit.', 'xyzzy', 'Units are written like'],
    ['37 C', '“C” is no clear unit.', 'C', 'Write degC'],
    ['1,5 ml', '“,” cannot stand inside a number.', ',', 'Write a point'],
    ['5 min 30', 'The unit of 30 is missing.', '30', 'behind each number'],
    ['5 min 3 ml', '3 ml is a volume and cannot follow a time.', '3 ml', 'same kind'],
    ['5 min -3 s', '“-3” cannot follow the unit.', '-3', 'Between units'],
    ['5 N m', '“m” cannot follow the unit.', 'm', 'Between units stands * or /'],
    ['20 degC 5 K', 'Two temperatures cannot be added.', '5 K', 'Write one temperature'],
    ['5 ml/', 'A unit is missing: the text ends', '', 'Units are written like'],
    ['5 ml//min', 'A unit is missing: “/” stands', '/', 'Units are written like'],
    ['5 m^0', 'A unit cannot have the power 0.', '^0', 'Powers go from'],
    ['1e999 s', '1e999 is too large a number.', '1e999', null],
  ])('refuses %j, at the wrong part', (text, message, part, hint) => {
    let error: unknown;
    try {
      parseQuantity(text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(QuantityError);
    if (!(error instanceof QuantityError)) return;
    expect(error.message).toContain(message);
    expect(text.slice(error.offset ?? 0, (error.offset ?? 0) + error.length)).toBe(part);
    if (hint === null) expect(error.hint).toBeNull();
    else expect(error.hint).toContain(hint);
  });

  it('reads no text whatever without ending in a quantity or a QuantityError that points into the text', () => {
    const pieces = fc.constantFrom(
      ' ',
      '5',
      '.',
      '-',
      'e',
      'min',
      'ml',
      '/',
      '^',
      '2',
      'degC',
      '*',
      'µ',
      '°',
      '⁻',
      '²',
      ',',
      'x',
      '\u{1f9ea}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
        ),
        (text) => {
          try {
            expect(parseQuantity(text)).toBeInstanceOf(Quantity);
          } catch (error) {
            if (!(error instanceof QuantityError)) throw error;
            if (error.offset !== null) expect(error.offset + error.length).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

const units = [
  's',
  'ms',
  'min',
  'h',
  'd',
  'ml',
  'µl/min',
  'degC',
  'degF',
  'K',
  'kPa',
  'psi',
  'bar',
  'mg/ml',
  'm/s^2',
  '/s',
  '%',
  'mM',
  'ohm',
  '',
];

describe('printing and reading back', () => {
  it('gives the same quantity, to the last binary digits', () => {
    const amounts = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(amounts, fc.constantFrom(...units), (amount, unit) => {
        const quantity = quantityOf(amount, unit);
        const again = parseQuantity(quantity.toString());
        expect(Math.abs(again.value - quantity.value)).toBeLessThanOrEqual(Math.abs(quantity.value) * 5e-16);
        expect(again.unit.symbol).toBe(quantity.unit.symbol);
      }),
    );
  });

  it('shows a decimal number as it was given, and reads exactly that back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...units),
        (whole, decimals, unit) => {
          const amount = Number(`${whole}e-${decimals}`);
          const shown = quantityOf(amount, unit).valueIn(unit);
          expect(Math.abs(shown - amount)).toBeLessThanOrEqual(unit.startsWith('deg') ? 1e-9 : 0);
        },
      ),
    );
  });
});

it('finds a unit by any of its names, and only once', () => {
  expect(unitOf('ms').symbol).toBe(unitOf('milliseconds').symbol);
  expect(unitOf('dimensionless').symbol).toBe('');
  expect(unitOf('1/s').symbol).toBe('/s');
  expect(unitOf('min').toSI(1)).toBe(60);
  expect(unitOf('cd').dimension).toEqual({ luminosity: 1 });
  expect(() => unitOf('min 5')).toThrow('cannot follow a unit');
});
