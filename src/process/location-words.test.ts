import { describe, expect, it } from 'vitest';
import { locationWords } from './location-words.js';

const words = (location: Parameters<typeof locationWords>[0]) => locationWords(location).map(({ label, text }) => [label, text]);

describe('a location in words', () => {
  it('has names as one writes them, texts without marks, units, yes and no', () => {
    expect(words({ phase: 'hold "it"', setTemperature: { value: 37, unit: 'degC' }, lid_closed: true, timeLeft: 12.3456789 })).toEqual([
      ['Phase', 'hold "it"'],
      ['Set temperature', '37 °C'],
      ['Lid closed', 'yes'],
      ['Time left', '12.3457'],
    ]);
  });

  it('leaves out what is not there, and counts the items of a list from 1', () => {
    expect(words({ date: null, wells: ['A1'] })).toEqual([
      ['Wells', ''],
      ['Number 1', 'A1'],
    ]);
  });

  it('leaves out the progress, which has a bar', () => {
    expect(words({ progress: 0.25, date: 1000, duration: 60000, phase: 'hold' })).toEqual([['Phase', 'hold']]);
    expect(words({ date: 'today' })).toEqual([['Date', 'today']]);
  });

  it('takes a location that is a single text', () => {
    expect(words('heating')).toEqual([['', 'heating']]);
  });
});
