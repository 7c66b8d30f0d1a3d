import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, editBetween, invertEdit, normalText, offsetAt, positionAt } from './text-edit.js';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', 'é'), maxLength: 30 });
const halves = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/;

describe('the edit between two texts', () => {
  it('turns the one into the other, and can be taken back', () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (before, after, caret) => {
        const edit = editBetween(before, after, caret);
        expect(edit === null).toBe(before === after);
        if (!edit) return;
        expect(applyEdit(before, edit)).toBe(after);
        expect(applyEdit(after, invertEdit(edit))).toBe(before);
      }),
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (before, after, caret) => {
        // A caret never stands inside a character.
        fc.pre(!halves.test(after.slice(caret)));
        const edit = editBetween(before, after, caret);
        if (edit) expect([edit.removed, edit.inserted].filter((part) => halves.test(part))).toEqual([]);
      }),
    );
  });

  it('is where the caret stands when the texts alone do not tell', () => {
    expect(editBetween('aaa', 'aaaa', 2)).toEqual({ at: 1, removed: '', inserted: 'a' });
    expect(editBetween('aaaa', 'aaa', 1)).toEqual({ at: 1, removed: 'a', inserted: '' });
  });

  it('is as small as it can be', () => {
    expect(editBetween('one two three', 'one 2 three', 5)).toEqual({ at: 4, removed: 'two', inserted: '2' });
    expect(editBetween('one two', 'one two three', 0)).toEqual({ at: 7, removed: '', inserted: ' three' });
  });
});

it('finds offsets and positions of each other', () => {
  fc.assert(
    fc.property(text, fc.nat(30), (value, offset) => {
      const { line, column } = positionAt(value, offset);
      expect(offsetAt(value, line, column)).toBe(Math.min(offset, value.length));
    }),
  );
  expect(positionAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  expect(offsetAt('ab\ncd', 1, 99)).toBe(2);
  expect(offsetAt('ab\ncd', 99, 1)).toBe(5);
});

it('knows one kind of line end', () => {
  expect(normalText('\uFEFFa\r\nb\rc\n')).toBe('a\nb\nc\n');
});
