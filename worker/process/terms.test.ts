import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatetimeTerm, DurationTerm, sameTerm, termView } from './terms.js';

const unknown = Number.NaN;
const forever = Number.POSITIVE_INFINITY;
const duration = (value: number, resolution = 0) => new DurationTerm(value, resolution);
const datetime = (value: number, resolution = 0) => new DatetimeTerm(value, resolution);

describe('terms (semantics 6.4)', () => {
  it.each([
    ['a duration and a duration', duration(2, 0.1), duration(3, 0.2), { type: 'duration', value: 5, resolution: 0.3 }],
    ['a datetime and a duration', datetime(10, 1), duration(3), { type: 'datetime', value: 13, resolution: 1 }],
    ['a duration and a datetime', duration(3), datetime(10), { type: 'datetime', value: 13 }],
    ['unknown and a duration', duration(unknown), duration(1), { type: 'unknown' }],
    ['a datetime and unknown', datetime(10), duration(unknown), { type: 'unknown' }],
    ['forever and a duration', duration(forever), duration(1), { type: 'forever' }],
    ['forever and unknown', duration(forever), duration(unknown), { type: 'forever' }],
    ['unknown and forever', datetime(unknown), duration(forever), { type: 'forever' }],
  ] as const)('%s add up', (_, first, second, view) => {
    expect(termView((first as DurationTerm).plus(second as DurationTerm))).toEqual(view);
  });

  it.each([
    [duration(2, 0.1), 3, { type: 'duration', value: 6, resolution: 0.3 }],
    [duration(2), 0.5, { type: 'duration', value: 1 }],
    [duration(forever), 0, { type: 'duration', value: 0 }],
    [duration(unknown), 0, { type: 'duration', value: 0 }],
    [duration(forever), 2, { type: 'forever' }],
    [duration(unknown), 2, { type: 'unknown' }],
  ])('%j times %s', (term, factor, view) => {
    expect(termView(term.times(factor))).toEqual(view);
  });

  it.each([
    ['two datetimes', () => datetime(1).plus(datetime(2) as never)],
    ['a number', () => duration(1).plus(2 as never)],
    ['a text', () => duration(1).times('2' as never)],
    ['a negative factor', () => duration(1).times(-1)],
    ['a text for a length', () => duration('2' as never)],
    ['minus infinity', () => duration(-forever)],
    ['a negative resolution', () => datetime(1, -1)],
    ['a resolution without end', () => datetime(1, forever)],
  ])('%s is a type error', (_, call) => {
    expect(call).toThrow(TypeError);
  });

  it('are exact to the microsecond, as the clock is', () => {
    expect(termView(duration(0.1).plus(duration(0.2)))).toEqual({ type: 'duration', value: 0.3 });
    expect(termView(duration(1e300))).toEqual({ type: 'duration', value: 1e300 });
  });

  it('are plain data that JSON keeps', () => {
    const number = fc.oneof(fc.double(), fc.integer()).filter((value) => value !== -forever);
    fc.assert(
      fc.property(number, fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }), fc.boolean(), (value, resolution, moment) => {
        const view = termView(moment ? datetime(value, resolution) : duration(value, resolution));
        const copy = JSON.parse(JSON.stringify(view)) as typeof view;
        expect(sameTerm(copy, view)).toBe(true);
        expect(Object.values(copy)).not.toContain(null);
      }),
    );
  });
});
