import { describe, expect, it } from 'vitest';
import { atEnd, rowWindow } from './row-window.js';

describe('the rows in sight', () => {
  it('are few, however long the list is', () => {
    const window = rowWindow(100_000, 24, 48_000, 120);
    expect(window.end - window.first).toBeLessThan(16);
    expect(window.before).toBe(window.first * 24);
    expect(window.total).toBe(2_400_000);
  });

  it('are all of a short list', () => {
    expect(rowWindow(3, 24, 0, 120)).toMatchObject({ first: 0, end: 3, before: 0 });
    expect(rowWindow(0, 24, 0, 120)).toMatchObject({ first: 0, end: 0 });
  });

  it('stay inside the list when it has become shorter', () => {
    expect(rowWindow(2, 24, 9000, 120)).toMatchObject({ first: 2, end: 2 });
  });
});

it('knows when the reader follows the end', () => {
  expect(atEnd(880, 120, 1000, 24)).toBe(true);
  expect(atEnd(500, 120, 1000, 24)).toBe(false);
});
