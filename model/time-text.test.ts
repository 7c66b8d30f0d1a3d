import { describe, expect, it } from 'vitest';
import { clockText, durationText, remainingText } from './time-text.js';

describe('clock text', () => {
  it.each([
    [0, 0, '00:00:00'],
    [756, 1, '00:12:36.0'],
    [3.14, 1, '00:00:03.1'],
    [0.3, 3, '00:00:00.300'],
    [360_000, 0, '100:00:00'],
    [-4, 0, '00:00:00'],
  ] as const)('shows %s s with %s decimals as %s', (seconds, decimals, text) => {
    expect(clockText(seconds, decimals)).toBe(text);
  });

  it('does not fall one tick behind through binary fractions', () => {
    expect(clockText(0.1 + 0.2, 1)).toBe('00:00:00.3');
  });
});

describe('duration text', () => {
  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [1044, '17 min 24 s'],
    [1800, '30 min'],
    [7500, '2 h 5 min'],
    [90_000, '1 d 1 h'],
    [Infinity, 'forever'],
  ])('shows %s s as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it('keeps fractions only when asked to', () => {
    expect(durationText(1.5, true)).toBe('1.5 s');
    expect(durationText(0.25, true)).toBe('250 ms');
    expect(durationText(1.5)).toBe('2 s');
  });
});

describe('remaining time', () => {
  it('counts down to an absolute end', () => {
    expect(remainingText({ type: 'datetime', value: 1800 }, 756)).toBe('17 min 24 s left');
    expect(remainingText({ type: 'datetime', value: 1800 }, 1799.2)).toBe('1 s left');
    expect(remainingText({ type: 'datetime', value: 1800 }, 1800)).toBe('0 s left');
  });

  it('says by how much an absolute end has passed', () => {
    expect(remainingText({ type: 'datetime', value: 100 }, 112)).toBe('overdue by 12 s');
    expect(remainingText({ type: 'datetime', value: 100 }, 112.9)).toBe('overdue by 12 s');
  });

  it('keeps a duration still while time passes', () => {
    expect(remainingText({ type: 'duration', value: 1500 }, 99)).toBe('25 min left');
  });

  it('has words for the two that are not numbers', () => {
    expect(remainingText({ type: 'unknown' }, 0)).toBe('unknown time left');
    expect(remainingText({ type: 'forever' }, 0)).toBe('forever');
  });
});
