import { describe, expect, expectTypeOf, it } from 'vitest';
import type { DataTypeView } from '../../model/datatype.js';
import type { Quantity } from '../quantity/index.js';
import {
  AnyType,
  Attribute,
  checkValue,
  type DataType,
  describeType,
  EnumType,
  exportData,
  IntType,
  QuantityType,
  readData,
  RecordType,
  shortForms as am,
  type ValueOf,
} from './index.js';

/** What a type makes of a data document: the value as plain data, or the messages and hints. */
function read(type: DataType, text: string): unknown {
  const document = readData({ text });
  const result = document.ok ? document.document.evaluate(type, { deviceValue: () => undefined }) : document;
  return result.ok
    ? exportData(result.value)
    : result.failures.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`));
}

describe('accepted data', () => {
  it.each<[string, DataType, string, unknown]>([
    ['any', am.any(), 'a: [1, true, x, null]', { a: [1, true, 'x', null] }],
    ['any', am.any(), '10 min', '10 min'],
    ['bool', am.bool(), 'true', true],
    ['int', am.int(), '-12', -12],
    ['int', am.int(), '0xff', 255],
    ['int', am.int(), '0b101', 5],
    ['int', am.int('positive_or_null'), '0', 0],
    ['int', am.int(), '{{ 2 * 3 }}', 6],
    ['str', am.str(), '12', '12'],
    ['str', am.str(), '012', '012'],
    ['str', am.str(), '"a b"', 'a b'],
    ['str', am.str(), 'true', 'true'],
    ['identifier', am.identifier(), 'step_1', 'step_1'],
    ['enum', am.oneOf('fast', 'slow'), 'slow', 'slow'],
    ['enum', am.oneOf(1, 2), '2', 2],
    ['enum', am.oneOf('on', 'off'), 'on', 'on'],
    ['list', am.list(am.int()), '[1, 2]', [1, 2]],
    ['dict', am.dict(am.quantity('s')), 'a: 1 s\nb: 2 min', { a: '1 s', b: '2 min' }],
    ['quantity', am.quantity('s'), '"1 hr 5 min"', '65 min'],
    ['quantity', am.quantity('s', { allowNil: true }), 'nil', null],
    ['quantity', am.quantity('s', { allowNil: true }), '~', null],
    ['quantity', am.quantity(), '5', '5'],
    ['quantity', am.quantity('percent'), '5 %', '5 %'],
    ['quantity', am.quantity('degC', { min: 10, max: 30 }), '30 degC', '30 °C'],
    ['union', am.union(am.quantity('s'), am.oneOf('forever')), 'forever', 'forever'],
    ['record', am.record({ a: am.attribute(am.int(), { default: 3 }), b: am.attribute(am.str(), { optional: true }) }), '', { a: 3 }],
    ['record', am.record({ a: am.record({ b: am.int() }) }), 'a:\n  b: 1', { a: { b: 1 } }],
    ['record', am.record({ hold: am.attribute(am.quantity('min'), { default: '5 min' }) }), '{}', { hold: '5 min' }],
  ])('%s takes it (%#)', (_name, type, text, value) => {
    expect(read(type, text)).toEqual(value);
  });
});

describe('refused data, in sentences', () => {
  it.each<[DataType, string, readonly string[]]>([
    [am.bool(), 'yes', ['“yes” is text; true or false is needed. Write true.']],
    [am.bool(), '"false"', ['“false” is text; true or false is needed. Write false, without quotes.']],
    [am.int(), '1.5', ['1.5 is not a whole number; a whole number is needed.']],
    [am.int('positive'), '0', ['0 is too small; a whole number of at least 1 is needed.']],
    [am.int(), '"3"', ['“3” is text; a whole number is needed. Remove the quotes.']],
    [am.int(), '9007199254740993', ['9007199254740993 is too large to be kept exactly. Whole numbers go up to 9007199254740991.']],
    [am.str(), 'null', ['Nothing is given here; a text is needed. Put it in quotes if the text itself is meant: "null".']],
    [am.str(), '[a]', ['A list stands here; a text is needed.']],
    [
      am.identifier(),
      '5a',
      ['“5a” is text; a name such as step_1 is needed. A name has letters, digits and _, and does not begin with a digit.'],
    ],
    [am.oneOf('fast', 'slow'), 'fats', ['“fats” is not possible here; fast or slow is needed. Did you mean fast?']],
    [am.quantity('degC'), '5 s', ['5 s is a time; a temperature such as 37 degC is needed.']],
    [am.quantity('degC', { min: 10, max: 30 }), '34 degC', ['34 °C is out of range: at least 10 °C, at most 30 °C.']],
    [am.quantity('s', { min: '1 ms' }), '0 s', ['0 s is out of range: at least 1 ms.']],
    [am.quantity('min'), '5', ['The unit of 5 is missing; a time such as 10 min is needed. Write the unit behind the number: 5 min.']],
    [
      am.quantity('percent'),
      '50',
      ['The unit of 50 is missing; a plain number such as 0.5 is needed. Write the unit behind the number: 50 %.'],
    ],
    [am.quantity(), '5 s', ['5 s is a time; a plain number is needed, without a unit.']],
    [am.quantity('s'), 'nil', ['Nothing is given here; a time such as 10 min is needed.']],
    [am.quantity('s'), 'soon', ['“soon” is text; a time such as 10 min is needed.']],
    [am.quantity('s'), '5 minuts', ['“minuts” is not a known unit. Did you mean minute?']],
    [am.quantity('s'), '', ['The data is empty; a time such as 10 min is needed.']],
    [
      am.list(am.quantity('s')),
      '[1 s, 2 ml, 3 s, x]',
      ['2 ml is a volume; a time such as 10 min is needed.', '“x” is text; a time such as 10 min is needed.'],
    ],
    [
      am.list(am.int()),
      '5',
      ['5 is a number; a list (of each item: a whole number) is needed. Begin every item of a list with “- ”, or write [a, b].'],
    ],
    [am.dict(am.int()), '{a: 1, b: x, c: y}', ['“x” is text; a whole number is needed.', '“y” is text; a whole number is needed.']],
    [am.record({ duration: am.int(), rate: am.int() }), 'durtion: 1\nrate: 2', ['The key “durtion” is not known. Did you mean duration?']],
    [
      am.record({ a: am.int(), b: am.int() }),
      '{c: 1}',
      [
        'The key “c” is not known. The possible keys are a and b.',
        'The key “a” is missing. Add a line “a: …” with a whole number.',
        'The key “b” is missing. Add a line “b: …” with a whole number.',
      ],
    ],
    [
      am.record({ a: am.int(), b: am.int() }),
      '5',
      ['5 is a number; a group with the keys a and b is needed. Write each entry on its own line as “key: value”.'],
    ],
    [
      am.union(am.quantity('s'), am.oneOf('forever'), am.list(am.int())),
      'soon',
      ['“soon” is text; a time such as 10 min, “forever” or a list (of each item: a whole number) is needed.'],
    ],
    [am.union(am.quantity('s', { max: '1 h' }), am.oneOf('forever')), '2 h', ['2 h is out of range: at most 1 h.']],
    [am.union(am.int(), am.record({ a: am.int(), b: am.int() })), '{a: x, b: 1}', ['“x” is text; a whole number is needed.']],
  ])('%#', (type, text, sentences) => {
    expect(read(type, text)).toEqual(sentences);
  });
});

describe('values', () => {
  const type = am.record({ address: am.str(), steps: am.list(am.record({ hold: am.quantity('min') })), extra: am.any() });

  it('are frozen all the way down', () => {
    const result = checkValue(type, { address: 'x', steps: [{ hold: '1 min' }], extra: { list: [1] } });
    if (!result.ok) throw new Error(result.problems[0]?.message);
    const { steps, extra } = result.value;
    for (const object of [result.value, steps, steps[0], steps[0]?.hold, extra, (extra as { list: unknown }).list])
      expect(Object.isFrozen(object)).toBe(true);
    expect(result.value.steps[0]?.hold.value).toBe(60);
  });

  it('have the TypeScript type of their declaration', () => {
    const declared = am.record({
      hold: am.quantity('min'),
      off: am.quantity('min', { allowNil: true }),
      mode: am.oneOf('fast', 'slow'),
      either: am.union(am.int(), am.str()),
      note: am.attribute(am.str(), { optional: true }),
      cycles: am.attribute(am.int(), { default: 3 }),
    });
    type Value = ValueOf<typeof declared>;
    expectTypeOf<Value['hold']>().toEqualTypeOf<Quantity>();
    expectTypeOf<Value['off']>().toEqualTypeOf<Quantity | null>();
    expectTypeOf<Value['mode']>().toEqualTypeOf<'fast' | 'slow'>();
    expectTypeOf<Value['either']>().toEqualTypeOf<number | string>();
    expectTypeOf<Value['note']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Value['cycles']>().toEqualTypeOf<number>();
    expect(describeType(declared)).toBe('A group with the keys hold, off, mode and either is needed.');
  });

  it('cannot smuggle in a prototype', () => {
    const result = checkValue(am.dict(am.any()), JSON.parse('{"__proto__": {"a": 1}}') as never);
    if (!result.ok) throw new Error(result.problems[0]?.message);
    expect(Object.getPrototypeOf(result.value)).toBe(Object.prototype);
    expect(Object.keys(result.value)).toEqual(['__proto__']);
  });

  it('are checked with the path of what is wrong', () => {
    const result = checkValue(type, { address: 5, steps: [{ hold: '1 min' }, { hold: 7 }], extra: null });
    expect(result.ok ? [] : result.problems).toEqual([
      { kind: 'data', name: 'DataError', message: 'address: 5 is a number; a text is needed.' },
      {
        kind: 'data',
        name: 'DataError',
        message: 'steps[1].hold: The unit of 7 is missing; a time such as 10 min is needed.',
        hint: 'Write the unit behind the number: 7 min.',
      },
    ]);
  });
});

describe('declarations', () => {
  it('are shown to forms', () => {
    const type = new RecordType({
      target: new Attribute(new QuantityType('degC', { min: 4, max: '60 degC', allowNil: true }), {
        label: 'Target',
        description: 'Of the block.',
      }),
      mode: new Attribute(new EnumType('fast', 'slow'), { default: 'slow' }),
      count: new IntType({ mode: 'positive' }),
      rest: new Attribute(new AnyType(), { optional: true }),
    });
    const plain = { label: '', description: '', optional: false };
    expect(type.view()).toEqual({
      type: 'record',
      fields: [
        {
          ...plain,
          name: 'target',
          label: 'Target',
          description: 'Of the block.',
          type: { type: 'quantity', unit: 'degC', allowNil: true, min: 4, max: 60 },
        },
        { ...plain, name: 'mode', label: 'mode', optional: true, default: 'slow', type: { type: 'enum', variants: ['fast', 'slow'] } },
        { ...plain, name: 'count', label: 'count', type: { type: 'int', mode: 'positive' } },
        { ...plain, name: 'rest', label: 'rest', optional: true, type: { type: 'any' } },
      ],
    } satisfies DataTypeView);
  });

  it.each([
    [() => am.quantity('minuts'), '“minuts” is not a known unit.'],
    [() => am.quantity('s', { min: '5 ml' }), 'cannot be expressed in s'],
    [() => am.quantity('s', { min: 5, max: 3 }), 'The minimum 5 s is above the maximum 3 s.'],
    [() => am.attribute(am.quantity('s'), { default: '5 ml' }), 'does not fit its type: 5 ml is a volume'],
    [() => am.list('x' as never), 'am.list() needs a type of data'],
    [() => am.record({ a: 5 as never }), 'am.record(), for the key a, needs a type of data'],
    [() => am.int('negative' as never), 'am.int() has no mode'],
    [() => am.oneOf(), 'at least one value'],
  ])('that make no sense are refused at once (%#)', (declare, message) => {
    expect(declare).toThrow(message);
  });

  it('warn about keys that should not be used any more', () => {
    const type = am.record({ old: am.attribute(am.int(), { deprecated: 'Use new instead.' }) });
    const document = readData({ text: 'old: 1' });
    const result = document.ok ? document.document.evaluate(type, { deviceValue: () => undefined }) : document;
    expect(result).toMatchObject({
      ok: true,
      warnings: [
        { message: 'The key old should not be used any more.', hint: 'Use new instead.', place: { line: 1, column: 1, endColumn: 4 } },
      ],
    });
  });
});

it('writes data as plain JSON, quantities as text', () => {
  expect(exportData({ a: [am.int(), NaN, undefined].slice(1), hold: checkValue(am.quantity('s'), '1 min'), gone: undefined })).toEqual({
    a: ['NaN', null],
    hold: { ok: true, value: '1 min' },
  });
  const circle: unknown[] = [];
  circle.push(circle);
  expect(() => exportData(circle)).not.toThrow();
});
