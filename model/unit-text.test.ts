import { expect, it } from 'vitest';
import { numberText, unitText } from './unit-text.js';

it.each([
  ['degC', '°C'],
  ['ul/min', 'µl/min'],
  ['µl', 'µl'],
  ['psi', 'psi'],
  ['dimensionless', ''],
])('writes the unit %s as %s', (unit, text) => {
  expect(unitText(unit)).toBe(text);
});

it.each([
  [36.25, 0.1, '36.3'],
  [8, 0.1, '8.0'],
  [412, 1, '412'],
  [0.12345, null, '0.123'],
  [NaN, null, '–'],
])('writes %s with the resolution %s as %s', (value, resolution, text) => {
  expect(numberText(value, resolution)).toBe(text);
});
