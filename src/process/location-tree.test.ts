import { describe, expect, it } from 'vitest';
import { locationRows } from './location-tree.js';

const short = (location: Parameters<typeof locationRows>[0]): string[] =>
  locationRows(location).map((row) => `${'  '.repeat(row.depth)}${row.key} ${row.text} ${row.unit}`.trimEnd());

describe('the tree of a location', () => {
  it('has a line for each key', () => {
    expect(short({ phase: 'hold', left: 1044 })).toEqual(['phase "hold"', 'left 1044']);
  });

  it('nests objects and lists', () => {
    expect(short({ step: { index: 3, names: ['a'] }, done: null })).toEqual(['step', '  index 3', '  names', '    0 "a"', 'done null']);
  });

  it('shows a bare value as one line', () => {
    expect(short(0.5)).toEqual([' 0.5']);
    expect(short({})).toEqual([' {}']);
  });

  it('sets a unit apart from its number', () => {
    expect(locationRows({ rate: { value: 8, unit: 'µl/min' } })).toMatchObject([{ key: 'rate', text: '8', unit: 'µl/min' }]);
  });

  it('is cut when it is very long, and says so', () => {
    const rows = locationRows(Array.from({ length: 5000 }, (_, index) => index));
    expect(rows).toHaveLength(201);
    expect(rows.at(-1)?.text).toBe('… and 4800 more lines');
  });

  it('has a different path for every line', () => {
    const rows = locationRows({ a: { b: 1 }, b: [1, { b: 2 }] });
    expect(new Set(rows.map((row) => row.path)).size).toBe(rows.length);
  });
});
