import { describe, expect, it } from 'vitest';
import { atEnd, rowWindow, scrollToRow, tallest } from './row-window.js';

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

describe('a list that is taller than a browser can draw', () => {
  const count = 1_000_000;
  it('is scrolled in larger steps, from its first row to its last', () => {
    expect(rowWindow(count, 24, 0, 120)).toMatchObject({ first: 0, before: 0, total: tallest });
    const end = rowWindow(count, 24, tallest - 120, 120);
    expect(end.end).toBe(count);
    // The last row ends where the list does.
    expect(end.before + (count - end.first) * 24).toBeCloseTo(tallest, 5);
  });

  it('shows the row that was asked for', () => {
    for (const index of [0, 1, 499_999, 777_777, count - 1]) {
      const top = scrollToRow(index, count, 24, 3_000_000, 120);
      const { first, before } = rowWindow(count, 24, top, 120);
      const at = before + (index - first) * 24 - top;
      expect(at).toBeGreaterThan(-0.01);
      expect(at).toBeLessThan(96.01);
    }
  });
});

it('moves no further than it has to', () => {
  expect(scrollToRow(10, 100, 24, 200, 120)).toBe(200);
  expect(scrollToRow(2, 100, 24, 200, 120)).toBe(48);
  expect(scrollToRow(20, 100, 24, 200, 120)).toBe(21 * 24 - 120);
});

it('knows when the reader follows the end', () => {
  expect(atEnd(880, 120, 1000, 24)).toBe(true);
  expect(atEnd(500, 120, 1000, 24)).toBe(false);
});
