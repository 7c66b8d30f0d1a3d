import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity, Quantity, QuantityError, quantityOf, secondsOf } from './index.js';

const q = parseQuantity;

describe('a quantity', () => {
  it('keeps SI units inside and gives any unit outside', () => {
    const temperature = q('20 degC');
    expect(temperature.value).toBe(293.15);
    expect(temperature.magnitude).toBe(293.15);
    expect(temperature.valueIn('degC')).toBe(20);
    expect(temperature.magnitudeAs('degF')).toBe(68);
    expect(temperature.dimensionality).toEqual({ temperature: 1 });
    expect(q('36 ml/h').valueIn('µl/min')).toBe(600);
    expect(JSON.stringify(q('1.5 hr'))).toBe('{"value":1.5,"unit":"h"}');
  });

  it('cannot be changed', () => {
    expect(() => Object.assign(q('1 s'), { value: 2 })).toThrow(TypeError);
  });

  it.each([
    ['30 min', 'plus', '30 s', '30.5 min'],
    ['20 degC', 'plus', '5 K', '25 °C'],
    ['5 K', 'plus', '20 degC', '25 °C'],
    ['37 degC', 'minus', '20 degC', '17 K'],
    ['37 degC', 'minus', '2 K', '35 °C'],
    ['2 ml/min', 'times', '30 s', '1 ml'],
    ['10 ml', 'times', '50 %', '5 ml'],
    ['10 ml', 'over', '2 min', '5 ml/min'],
    ['10 ml', 'over', '5 ml', '2'],
    ['1', 'over', '2 s', '0.5 /s'],
    ['3 m', 'times', '2 cm', '0.06 m²'],
  ] as const)('%s %s %s is %s', (left, operation, right, result) => {
    expect(q(left)[operation](q(right)).toString()).toBe(result);
  });

  it('is raised to whole powers, negated and made positive', () => {
    expect(q('2 cm').pow(2).toString()).toBe('4 cm²');
    expect(q('2 s').pow(-1).toString()).toBe('0.5 /s');
    expect(q('5 degC').negated().toString()).toBe('-5 °C');
    expect(q('-5 s').abs().toString()).toBe('5 s');
    expect(q('5').plus(1).value).toBe(6);
  });

  it.each([
    [() => q('5 s').plus(q('1 ml')), '1 ml is a volume and cannot be added to 5 s, a time.'],
    [() => q('5 s').minus(1), '1 is a plain number and cannot be subtracted from 5 s, a time.'],
    [() => q('5 s').compare(q('37 degC')), '5 s is a time and cannot be compared with 37 °C, a temperature.'],
    [() => q('5 s').valueIn('ml'), '5 s is a time and cannot be expressed in ml, which is for a volume.'],
    [() => q('20 degC').plus(q('5 degC')), 'two temperatures, which cannot be added'],
    [() => q('20 degC').times(2), '20 °C is a point on a scale and cannot be multiplied.'],
    [() => q('20 s').over(0), '20 s cannot be divided by zero.'],
    [() => q('0 s').pow(-1), '0 s cannot be divided by zero.'],
    [() => q('2 s').pow(0.5), 'whole power'],
    [() => quantityOf(Number.NaN, 's'), 'finite number, not NaN'],
    [() => quantityOf(1e308, 'd'), 'finite number, not Infinity'],
    [() => Number(q('1 s')), 'which operators such as <, - and * cannot use'],
  ])('says why a calculation makes no sense (%#)', (run, message) => {
    expect(run).toThrow(QuantityError);
    expect(run).toThrow(message);
  });

  it('stands in a template as text', () => {
    expect(`${q('20 degC')}`).toBe('20 °C');
  });
});

describe('arithmetic', () => {
  const units = fc.constantFrom('s', 'min', 'ml', 'µl/min', 'K', '%', 'm', 'kPa');
  const quantity = fc
    .tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((amount) => amount === 0 || Math.abs(amount) > 1e-6),
      units,
    )
    .map(([amount, unit]) => quantityOf(amount, unit));
  const same = fc.tuple(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 2 }), units);

  it('adds in either order, and takes away what it added', () => {
    fc.assert(
      fc.property(same, ([[a = 0, b = 0], unit]) => {
        const [left, right] = [quantityOf(a, unit), quantityOf(b, unit)];
        expect(left.plus(right).value).toBe(right.plus(left).value);
        const size = Math.abs(left.value) + Math.abs(right.value);
        expect(Math.abs(left.plus(right).minus(right).value - left.value)).toBeLessThanOrEqual(size * 1e-15);
        expect(Math.sign(left.compare(right))).toBe(-Math.sign(right.compare(left)) + 0);
      }),
    );
  });

  it('multiplies in either order, and dimensions add up', () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        const product = left.times(right);
        expect(product.value).toBe(right.times(left).value);
        expect(product.dimension).toEqual(right.times(left).dimension);
        if (right.value !== 0) {
          expect(product.over(right).dimension).toEqual(left.dimension);
          expect(left.over(right).times(right).dimension).toEqual(left.dimension);
        }
      }),
    );
  });

  it('makes results whose unit fits their dimension and that can be read back', () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        const product = left.times(right);
        const again = q(product.toString());
        expect(again.dimension).toEqual(product.dimension);
        expect(Math.abs(again.value - product.value)).toBeLessThanOrEqual(Math.abs(product.value) * 1e-12);
      }),
    );
  });

  it('refuses to add what differs in dimension', () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        const equal = JSON.stringify(left.dimension) === JSON.stringify(right.dimension);
        const run = (): Quantity => left.plus(right);
        if (equal) expect(run()).toBeInstanceOf(Quantity);
        else expect(run).toThrow(QuantityError);
      }),
    );
  });
});

describe('a length of time', () => {
  it.each([
    [5, 5],
    ['5 min', 300],
    ['1 hr 5 min', 3900],
    [Infinity, Infinity],
    [-2, -2],
  ])('%s is %d seconds', (input, seconds) => {
    expect(secondsOf(input)).toBe(seconds);
    expect(secondsOf(quantityOf(2, 'min'))).toBe(120);
  });

  it.each([
    [() => secondsOf(Number.NaN), 'not a number'],
    [() => secondsOf('5 ml'), '5 ml is a volume; a time is needed.'],
    [() => secondsOf('5'), 'The unit of 5 is missing.'],
    [() => secondsOf(-1, 'refuse'), 'cannot be negative here: -1 s'],
    [() => secondsOf('-1 min', 'refuse'), 'cannot be negative here: -1 min'],
  ])('refuses what is none (%#)', (run, message) => {
    expect(run).toThrow(message);
  });
});
