import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../model/text-edit.js';
import { indent, newLine, outdent } from './indent.js';
import { LightText } from './LightText.svelte.js';

/** A text area that obeys: types, selects, and lets time pass between the keys. */
function setup(start = '') {
  let text = start;
  let now = 0;
  const light = new LightText(
    'process',
    () => text,
    (next, edit) => {
      expect(applyEdit(text, edit)).toBe(next);
      text = next;
    },
    () => now,
  );
  light.selection = { start: text.length, end: text.length };
  const input = (inserted: string, { wait = 100, removed = 0 } = {}) => {
    now += wait;
    const { start: at, end } = light.selection;
    const from = at - (at === end ? removed : 0);
    const cursor = from + inserted.length;
    light.typed(text.slice(0, from) + inserted + text.slice(end), { start: cursor, end: cursor });
  };
  const keys = (word: string) => [...word].forEach((key) => input(key));
  return { light, input, keys, text: () => text };
}

describe('undo', () => {
  it('takes back word by word what was typed in one go, with the cursor', () => {
    const { light, keys, text } = setup('a ');
    keys('one two');
    expect(light.history.done.map((step) => step.edit.inserted)).toEqual(['one ', 'two']);
    light.undo();
    expect([text(), light.selection.start]).toEqual(['a one ', 6]);
    light.undo();
    light.undo();
    expect([text(), light.selection.start, light.undo()]).toEqual(['a ', 2, false]);
  });

  it('does again what was undone, unless something else was typed', () => {
    const { light, keys, text } = setup();
    keys('ab');
    light.undo();
    light.redo();
    expect(text()).toBe('ab');
    light.undo();
    keys('c');
    expect([light.redo(), text()]).toEqual([false, 'c']);
  });

  it('takes back separately what was typed after a pause, on another line, or deleted', () => {
    const { light, input, keys } = setup();
    keys('a');
    input('b', { wait: 2_000 });
    input('\n');
    input('c');
    input('', { removed: 1 });
    expect(light.history.done.map(({ edit }) => [edit.removed, edit.inserted])).toEqual([
      ['', 'a'],
      ['', 'b'],
      ['', '\n'],
      ['', 'c'],
      ['c', ''],
    ]);
  });

  it('takes back a whole composition of an input method', () => {
    const { light, text } = setup('x');
    light.compose();
    for (const part of ['xn', 'xに', 'xにほ', 'x日本']) light.typed(part, { start: part.length, end: part.length });
    light.composed({ start: 3, end: 3 });
    expect([text(), light.history.done.length]).toEqual(['x日本', 1]);
    light.undo();
    expect([text(), light.selection.start]).toEqual(['x', 1]);
  });

  it('takes back a text that came in as one step', () => {
    const { light, text } = setup('one two three');
    light.replace('one 2 three');
    expect(light.selection).toEqual({ start: 11, end: 11 });
    light.undo();
    expect(text()).toBe('one two three');
  });

  it('leads back to the base and forth again through anything that was done', () => {
    const action = fc.oneof(
      fc.record({
        type: fc.constant('input' as const),
        inserted: fc.string({ maxLength: 3 }),
        removed: fc.nat(2),
        wait: fc.constantFrom(10, 5_000),
      }),
      fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const) }),
      fc.record({ type: fc.constant('select' as const), at: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(action, { maxLength: 30 }), (start, actions) => {
        const { light, input, text } = setup(start);
        for (const step of actions) {
          if (step.type === 'input') input(step.inserted, step);
          else if (step.type === 'select')
            light.selection = { start: Math.min(step.at, text().length), end: Math.min(step.at, text().length) };
          else light[step.type]();
          expect(light.history.base(text())).toBe(start);
        }
        const end = text();
        const undone = light.history.undone.length;
        while (light.undo());
        expect(text()).toBe(start);
        while (light.history.undone.length > undone) light.redo();
        expect(text()).toBe(end);
      }),
    );
  });
});

describe('the keys', () => {
  const at = (text: string) => {
    const start = text.indexOf('<');
    const end = text.indexOf('>') - 1;
    return { text: text.replace(/[<>]/g, ''), selection: { start, end } };
  };
  const show = (text: string, { start, end }: { start: number; end: number }) =>
    `${text.slice(0, start)}<${text.slice(start, end)}>${text.slice(end)}`;

  it.each([
    ['Enter keeps the indentation', newLine, '  a<>b', '  a\n  <>b'],
    ['Enter indents after a bracket', newLine, 'f() {<>', 'f() {\n  <>'],
    ['Enter between brackets', newLine, '  [<>]', '  [\n    <>\n  ]'],
    ['Enter replaces the selection', newLine, 'a<bc>d', 'a\n<>d'],
    ['Tab at the cursor', indent, 'a<>b', 'a  <>b'],
    ['Tab over lines', indent, 'a\n<b\n\nc>\nd', 'a\n  <b\n\n  c>\nd'],
    ['Tab over whole lines', indent, '<a\nb\n>c', '  <a\n  b\n>c'],
    ['Shift+Tab', outdent, '    a<>', '  a<>'],
    ['Shift+Tab over lines', outdent, '<  a\n b\nc>', '<a\nb\nc>'],
  ])('%s', (_, key, before, after) => {
    const { text, selection } = at(before);
    const move = key(text, selection);
    expect(move && show(applyEdit(text, move.edit), move.after)).toBe(after);
  });

  it('Shift+Tab without indentation does nothing', () => {
    expect(outdent('a', { start: 1, end: 1 })).toBeNull();
  });
});
