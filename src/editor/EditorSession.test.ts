import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { MemoryTextStore } from '../files/text-store.js';
import { Workspace } from '../files/Workspace.svelte.js';
import { Busy } from './busy.js';
import { EditorSession, type FullEditorLoader } from './EditorSession.svelte.js';
import type { FullEditor, FullEditorOptions } from './full-editor.js';

const text = 'one\ntwo\n';

/** A full editor that only keeps account, and workspaces that keep nothing. */
function setup({ fails = false } = {}) {
  const workspace = new Workspace({
    example: { id: 'a', title: 'A', texts: { process: text, data: 'a:   1\n', protocol: '', bench: '' } },
    store: new MemoryTextStore(),
    delay: () => () => {},
  });
  const calls: unknown[] = [];
  const opened: FullEditorOptions[] = [];
  const full: FullEditor = {
    show: (file) => void calls.push(['show', file]),
    replace: (file, value) => void calls.push(['replace', file, value]),
    reveal: (place) => void calls.push(['reveal', place]),
    begin: (file) => void calls.push(['begin', file]),
    focus: () => void calls.push('focus'),
    live: () => {},
    mark: () => {},
    format: () => Promise.resolve(void calls.push('format')),
    undo: () => void calls.push('undo'),
    redo: () => void calls.push('redo'),
    dispose: () => void calls.push('dispose'),
  };
  const load: FullEditorLoader = () =>
    fails
      ? Promise.reject(new Error('no network'))
      : Promise.resolve((options) => {
          opened.push(options);
          return full;
        });
  // Whoever waits is told that time has passed once the test lets it.
  const waiting: (() => void)[] = [];
  const busy = new Busy({ now: () => 0, wait: () => new Promise((resolve) => waiting.push(resolve)) });
  const editor = new EditorSession(workspace, load, busy);
  workspace.attach(editor);
  const type = (value: string, cursor = value.length) => editor.light[workspace.active].typed(value, { start: cursor, end: cursor });
  const host = document.createElement('div');
  return { workspace, editor, calls, opened, type, waiting, takeOver: () => editor.takeOver(host, 'keys') };
}

describe('the take-over', () => {
  it('hands over both texts with their history, selection and scroll position', async () => {
    const { editor, workspace, opened, type, takeOver } = setup();
    type('one\ntwo!\n', 8);
    editor.undo();
    type('zero\ntwo\n', 4);
    editor.light.process.scroll = { top: 40, left: 5 };
    await takeOver();
    expect(opened[0]).toMatchObject({
      active: 'process',
      focused: false,
      texts: {
        process: { text: 'zero\ntwo\n', base: text, undone: [], selection: { start: 4, end: 4 }, scroll: { top: 40, left: 5 } },
        data: { text: 'a:   1\n', base: 'a:   1\n', done: [] },
      },
    });
    expect(opened[0]?.texts.process.done.map((step) => step.edit)).toEqual([{ at: 0, removed: 'one', inserted: 'zero' }]);
    expect(workspace.code).toBe('zero\ntwo\n');
  });

  it.each([
    ['the full one has taken over', {}, 'takeOver'],
    ['the full one cannot be had', { fails: true }, 'takeOver'],
    ['the light one stays', {}, 'stayLight'],
  ] as const)('is settled when %s, and not before', async (_name, options, how) => {
    const { editor, takeOver } = setup(options);
    let settled = false;
    void editor.settled.then(() => (settled = true));
    await Promise.resolve();
    expect(settled).toBe(false);
    if (how === 'takeOver') await takeOver();
    else editor.stayLight();
    await Promise.resolve();
    expect(settled).toBe(true);
  });

  it('waits for the end of a composition', async () => {
    const { editor, opened, waiting, takeOver } = setup();
    editor.light.process.compose();
    const done = takeOver();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    expect([opened.length, waiting.length]).toEqual([0, 1]);
    editor.light.process.composed({ start: 0, end: 0 });
    waiting[0]?.();
    await done;
    expect(opened.length).toBe(1);
  });

  it('from then on passes everything to the full editor, and reports what it does', async () => {
    const { editor, workspace, calls, opened, takeOver } = setup();
    await takeOver();
    workspace.replace('data', 'b: 2\n');
    editor.undo();
    await editor.format();
    opened[0]?.edited('process', 'x', [{ at: 0, removed: text.length, inserted: 1 }]);
    opened[0]?.cursor(7, 3);
    const problem = { range: { file: 'process', line: 1, column: 1, endLine: 1, endColumn: 2 }, message: 'm', severity: 'error' } as const;
    opened[0]?.found([problem], true);
    flushSync();
    expect(calls).toEqual([['replace', 'data', 'b: 2\n'], 'undo', 'format']);
    expect([workspace.code, editor.cursor, editor.summary]).toEqual(['x', { line: 7, column: 3 }, 'TypeScript · 1 type problem']);
    editor.close();
    expect([calls.at(-1), editor.full]).toEqual(['dispose', null]);
  });

  it('that fails leaves the light editor, which still does its work', async () => {
    const { editor, workspace, type, takeOver } = setup({ fails: true });
    expect(await takeOver()).toBeNull();
    type('still\n');
    expect([workspace.code, editor.summary]).toEqual(['still\n', 'TypeScript · types not checked']);
    await editor.format();
    expect(editor.message).toContain('not formatted');
    workspace.activate('data');
    await editor.format();
    expect(workspace.data).toBe('a: 1\n');
    editor.undo();
    expect(workspace.data).toBe('a:   1\n');
  });
});

it('goes on with what was done before the page was there, as one step', () => {
  const { editor, workspace } = setup();
  editor.adopt({ text: `//${text}`, selection: { start: 2, end: 2 }, scroll: { top: 3, left: 0 }, focused: false });
  expect([workspace.code, editor.cursor, editor.light.process.scroll.top]).toEqual([`//${text}`, { line: 1, column: 3 }, 3]);
  editor.undo();
  expect(workspace.code).toBe(text);
});

describe('a quiet moment', () => {
  function busySetup() {
    let now = 0;
    const busy = new Busy({ now: () => now, wait: (milliseconds) => Promise.resolve(void (now += milliseconds)) });
    const element = document.createElement('div');
    busy.watch(element);
    const fire = (name: string, target: EventTarget = element) => target.dispatchEvent(new Event(name));
    return { busy, fire, now: () => now, pass: (milliseconds: number) => (now += milliseconds) };
  }

  it('comes at once when nobody does anything', async () => {
    const { busy, now } = busySetup();
    await busy.quiet();
    expect(now()).toBe(0);
  });

  it('comes a little after the last key', async () => {
    const { busy, fire, now } = busySetup();
    fire('keydown');
    await busy.quiet();
    expect(now()).toBe(250);
  });

  it.each([
    ['compositionstart', 'compositionend', false],
    ['pointerdown', 'pointerup', true],
  ])('does not come between %s and %s', async (begin, end, onWindow) => {
    const { busy, fire, now } = busySetup();
    fire(begin);
    let ended = false;
    const also = () => {
      // Asked only when the rest is over.
      expect(ended).toBe(true);
      return now() >= 500;
    };
    const quiet = busy.quiet(also);
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
    ended = true;
    fire(end, onWindow ? window : undefined);
    await quiet;
    expect(now()).toBeGreaterThanOrEqual(500);
  });
});
