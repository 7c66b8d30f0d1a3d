import { describe, expect, it } from 'vitest';
import { editBetween } from '../../model/text-edit.js';
import { MemoryTextStore } from './text-store.js';
import { workFromText, workToText } from './stored-work.js';
import type { Example, FileId } from './texts.js';
import { type TextHost, Workspace } from './Workspace.svelte.js';

const timer: Example = {
  id: 'timer',
  title: 'Timer',
  texts: { process: 'await one();\nawait two();\n', data: '10 min\n', protocol: '', bench: '' },
};
const steps: Example = { id: 'steps', title: 'Steps', texts: { process: 'steps', data: '', protocol: '', bench: '' } };

/** Time that passes when the test says so. */
function setup(stored: string | null = null) {
  const store = new MemoryTextStore(stored);
  const due: (() => void)[] = [];
  const downloads: string[] = [];
  const workspace = new Workspace({
    example: timer,
    store,
    delay: (_, callback) => {
      due.push(callback);
      return () => void due.splice(due.indexOf(callback), 1);
    },
    download: (name, text) => void downloads.push(`${name}: ${text}`),
  });
  const pass = () => [...due].forEach((callback) => callback());
  const act = (label: string) => workspace.notice?.actions.find((action) => action.label === label)?.run();
  return { workspace, store, pass, act, downloads, due };
}

const type = (workspace: Workspace, text: string, file: FileId = 'process') => {
  const edit = editBetween(workspace.text(file), text);
  if (edit) workspace.edited(file, text, [{ at: edit.at, removed: edit.removed.length, inserted: edit.inserted.length }]);
};
const local = (name: string, content: string | Uint8Array, size?: number) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, size: size ?? bytes.length, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
};

describe('saving', () => {
  it('stores every edit a little later, once for many', () => {
    const { workspace, store, pass, due } = setup();
    type(workspace, 'a');
    type(workspace, 'ab');
    expect([workspace.saved, due.length]).toEqual(['Saving…', 1]);
    pass();
    expect(workspace.saved).toBe('Saved');
    expect([store.writes, workFromText(store.value ?? '')?.texts.process]).toEqual([1, 'ab']);
  });

  it('shows the stored text again, with the example that it came from', () => {
    const { workspace } = setup(
      workToText({
        texts: { process: 'mine', data: 'my data', protocol: '', bench: '' },
        example: steps,
        bench: 'default',
        seed: 1,
        project: null,
      }),
    );
    expect([workspace.code, workspace.data, workspace.example.id]).toEqual(['mine', 'my data', 'steps']);
  });

  it('keeps the bench with the work: that of an example that is opened, and what was chosen instead', () => {
    const { workspace, store, pass, act } = setup();
    const heard: string[] = [];
    workspace.onBench(
      () => heard.push(workspace.bench),
      () => undefined,
    );
    expect(workspace.bench).toBe('default');
    workspace.open({ ...steps, bench: 'incubator' });
    act('Undo');
    workspace.chooseBench('incubator');
    workspace.chooseBench('incubator');
    pass();
    expect(heard).toEqual(['incubator', 'default', 'incubator']);
    expect(setup(store.value).workspace.bench).toBe('incubator');
    expect(workFromText(JSON.stringify({ ...JSON.parse(store.value ?? ''), bench: 'moon' }))?.bench).toBe('default');
  });

  it('puts the text of a bench aside when another bench is chosen; it comes back with Undo', () => {
    const { workspace, act } = setup();
    type(workspace, 'devices: []', 'bench');
    workspace.chooseBench('incubator');
    expect([workspace.text('bench'), workspace.bench]).toEqual(['', 'incubator']);
    act('Undo');
    expect([workspace.text('bench'), workspace.bench]).toEqual(['devices: []', 'default']);
  });

  it('stores at once when the page may go away', () => {
    const { workspace, store } = setup();
    const stop = workspace.follow();
    type(workspace, 'last word');
    dispatchEvent(new Event('pagehide'));
    expect(workFromText(store.value ?? '')?.texts.process).toBe('last word');
    stop();
  });

  it.each([
    ['blocked', 'Not saved: the browser blocks storage. Your text lasts as long as this page.'],
    ['full', 'Not saved: the storage of the browser is full. Your text lasts as long as this page; Save file keeps it.'],
  ] as const)('says so when storage is %s, and keeps trying', (problem, sentence) => {
    const { workspace, store, pass } = setup();
    store.problem = problem;
    type(workspace, 'a');
    pass();
    expect(workspace.saved).toBe(sentence);
    store.problem = null;
    type(workspace, 'ab');
    pass();
    expect(workspace.saved).toBe('Saved');
  });

  it.each(['', '{', 'null', '[]', '{"version":2}', '{"version":1,"texts":{"process":1,"data":""},"example":{}}', '\u0000\uffff'])(
    'ignores garbage but keeps it aside: %j',
    (garbage) => {
      const { workspace, store } = setup(garbage);
      expect(workspace.code).toBe(timer.texts.process);
      expect(store.aside).toBe(garbage);
    },
  );
});

it('holds the texts of another example for others than those that were run, until the next run or Undo', () => {
  const { workspace, act } = setup();
  workspace.mark();
  type(workspace, 'edited');
  expect(workspace.replaced).toBe(false);
  workspace.open(steps);
  expect([workspace.replaced, workspace.active]).toEqual([true, 'process']);
  act('Undo');
  expect(workspace.replaced).toBe(false);
  workspace.open(steps);
  workspace.mark(['bench']);
  expect(workspace.replaced).toBe(true);
  workspace.mark();
  expect(workspace.replaced).toBe(false);
});

