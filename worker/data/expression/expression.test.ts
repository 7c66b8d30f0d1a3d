import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityOf } from '../../quantity/index.js';
import { type DeviceValue, evaluateExpression, type ExpressionEnvironment } from './evaluate-expression.js';
import { dependenciesOf } from './expression.js';
import { ExpressionError } from './expression-error.js';
import { parseExpression } from './parse-expression.js';

const values = new Map<string, DeviceValue>([
  ['thermostat.readout', quantityOf(36.5, 'degC')],
  ['pump.running', true],
  ['valve.position', 'waste'],
]);
const environment: ExpressionEnvironment = { deviceValue: (path) => values.get(path), devicePaths: [...values.keys(), 'pump.flow'] };

function run(text: string): DeviceValue {
  return evaluateExpression(parseExpression(text, 0, text.length), environment);
}

function errorOf(text: string): ExpressionError {
  try {
    run(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('an expression', () => {
  it.each<[string, string | number | boolean | null]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ** 3 ** 2', 512],
    ['-2 ** 2', -4],
    ['2 ** -1', 0.5],
    ['7 - 2 - 1', 4],
    ['12 / 3 / 2', 2],
    ['0x10 + 0b11', 19],
    ['.5e1', 5],
    ['\'a\' + "b"', 'ab'],
    ['true', true],
    ['None', null],
    ['not true or true', true],
    ['1 < 2 and 2 >= 2', true],
    ['1 < 2 && !(3 == 4)', true],
    ['false and 1 / 0 < 1', false],
    ['"a" != "b"', true],
    ['abs(-3)', 3],
    ['round(2.5) + max(1, 5, 3) - min(4, 2)', 6],
    ['valve.position == "waste"', true],
    ['pump.running', true],
  ])('%s is %j', (text, value) => {
    expect(run(text)).toBe(value);
  });

  it.each([
    ['30 * unit.min', '30 min'],
    ['unit.min * 30', '30 min'],
    ['unit.min', '1 min'],
    ['1.5 * unit.hr + 5 * unit.min', '1.5833333333333333 h'],
    ['10 * unit.ml / unit.min', '10 ml/min'],
    ['5 * unit.µl / unit.min * 2', '10 µl/min'],
    ['9.8 * unit.m / unit.s ** 2', '9.8 m/s²'],
    ['37 * unit.degC', '37 °C'],
    ['-5 * unit.degC', '-5 °C'],
    ['37 * ureg.degC - 2 * unit.K', '35 °C'],
    ['thermostat.readout + 0.5 * unit.K', '37 °C'],
    ['37 * unit.degC - thermostat.readout', '0.5 K'],
    ['max(2 * unit.min, 100 * unit.s)', '2 min'],
    ['(2 * unit.min) / (30 * unit.s)', '4'],
    ['round(2.6 * unit.min)', '3 min'],
  ])('%s is %s', (text, printed) => {
    expect(String(run(text))).toBe(printed);
  });

  it.each([
    ['', 'The expression is empty.', '', 'Write something like'],
    ['1 +', 'a value is missing at its end', '+', null],
    ['1 + * 2', '“*” cannot stand here.', '*', null],
    ['(1 + 2', 'A parenthesis is not closed.', '(', 'Add the missing )'],
    ['1 2', '“2” cannot stand here.', '2', null],
    ['30 min', '“min” cannot stand here.', 'min', '30 * unit.min'],
    ['30 * min', '“min” is not known in an expression.', 'min', 'unit.min'],
    ['30 * minutes', '“minutes” is not known in an expression.', 'minutes', 'unit.minutes'],
    ['30 * unit.mim', '“mim” is not a known unit.', 'mim', 'Did you mean unit.min?'],
    ['unit', '“unit” is not known', 'unit', 'Write unit.min'],
    ['flase', '“flase” is not known', 'flase', 'Did you mean false?'],
    ['2 ^ 3', '^ cannot stand', '^', 'A power is written **'],
    ['1 = 1', '= cannot stand', '=', 'write =='],
    ["'abc", 'The text is not closed', "'abc", 'behind it'],
    ['5 § 3', '“§” cannot stand', '§', 'made of numbers'],
    ['abs(1, 2)', 'abs() needs exactly one value.', 'abs(1, 2)', null],
    ['min()', 'min() needs at least one value.', 'min()', null],
    ['1 / 0', 'cannot be divided by zero', '1 / 0', null],
    ['3 * (1 / 0)', 'cannot be divided by zero', '(1 / 0)', null],
    ['10 ** 400', 'not a finite number', '10 ** 400', null],
    ['5 * unit.s + 3', '3 is a plain number and cannot be added to 5 s', '5 * unit.s + 3', null],
    ['2 * thermostat.readout', 'is a point on a scale', '2 * thermostat.readout', 'subtract another temperature'],
    ['1 + (thermostat.readout > 5 * unit.ml)', 'cannot be compared with', '(thermostat.readout > 5 * unit.ml)', null],
    ['pump.running + 1', 'true is a truth value', 'pump.running + 1', 'A number or a quantity'],
    ['not 5', 'not needs true or false.', 'not 5', null],
    ['pump.flow * 2', 'pump.flow has no value yet.', 'pump.flow', 'connected'],
    ['thermostat.readot', 'There is no device value thermostat.readot.', 'thermostat.readot', 'Did you mean thermostat.readout?'],
  ])('%s is refused at the wrong part', (text, message, part, hint) => {
    const error = errorOf(text);
    expect(error.message).toContain(message);
    expect(text.slice(error.start, error.end)).toBe(part);
    if (hint !== null) expect(error.hint).toContain(hint);
  });

  it('knows the devices that it needs', () => {
    const text = 'max(a.b, -c.d.e) + a.b * unit.s';
    expect(dependenciesOf(parseExpression(text, 0, text.length))).toEqual(['a.b', 'c.d.e']);
  });

  it.each(['('.repeat(500) + '1', '-'.repeat(1500) + '1', '2 ** '.repeat(300) + '1', 'abs('.repeat(300)])(
    'ends before the stack does (%#)',
    (text) => {
      expect(errorOf(text).message).toContain('nested too deeply');
    },
  );

  it('ends in a value or an error inside the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      '1',
      '2.5',
      'unit.min',
      'unit.degC',
      'thermostat.readout',
      'x.y',
      'min',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '**',
      '<',
      '==',
      'and',
      'not',
      "'a'",
      '"',
      'true',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 15 }).map((list) => list.join(' ')),
        ),
        (text) => {
          try {
            run(text);
          } catch (error) {
            if (!(error instanceof ExpressionError)) throw error;
            expect(error.start).toBeGreaterThanOrEqual(0);
            expect(error.end).toBeGreaterThanOrEqual(error.start);
            expect(error.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
