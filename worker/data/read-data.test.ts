import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../model/failure.js';
import type { Range } from '../../model/place.js';
import { quantityOf } from '../quantity/index.js';
import { type DataType, type DeviceValue, type Evaluated, exportData, readData, shortForms as am } from './index.js';

const values = new Map<string, DeviceValue>([['thermostat.readout', quantityOf(36.5, 'degC')]]);

function evaluate(text: string, type: DataType | null = null): Evaluated {
  const read = readData({ text });
  return read.ok ? read.document.evaluate(type, { deviceValue: (path) => values.get(path) }) : read;
}

function valueOf(text: string, type: DataType | null = null): unknown {
  const result = evaluate(text, type);
  if (!result.ok) throw new Error(result.failures.map(({ message }) => message).join(' '));
  return exportData(result.value);
}

function failuresOf(text: string, type: DataType | null = null): readonly Failure[] {
  const result = evaluate(text, type);
  return result.ok ? [] : result.failures;
}

/** The text that a range covers. */
function covered(text: string, place: Failure['place']): string {
  const { line, column, endLine, endColumn } = place as Range;
  const lines = text.split('\n');
  if (line === endLine) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
  return [
    (lines[line - 1] ?? '').slice(column - 1),
    ...lines.slice(line, endLine - 1),
    (lines[endLine - 1] ?? '').slice(0, endColumn - 1),
  ].join('\n');
}

describe('expressions in a data document', () => {
  it.each([
    ['target: {{ 30 * unit.min }}', { target: '30 min' }],
    ['{{ 30 * unit.min }}', '30 min'],
    ['  {{ 30 * unit.min }}  # half an hour', '30 min'],
    ['a: ${{ 1 }}\nb: %{{ 2 }}\nc: @{{ 3 }}', { a: 1, b: 2, c: 3 }],
    ['"{{ 1 + 1 }}"', 2],
    ["'{{ 1 + 1 }}'", 2],
    ['a: |\n  {{ 5 }}\n', { a: 5 }],
    ['- {{ 1 }}\n- x\n- {{ 2 }}', [1, 'x', 2]],
    ['{a: {b: {{ 1 }}}, c: [{{ 2 }}, {{ 3 }}]}', { a: { b: 1 }, c: [2, 3] }],
    ['a: {{ \'}}\' + "#: " }}', { a: '}}#: ' }],
    ['a: {{ thermostat.readout }}', { a: '36.5 °C' }],
    ['# {{ comment\na: {{ 1 }} # and {{ this }}', { a: 1 }],
    ['a: &x {{ 1 }}\nb: *x', { a: 1, b: 1 }],
    ['a: "{{ is just text"', { a: '{{ is just text' }],
    ['a: {}\nb: {c: {}}', { a: {}, b: { c: {} } }],
    ['\ue000: {{ 1 }}\ue001', { '\ue000': '{{ 1 }}\ue001' }],
  ])('%j', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it('that are only a part of a value are taken as text, with a warning at their place', () => {
    const text = 'note: about {{ 5 }} to {{ 6 }} min';
    expect(evaluate(text)).toMatchObject({
      ok: true,
      value: { note: 'about {{ 5 }} to {{ 6 }} min' },
      warnings: [{ place: { line: 1, column: 7, endColumn: 35 } }],
    });
  });

  it('name the devices that they need', () => {
    const read = readData({ text: 'a: {{ x.y + z.w }}\nb: [{{ x.y }}, {{ unit.s }}]' });
    expect(read.ok && read.document.dependencies).toEqual(['x.y', 'z.w']);
  });

  it.each([
    ['a: {{ 30 * unit.mim }}', 'mim', '“mim” is not a known unit.'],
    ['a:\n  - {{ 1 + }}', '+', 'The expression is not complete: a value is missing at its end.'],
    ['a: {{ 30 * unit.min\nb: 1', '{{ 30 * unit.min', 'The expression is not closed: }} is missing on its line.'],
    ['a: 1\nb: "{{ (1 / 0) + 2 }}"', '(1 / 0)', 'Evaluation error: It cannot be divided by zero.'],
    ['µ: {{ pump.flow }}', 'pump.flow', 'Evaluation error: pump.flow has no value yet.'],
    ['{{ 1 }}: 3', '{{ 1 }}', 'A key cannot be an expression.'],
    ['a: {{ }}', ' ', 'The expression is empty.'],
  ])('%j is refused at the wrong part', (text, part, message) => {
    const [failure, ...others] = failuresOf(text);
    expect(failure?.message).toBe(message);
    expect(covered(text, failure?.place)).toBe(part);
    expect(others).toEqual([]);
  });

  it('are evaluated each time, and can be checked without the devices', () => {
    const read = readData({ text: 'a: {{ thermostat.readout }}\nb: {{ 5 * unit.ml }}' });
    if (!read.ok) throw new Error('not read');
    const type = am.record({ a: am.quantity('degC'), b: am.quantity('s') });
    expect(read.document.check(type).map(({ message }) => message)).toEqual(['5 ml is a volume; a time such as 10 min is needed.']);
    const at = (degrees: number): unknown => read.document.evaluate(null, { deviceValue: () => quantityOf(degrees, 'degC') });
    expect(at(20)).toMatchObject({ value: { a: quantityOf(20, 'degC') } });
    expect(at(30)).toMatchObject({ value: { a: quantityOf(30, 'degC') } });
  });
});

describe('a data document that is no YAML', () => {
  it.each([
    ['a: "x', 'x', 'A quote is not closed.'],
    ['a: [1, 2', '2', 'A bracket [ is not closed.'],
    ['a: {b: 1', '1', 'A brace { is not closed.'],
    ['a:\n\tb: 1', '\t', 'A tab is used for indentation.'],
    ['a: 1\na: 2', 'a', 'The key “a” appears twice.'],
    ['a: 1\nfoo\n', 'foo', 'A colon is missing: this line is neither “key: value” nor part of the line before.'],
    ['a: b: c', 'b', 'There is a second colon where a value should be.'],
    ['a: @x', '@', 'A value cannot begin with this sign.'],
    ['a: *b', '*b', 'Nothing is named b.'],
    ['a: 1\n---\nb: 2', '---\nb: 2', 'A second document begins here; the data is one document.'],
    ['{"a": 1 "b": 2}', '1 "b": 2', 'A comma is missing before this, or it does not belong inside [ ] or { }.'],
    ['? [a]\n: 3', '[a]', 'A key has to be a text.'],
  ])('%j says what is wrong, and where', (text, part, message) => {
    const [failure] = failuresOf(text);
    expect(failure?.message).toBe(message);
    expect(covered(text, failure?.place)).toBe(part);
    expect(failure?.kind).toBe('data');
  });

  it.each([
    ['a name for itself', 'a: &x [*x]', 'nested more than 100 levels deep'],
    [
      'names for names',
      [
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefg'].map((name, index) => `${name}: &${name} [${`*${'abcdef'[index] ?? ''}, `.repeat(9)}]`),
      ].join('\n'),
      'more than 20000 values',
    ],
    ['brackets in brackets', '['.repeat(40_000), ''],
    ['too much', 'x'.repeat(100_001), 'too long'],
    ['a bracket in each line', '{{\n'.repeat(30_000), ''],
  ])('%s ends quickly', (_name, text, message) => {
    const failures = failuresOf(text);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.map((failure) => failure.message).join(' ')).toContain(message);
  });
});

