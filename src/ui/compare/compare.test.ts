import { describe, expect, it } from 'vitest';
import { compareTexts } from './compare.js';

const shown = (before: string, after: string): readonly string[] =>
  compareTexts(before, after).map(
    ({ kind, before: left, after: right }) =>
      `${kind} ${left ? `${left.number}:${left.text}` : '-'} ${right ? `${right.number}:${right.text}` : '-'}`,
  );

describe('two texts side by side', () => {
  it('are the same line by line, with or without an end of the last one', () => {
    expect(shown('a\nb\n', 'a\nb')).toEqual(['same 1:a 1:a', 'same 2:b 2:b']);
  });

  it('have what was changed beside what it became', () => {
    expect(shown('a\nb\nc', 'a\nB\nc')).toEqual(['same 1:a 1:a', 'changed 2:b 2:B', 'same 3:c 3:c']);
  });

  it('have gaps where lines were added or removed', () => {
    expect(shown('a\nb\nd', 'a\nd\ne\nf')).toEqual(['same 1:a 1:a', 'removed 2:b -', 'same 3:d 2:d', 'added - 3:e', 'added - 4:f']);
    expect(shown('', 'x')).toEqual(['added - 1:x']);
    expect(shown('x', '')).toEqual(['removed 1:x -']);
  });
});