it('tells of what was opened from a file also when the texts are the same; an example that is there already is no news', () => {
  const { workspace } = setup();
  workspace.open(timer);
  expect(workspace.notice).toBeNull();
  workspace.open({ ...timer, id: 'recording' }, 'Opened the recording.');
  expect(workspace.notice).toMatchObject({ message: 'Opened the recording.', actions: [] });
});

describe('another tab', () => {
  const foreign = workToText({
    texts: { process: 'theirs', data: 'x', protocol: '', bench: '' },
    example: steps,
    bench: 'default',
    seed: 1,
    project: null,
  });

  it('is told of, and its text can be shown', () => {
    const { workspace, store, act } = setup();
    const stop = workspace.follow();
    store.foreign(foreign);
    expect(workspace.code).toBe(timer.texts.process);
    expect(workspace.notice?.message).toContain('another tab');
    act('Show that text');
    expect([workspace.code, workspace.notice]).toEqual(['theirs', null]);
    stop();
  });

  it('can be overruled', () => {
    const { workspace, store, act } = setup();
    const stop = workspace.follow();
    store.foreign(foreign);
    act('Keep this one');
    expect(workFromText(store.value ?? '')?.texts).toEqual(timer.texts);
    stop();
  });

  it('with the same text is no news', () => {
    const { workspace, store } = setup();
    const stop = workspace.follow();
    store.foreign(workToText({ texts: timer.texts, example: steps, bench: 'default', seed: 1, project: null }));
    expect(workspace.notice).toBeNull();
    stop();
  });
});

describe('reset', () => {
  it('goes back to the example, and can be undone', () => {
    const { workspace, act } = setup();
    type(workspace, 'mine');
    type(workspace, '5 min', 'data');
    expect(workspace.untouched).toBe(false);
    workspace.reset();
    expect([workspace.code, workspace.data, workspace.untouched]).toEqual([timer.texts.process, timer.texts.data, true]);
    act('Undo');
    expect([workspace.code, workspace.data]).toEqual(['mine', '5 min']);
  });

  it('of another example brings the former one back with its undo', () => {
    const { workspace, act } = setup();
    workspace.open(steps);
    expect([workspace.code, workspace.example.id]).toEqual(['steps', 'steps']);
    act('Undo');
    expect([workspace.code, workspace.example.id]).toEqual([timer.texts.process, 'timer']);
  });
});

describe('local files', () => {
  it('open in place of the text of their kind, in front, undoably, and are saved under their name', async () => {
    const { workspace, act, downloads } = setup();
    await workspace.openFile(local('mine.yml', '\uFEFFa: 1\r\n'));
    expect([workspace.active, workspace.data, workspace.code]).toEqual(['data', 'a: 1\n', timer.texts.process]);
    workspace.saveFile();
    act('Undo');
    workspace.saveFile();
    expect(downloads).toEqual(['mine.yml: a: 1\n', 'data.yaml: 10 min\n']);
  });

  it.each([
    ['notes.txt', local('notes.txt', 'a'), 'only a process (.ts)'],
    ['no extension', local('Makefile', 'a'), 'only a process (.ts)'],
    ['too large', local('big.ts', 'a', 3_000_000), 'it has 3.0 MB, and at most 1.0 MB'],
    ['binary', local('a.ts', 'a\0b'), 'does not hold text'],
    ['other encoding', local('a.ts', new Uint8Array([0xff, 0xfe, 0xfa])), 'not text in UTF-8'],
    ['gone', { name: 'a.ts', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) }, 'could not read it'],
  ])('that cannot be edited are refused with a reason: %s', async (_, file, reason) => {
    const { workspace } = setup();
    await workspace.openFile(file);
    expect(workspace.notice?.message).toContain(reason);
    expect(workspace.code).toBe(timer.texts.process);
  });
});

describe('the host', () => {
  it('gets text that comes in as one edit, and places to show; a place waits for it', () => {
    const { workspace } = setup();
    const calls: unknown[] = [];
    workspace.reveal({ file: 'data', line: 1, column: 4 });
    const host: TextHost = {
      replace: (file, text) => void calls.push([file, text]),
      reveal: (place) => void calls.push(place),
      begin: () => undefined,
    };
    const detach = workspace.attach(host);
    workspace.replace('process', 'a\r\n');
    workspace.replace('data', timer.texts.data);
    detach();
    workspace.replace('process', 'b');
    expect(calls).toEqual([{ file: 'data', line: 1, column: 4 }, ['process', 'a\n']]);
    expect([workspace.active, workspace.code]).toEqual(['data', 'b']);
  });
});

describe('a place in the text that was run', () => {
  const two = { file: 'process', line: 2, column: 1, endLine: 2, endColumn: 12 } as const;

  it('moves with its text', () => {
    const { workspace } = setup();
    type(workspace, `// first\n${timer.texts.process}`);
    expect(workspace.now(two)).toEqual({ range: { ...two, line: 3, endLine: 3 }, stale: false });
  });

  it('is out of date once its text was changed, until the next run', () => {
    const { workspace } = setup();
    type(workspace, 'await one();\nawait three();\n');
    expect(workspace.now(two)).toMatchObject({ range: { line: 2 }, stale: true });
    workspace.mark();
    expect(workspace.now(two)).toEqual({ range: two, stale: false });
  });

  it('without an end takes the word that stands there', () => {
    const { workspace } = setup();
    expect(workspace.now({ file: 'process', line: 2, column: 7 }).range).toMatchObject({ column: 7, endColumn: 10 });
  });
});