describe('places', () => {
  it('are right behind other line ends and letters outside the plane', () => {
    const text = '# \u{1f9ea}\r\nname: \u{1f9ea}\r\nhold: 5 mim\r\n';
    const [failure] = failuresOf(text, am.record({ name: am.str(), hold: am.quantity('s') }));
    expect(failure?.place).toEqual({ file: 'data', line: 3, column: 9, endLine: 3, endColumn: 12 });
  });

  it('come in the order of the text', () => {
    const type = am.record({ a: am.int(), b: am.int(), c: am.int() });
    expect(failuresOf('c: x\nb: {{ 1 / 0 }}\na: y', type).map(({ place }) => place?.line)).toEqual([1, 2, 3]);
  });
});

describe('data that is a JSON value', () => {
  it('is evaluated as a document is', () => {
    const read = readData({ value: { hold: '{{ 5 * unit.min }}', rate: '3 ml/min' } });
    expect(
      read.ok && read.document.evaluate(am.record({ hold: am.quantity('s'), rate: am.quantity('µl/s') }), { deviceValue: () => undefined }),
    ).toMatchObject({
      ok: true,
      value: { hold: quantityOf(5, 'min'), rate: quantityOf(3, 'ml/min') },
    });
  });

  it('has failures with a path', () => {
    const read = readData({ value: { steps: [{ hold: '{{ 5 * }}' }] } });
    expect(read).toMatchObject({
      ok: false,
      failures: [{ message: 'steps[0].hold: The expression is not complete: a value is missing at its end.' }],
    });
  });
});

const types: readonly (DataType | null)[] = [
  null,
  am.bool(),
  am.int(),
  am.str(),
  am.identifier(),
  am.oneOf('a', 1),
  am.list(am.quantity('s')),
  am.dict(am.int()),
  am.record({ a: am.quantity('degC', { min: 0, max: 5 }), b: am.attribute(am.list(am.any()), { optional: true }) }),
  am.union(am.quantity('s', { allowNil: true }), am.record({ a: am.int() })),
];

describe('any text and any type', () => {
  const pieces = fc.constantFrom(
    'a',
    'b',
    ': ',
    ':',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    '{{',
    '}}',
    '{{ 1 }}',
    '{{ x.y }}',
    '5',
    ' min',
    'degC',
    '"',
    "'",
    '#',
    '&x ',
    '*x',
    '!t',
    '|',
    '>',
    ',',
    '\t',
    '\r\n',
    '---',
    '~',
    'true',
    '%',
    '@',
    '\u{1f9ea}',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 25 }).map((list) => list.join('')),
  );

  it('give a frozen value, or failures with a sentence and a range inside the text', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...types), (text, type) => {
        const result = evaluate(text, type);
        const lines = text.split(/\r\n|\r|\n/);
        const failures = result.ok ? result.warnings : result.failures;
        if (!result.ok) expect(failures.length).toBeGreaterThan(0);
        for (const { message, place } of failures) {
          expect(message).not.toBe('');
          const { line, column, endLine, endColumn } = place as Range;
          expect(line).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeLessThanOrEqual(lines.length);
          expect(line < endLine || (line === endLine && column <= endColumn)).toBe(true);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] ?? '').length + 1);
        }
        if (result.ok && typeof result.value === 'object' && result.value !== null) expect(Object.isFrozen(result.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('give back plain JSON data as it was', () => {
    const scalars = fc.oneof(
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string().filter((text) => !text.includes('{{')),
    );
    const data = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        scalars,
        fc.array(tie('value')),
        fc.dictionary(
          fc.string().filter((key) => !key.includes('{{')),
          tie('value'),
        ),
      ),
    })).value;
    fc.assert(
      fc.property(data, (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(valueOf(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});
