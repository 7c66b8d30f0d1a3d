import { describe, expect, it } from 'vitest';
import { quantityOf } from '../quantity/index.js';
import { type DurationInput, RemainingTime } from './remaining-time.js';
import { DatetimeTerm, DurationTerm } from './terms.js';

function after(input: DurationInput, pausing = false) {
  const remaining = new RemainingTime();
  return { clamped: remaining.setDuration(input, 100, pausing), term: remaining.term, remaining };
}

describe('the time that is left (semantics 2.4)', () => {
  it.each<[string, DurationInput, object]>([
    ['seconds', 5, { type: 'datetime', value: 105 }],
    ['a quantity', quantityOf(2, 'min'), { type: 'datetime', value: 220 }],
    ['a duration term', new DurationTerm(5, 1), { type: 'datetime', value: 105, resolution: 1 }],
    ['a datetime term', new DatetimeTerm(300), { type: 'datetime', value: 300 }],
    ['NaN', Number.NaN, { type: 'unknown' }],
    ['infinity', Number.POSITIVE_INFINITY, { type: 'forever' }],
  ])('while it runs, %s are a moment', (_, input, term) => {
    expect(after(input)).toMatchObject({ term, clamped: false });
  });

  it.each<[string, DurationInput]>([
    ['seconds', -5],
    ['minus infinity', Number.NEGATIVE_INFINITY],
    ['a quantity', quantityOf(-2, 'min')],
    ['a term', new DurationTerm(-5)],
  ])('%s below zero are zero, and that is told', (_, input) => {
    expect(after(input)).toMatchObject({ clamped: true, term: { type: 'datetime', value: 100 } });
  });

  it('on the way into a pause it is a length, which becomes a moment when the process goes on', () => {
    const { remaining, term } = after(5, true);
    expect(term).toEqual({ type: 'duration', value: 5 });
    remaining.thaw(200);
    expect(remaining.term).toEqual({ type: 'datetime', value: 205 });
  });

  it('freezes in a pause, with its uncertainty, and goes on after it', () => {
    const { remaining } = after(new DurationTerm(5, 1));
    remaining.freeze(102);
    expect(remaining.term).toEqual({ type: 'duration', value: 3, resolution: 1 });
    remaining.freeze(150);
    remaining.thaw(200);
    expect(remaining.term).toEqual({ type: 'datetime', value: 203, resolution: 1 });
  });

  it('is nothing when it was overdue at the pause', () => {
    const { remaining } = after(5);
    remaining.freeze(120);
    expect(remaining.term).toEqual({ type: 'duration', value: 0 });
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY]])('%s stays what it is through a pause', (input) => {
    const { remaining, term } = after(input);
    remaining.freeze(101);
    expect(remaining.term).toEqual(term);
    remaining.thaw(102);
    expect(remaining.term).toEqual(term);
  });

  it.each([[null], ['5 apples'], [{}], [quantityOf(5, 'degC')], [true]])('refuses %j', (input) => {
    expect(() => after(input as never)).toThrow();
  });
});
