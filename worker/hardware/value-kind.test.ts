import { describe, expect, it } from 'vitest';
import { booleanKind } from './boolean-kind.js';
import { enumKind } from './enum-kind.js';
import { NumericKind } from './numeric-kind.js';

const valve = enumKind([
  { id: 'open', label: 'Open' },
  { id: 'closed', label: 'Closed' },
]);

describe('kinds of values', () => {
  it('a number is rounded to what the device can tell, once its range is checked', () => {
    const kind = new NumericKind({ unit: 'µl/min', range: [0, 1000], resolution: 0.1 });
    expect(kind.read('0.3 ml/h', 'Flow')).toBe(5);
    expect(kind.read('7.77 µl/min', 'Flow')).toBe(7.8);
    expect(() => kind.read('1000.01 µl/min', 'Flow')).toThrow(
      'Flow 1000.01 µl/min is out of range: at least 0 µl/min, at most 1000 µl/min.',
    );
    expect([kind.same(5, 5.04), kind.same(5, 5.06)]).toEqual([true, false]);
    expect(kind.text(5)).toBe('5 µl/min');
  });

  it('a number without a unit is a plain number', () => {
    const kind = new NumericKind({ unit: '', range: [0, 1] });
    expect(kind.read(0.5, 'Mix')).toBe(0.5);
    expect(kind.read('50 %', 'Mix')).toBe(0.5);
    expect(() => kind.read('5 s', 'Mix')).toThrow('Mix is a plain number, but 5 s is a time');
    expect(() => kind.read(2, 'Mix')).toThrow('Mix 2 is out of range: at least 0, at most 1.');
  });

  it('a range has to hold something', () => {
    expect(() => new NumericKind({ unit: 'K', range: [5, 5] })).toThrow('A range from 5 to 5 holds nothing.');
  });

  it('a boolean takes no substitute', () => {
    expect(booleanKind.read(true, 'Lamp')).toBe(true);
    for (const wrong of [1, 'true', null, undefined]) expect(() => booleanKind.read(wrong, 'Lamp')).toThrow('Lamp is either true or false');
    expect([booleanKind.text(true), booleanKind.text(false)]).toEqual(['on', 'off']);
  });

  it('a case is given by its id, and the nearest one is suggested', () => {
    expect(valve.read('open', 'Valve')).toBe('open');
    expect(valve.text('open')).toBe('Open');
    expect(() => valve.read('opn', 'Valve')).toThrow('Valve cannot be "opn": it is one of open, closed. Did you mean "open"?');
    expect(() => valve.read(1, 'Valve')).toThrow('Valve cannot be 1: it is one of open, closed.');
  });
});
