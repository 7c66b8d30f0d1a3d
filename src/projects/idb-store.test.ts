import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBrowser, workOf } from './fakes.js';
import { openStore, versionInterval } from './idb-store.js';
import type { ProjectStore } from './project-store.js';

let browser: FakeBrowser;
let store: ProjectStore;
beforeEach(async () => {
  browser = new FakeBrowser();
  store = await browser.store();
});
const create = async (id: string, text: string, name = 'Timer') => {
  const result = await store.save({ id, name, work: workOf(text), revision: 0 });
  if (result.type !== 'saved') throw new Error(result.type);
  return result.project;
};

describe('saving', () => {
  it('makes a project with the first state, and goes on from each', async () => {
    const first = await create('a', 'one');
    browser.now += 500;
    const second = await store.save({ id: 'a', name: 'other', work: workOf('two'), revision: 1 });
    expect(second).toMatchObject({
      type: 'saved',
      project: { name: 'Timer', revision: 2, created: first.created, changed: first.created + 500 },
    });
    expect((await store.find('a'))?.texts.process).toBe('two');
  });

  it('writes nothing when somebody else has written since', async () => {
    await create('a', 'one');
    await store.save({ id: 'a', name: '', work: workOf('theirs'), revision: 1 });
    expect(await store.save({ id: 'a', name: '', work: workOf('mine'), revision: 1 })).toMatchObject({
      type: 'conflict',
      theirs: { revision: 2 },
    });
    expect((await store.find('a'))?.texts.process).toBe('theirs');
  });

  it('writes nothing when somebody else has deleted it', async () => {
    await create('a', 'one');
    await store.remove('a');
    expect(await store.save({ id: 'a', name: '', work: workOf('two'), revision: 1 })).toEqual({ type: 'gone' });
    expect(await store.find('a')).toBeNull();
  });

  it('of what is kept already is no change', async () => {
    await create('a', 'one');
    browser.now += 500;
    expect(await store.save({ id: 'a', name: '', work: workOf('one'), revision: 1 })).toMatchObject({
      project: { revision: 1, changed: browser.now - 500 },
    });
  });

  it('gives each its own name', async () => {
    await create('a', 'one');
    expect((await create('b', 'two')).name).toBe('Timer 2');
    expect(await store.rename('b', 'TIMER')).toBe('taken');
    expect(await store.rename('b', 'Second')).toMatchObject({ name: 'Second', revision: 1 });
    expect(await store.rename('c', 'Third')).toBeNull();
  });
});

describe('versions', () => {
  const textsKept = async () => (await store.versions('a')).map(({ reason, texts }) => `${reason}: ${texts.process}`);

  it('are kept when they are wanted, the same one once', async () => {
    await create('a', 'one');
    await store.keep('a', workOf('one'), 'run');
    await store.keep('a', workOf('one'), 'replaced');
    await store.keep('a', workOf('two'), 'replaced');
    expect(await textsKept()).toEqual(['replaced: two', 'run: one']);
  });

  it('are kept by themselves after some minutes of edits', async () => {
    await create('a', 'one');
    browser.now += versionInterval - 1;
    await store.save({ id: 'a', name: '', work: workOf('two'), revision: 1 });
    browser.now += 1;
    await store.save({ id: 'a', name: '', work: workOf('three'), revision: 2 });
    await store.save({ id: 'a', name: '', work: workOf('four'), revision: 3 });
    expect(await textsKept()).toEqual(['edits: three']);
  });

  it('are thinned', async () => {
    await create('a', 'one');
    for (let count = 0; count < 100; count++) await store.keep('a', workOf(`version ${count}`), 'run');
    expect((await store.versions('a')).length).toBe(20);
    expect(await textsKept()).toContain('run: version 99');
  });

  it('go with their project, and come back with it', async () => {
    await create('a', 'one');
    await store.keep('a', workOf('one'), 'run');
    await store.keep('a', workOf('two'), 'run');
    const whole = await store.remove('a');
    expect(await textsKept()).toEqual([]);
    await create('other', 'x');
    expect(await store.add(whole!)).toMatchObject({ id: 'a', name: 'Timer 2' });
    expect(await textsKept()).toEqual(['run: two', 'run: one']);
    expect(await store.add(whole!)).toMatchObject({ id: 'id 1', name: 'Timer 3' });
  });
});

describe('what is in the storage', () => {
  it('and is no project is counted and left where it is', async () => {
    await create('a', 'one');
    const db = await openDB('test');
    await db.put('projects', { id: 'garbage', name: 3 });
    await db.put('versions', { project: 'a', at: 'soon' });
    expect(await store.list()).toMatchObject({ projects: [{ id: 'a' }], unreadable: 1 });
    expect(await store.versions('a')).toEqual([]);
    await store.rename('a', 'Renamed');
    expect(await db.get('projects', 'garbage')).toEqual({ id: 'garbage', name: 3 });
  });

  it('from a newer version of the page is not touched', async () => {
    store.close();
    (await openDB('test', 99)).close();
    await expect(browser.store()).rejects.toMatchObject({ trouble: 'newer' });
  });

  it('is given up for a newer version of the page', async () => {
    let lost = false;
    store.close();
    store = await openStore({ clock: () => 0, newId: browser.newId, database: 'test', lost: () => (lost = true) });
    (await openDB('test', 99)).close();
    expect(lost).toBe(true);
    await expect(store.list()).rejects.toMatchObject({ trouble: 'lost' });
  });

  it('cannot be had where the browser blocks it', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, writable: true, value: undefined });
    await expect(browser.store()).rejects.toMatchObject({ trouble: 'blocked' });
  });
});
