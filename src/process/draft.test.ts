import { describe, expect, it } from 'vitest';
import type { DataTypeView, FieldView } from '../../model/datatype.js';
import type { Json } from '../../model/json.js';
import { draftOf } from './draft.js';
import { dataOf } from './draft-data.js';

const field = (name: string, type: DataTypeView, rest: Partial<FieldView> = {}): FieldView => ({
  name,
  label: name,
  description: '',
  optional: false,
  type,
  ...rest,
});
const quantity = (unit: string, allowNil = false): DataTypeView => ({ type: 'quantity', unit, allowNil, min: null, max: null });
const record: DataTypeView = {
  type: 'record',
  fields: [
    field('hold', quantity('second')),
    field('steps', { type: 'list', item: { type: 'int', mode: 'positive' } }),
    field('mode', { type: 'enum', variants: ['slow', 'fast'] }),
    field('stir', { type: 'bool' }),
    field('note', { type: 'str' }, { optional: true }),
    field('names', { type: 'dict', item: { type: 'str' } }),
    field('limit', { type: 'union', variants: [{ type: 'bool' }, quantity('degC')] }),
  ],
};
const parse = (text: string): Json => JSON.parse(text) as Json;
const roundTrip = (type: DataTypeView, value: Json) => dataOf(type, draftOf(type, value), parse);

describe('a form made from a declared type', () => {
  it('gives back the data it was filled with', () => {
    const value = { hold: '10 min', steps: [1, 2], mode: 'fast', stir: true, note: 'x', names: { a: 'b' }, limit: '37 degC' };
    expect(roundTrip(record, value)).toEqual({ value });
  });

  it('gives back a number that measures nothing without a unit: nobody can write “dimensionless” behind it', () => {
    const draft = draftOf(quantity('dimensionless'));
    if (draft.type === 'quantity') draft.number = '0.9';
    expect(dataOf(quantity('dimensionless'), draft, parse)).toEqual({ value: 0.9 });
  });

  it('leaves optional members out until they are used', () => {
    const draft = draftOf(record, { hold: '1 s', steps: [], mode: 'slow', stir: false, names: {}, limit: false });
    expect(dataOf(record, draft, parse)).toEqual({ value: { hold: '1 s', steps: [], mode: 'slow', stir: false, names: {}, limit: false } });
  });

  it('begins with the declared defaults', () => {
    const type: DataTypeView = { type: 'record', fields: [field('hold', quantity('second'), { default: '5 s' })] };
    expect(dataOf(type, draftOf(type), parse)).toEqual({ value: { hold: '5 s' } });
  });

  it('adds the declared unit to a bare number', () => {
    expect(roundTrip(quantity('degC'), 37)).toEqual({ value: '37 degC' });
  });

  it('can be off where that is allowed', () => {
    expect(roundTrip(quantity('degC', true), null)).toEqual({ value: null });
  });

  it.each<[string, DataTypeView, Json, string]>([
    ['an empty number', quantity('second'), '', 'Type a number.'],
    ['a fraction for a whole number', { type: 'int', mode: 'any' }, '1.5', 'Type a whole number.'],
    ['zero where numbers start at one', { type: 'int', mode: 'positive' }, 0, 'Type a whole number from 1 on.'],
    ['a name with a space', { type: 'identifier' }, 'a b', 'Type a name of letters, digits and _ that does not begin with a digit.'],
  ])('says what is wrong with %s', (_, type, value, message) => {
    expect(roundTrip({ type: 'record', fields: [field('x', type)] }, { x: value })).toEqual({ problems: [{ path: 'x', message }] });
  });

  it('says which item of a list is wrong', () => {
    const type: DataTypeView = { type: 'list', item: { type: 'int', mode: 'any' } };
    expect(roundTrip(type, [1, 'two'])).toEqual({ problems: [{ path: '1', message: 'Type a whole number.' }] });
  });

  it('does not accept two entries with one key', () => {
    const entry = { key: 'a', draft: { type: 'text', text: '' } } as const;
    const result = dataOf({ type: 'dict', item: { type: 'str' } }, { type: 'dict', entries: [{ ...entry }, { ...entry }] }, parse);
    expect(result).toEqual({ problems: [{ path: '', message: 'Two entries have the same key.' }] });
  });
});
