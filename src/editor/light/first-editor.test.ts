import { afterEach, describe, expect, it } from 'vitest';
import { showFirstEditor } from './first-editor.js';

const pages = import.meta.glob<string>('/index.html', { eager: true, query: '?raw', import: 'default' });
const page = pages['/index.html'] ?? '';

afterEach(() => document.body.replaceChildren());

/** The first editor of the real page; `early` was typed before the script came. */
function setup(text: string, early = '') {
  const target = new DOMParser().parseFromString(page, 'text/html').querySelector('#app')!;
  document.body.append(target);
  const area = target.querySelector('textarea')!;
  area.value = early;
  const first = showFirstEditor(target.querySelector('.first-editor')!, text, 0.5);
  const pre = target.querySelector('pre')!;
  const type = (value: string, cursor: number) => {
    area.value = value;
    area.setSelectionRange(cursor, cursor);
    area.dispatchEvent(new Event('input'));
  };
  const shown = () => [...pre.children].map((line) => line.textContent).join('\n');
  return { first, target, area, type, shown };
}

describe('the first editor', () => {
  it('shows the code, and what is typed', () => {
    const { type, shown } = setup('await one();\n');
    expect(shown()).toBe('await one();\n');
    type('// two\nawait one();\n', 6);
    expect(shown()).toBe('// two\nawait one();\n');
  });

  it('keeps what was typed before there was a text', () => {
    const { first, shown } = setup('await one();\n', '// ');
    expect(shown()).toBe('// await one();\n');
    expect(first.remove()).toMatchObject({ text: '// await one();\n', selection: { start: 3, end: 3 } });
  });

  it('shows a long text as far as it can be seen, and all of it to whoever types', () => {
    const text = Array.from({ length: 500 }, (_, line) => `line${line}`).join('\n');
    const { type, shown } = setup(text);
    expect(text.startsWith(shown())).toBe(true);
    expect(shown().length).toBeLessThan(text.length);
    type(`${text}!`, 1);
    expect(shown()).toBe(`${text}!`);
  });

  it('goes with what was done in it', () => {
    const { first, target, area, type } = setup('a');
    area.focus();
    type('ab', 2);
    expect(first.remove()).toEqual({ text: 'ab', selection: { start: 2, end: 2 }, scroll: { top: 0, left: 0 }, focused: true });
    expect(target.querySelector('textarea')).toBeNull();
  });

  it('does not go in the midst of a composition', async () => {
    const { first, area } = setup('a');
    let quiet = false;
    area.dispatchEvent(new Event('compositionstart'));
    const waiting = first.quiet().then(() => (quiet = true));
    await Promise.resolve();
    expect(quiet).toBe(false);
    area.dispatchEvent(new Event('compositionend'));
    await waiting;
    await setup('b').first.quiet();
  });
});
