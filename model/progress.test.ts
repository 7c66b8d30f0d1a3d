import { describe, expect, it } from 'vitest';
import { declaredLength, progressAt } from './progress.js';

describe('progress of a location', () => {
  it('stands still without a date', () => {
    expect(progressAt({ progress: 0.4 }, 99)).toBe(0.4);
    expect(progressAt({ progress: 0.4, date: null, duration: 500 }, 99)).toBe(0.4);
  });

  it('advances from its date over its duration, in virtual milliseconds', () => {
    const location = { progress: 0.2, date: 1000, duration: 10_000 };
    expect(progressAt(location, 1)).toBeCloseTo(0.2);
    expect(progressAt(location, 6)).toBeCloseTo(0.7);
    expect(progressAt(location, 60)).toBe(1);
  });

  it('never runs backwards before its date', () => {
    expect(progressAt({ progress: 0.5, date: 9000, duration: 1000 }, 1)).toBe(0.5);
  });

  it('is absent when the location does not speak of it', () => {
    expect(progressAt({ phase: 'hold' }, 0)).toBeNull();
    expect(progressAt([1], 0)).toBeNull();
    expect(progressAt({ progress: 'half' }, 0)).toBeNull();
  });

  it('is clamped to what a bar can show', () => {
    expect(progressAt({ progress: 7 }, 0)).toBe(1);
    expect(progressAt({ progress: -1 }, 0)).toBe(0);
  });
});

it('reads the whole length from a location that has one', () => {
  expect(declaredLength({ progress: 0, duration: 1_800_000 })).toBe(1800);
  expect(declaredLength({ progress: 0 })).toBeNull();
});
