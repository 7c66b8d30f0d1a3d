import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBrowser, FakeTab, lesson, steps, textsOf, workOf } from './fakes.js';
import { StoreError } from './project-store.js';

let browser: FakeBrowser;
let tab: FakeTab;
beforeEach(async () => {
  browser = new FakeBrowser();
  tab = new FakeTab(browser);
  await tab.keeping.start();
});
/** Another tab that shows what this one does. */
const second = async (): Promise<FakeTab> => {
  const other = new FakeTab(browser, tab.work);
  await other.keeping.start();
  await other.settle();
  return other;
};

describe('what is written', () => {
  it('becomes a project, named after the example', async () => {
    await tab.settle();
    expect(tab.texts).toEqual({});
    tab.type('mine');
    await tab.settle();
    expect(tab.texts).toEqual({ Timer: 'mine' });
    expect(tab.work.project).toEqual({ id: 'id 1', revision: 1, edited: false });
  });

  it('stays when something else is opened, and what is written there is another project', async () => {
    tab.type('mine');
    tab.open(steps);
    expect(tab.told).toEqual(['What you wrote is kept as the project “Timer”.', 'Opened Steps.']);
    tab.open({ ...steps, id: 'timer', title: 'Timer' });
    tab.type('again');
    await tab.settle();
    expect(tab.texts).toEqual({ 'Timer 2': 'again', Timer: 'mine' });
  });

  it('before there were projects becomes one', async () => {
    const old = new FakeTab(browser, { ...workOf('from before'), project: null });
    await old.keeping.start();
    await old.settle();
    expect(old.texts).toEqual({ Timer: 'from before' });
  });

  it('in a lesson comes back when it is opened again', async () => {
    tab.open(lesson);
    tab.type('my solution');
    tab.open(steps);
    await tab.settle();
    tab.open({ ...lesson, texts: textsOf('a newer start') });
    expect(tab.work).toMatchObject({ texts: { process: 'my solution' }, example: { texts: { process: 'a newer start' } } });
    tab.type('better');
    await tab.settle();
    expect(tab.texts).toEqual({ First: 'better' });
  });

  it('in a lesson is shown as soon as the store is there, if the lesson was opened first', async () => {
    tab.open(lesson);
    tab.type('my solution');
    tab.open(steps);
    await tab.settle();
    const later = new FakeTab(browser, { ...workOf('begin', lesson), project: null });
    await later.keeping.start();
    expect(later.work.texts.process).toBe('my solution');
  });

  it('and left when the page went away before it was kept is kept the next time', async () => {
    const never = new FakeTab(browser, undefined, () => new Promise(() => {}));
    never.type('mine');
    never.open(steps);
    expect(tab.texts).toEqual({});
    const next = new FakeTab(browser);
    await next.keeping.start();
    await next.settle();
    expect(next.texts).toEqual({ Timer: 'mine' });
    expect(browser.outbox.read()).toEqual([]);
  });

  it('since the last time it was kept goes on in its project', async () => {
    tab.type('one');
    await tab.settle();
    const { project } = tab.work;
    tab.close();
    const next = new FakeTab(browser, { ...workOf('one and a half'), project: { ...project!, edited: true } });
    await next.keeping.start();
    await next.settle();
    expect(next.texts).toEqual({ Timer: 'one and a half' });
  });
});

describe('versions', () => {
  it('are kept of what is run, and of what is replaced in the same project', async () => {
    tab.keeping.mark('run');
    tab.type('one');
    tab.keeping.mark('run');
    tab.type('two');
    tab.keeping.mark('replaced');
    await tab.settle();
    const versions = await tab.shelf.run((store) => store.versions('id 1'));
    expect(versions?.map(({ reason, texts }) => [reason, texts.process])).toEqual([
      ['replaced', 'two'],
      ['run', 'one'],
    ]);
  });
});

describe('two tabs on one project', () => {
  beforeEach(async () => {
    tab.type('one');
    await tab.settle();
  });

  it('tell of what the other has written; it can be shown', async () => {
    const other = await second();
    other.type('theirs');
    await other.settle();
    await tab.settle();
    expect([tab.told, tab.work.texts.process]).toEqual([['“Timer” was changed in another tab.'], 'one']);
    other.type('theirs, too');
    await other.settle();
    await tab.settle();
    expect(tab.told).toHaveLength(1);
    tab.actions['Show that text']?.();
    await tab.settle();
    expect(tab.work.texts.process).toBe('theirs, too');
    tab.type('and mine');
    await tab.settle();
    expect(tab.texts).toEqual({ Timer: 'and mine' });
  });

  it('can part by choice', async () => {
    const other = await second();
    other.type('theirs');
    await other.settle();
    await tab.settle();
    tab.actions['Keep both']?.();
    await tab.settle();
    expect(tab.texts).toEqual({ 'Timer 2': 'one', Timer: 'theirs' });
    tab.type('mine');
    await tab.settle();
    expect(tab.texts).toEqual({ 'Timer 2': 'mine', Timer: 'theirs' });
  });

  it('part when both have written, and nothing is lost', async () => {
    const other = await second();
    other.type('theirs');
    tab.type('mine');
    await other.settle();
    await tab.settle();
    await other.settle();
    expect(other.texts).toEqual({ 'Timer 2': 'mine', Timer: 'theirs' });
    expect(tab.told.at(-1)).toBe('“Timer” was changed in another tab as well. What is written here is kept as “Timer 2”.');
    tab.type('mine, on');
    await tab.settle();
    expect(tab.texts).toEqual({ 'Timer 2': 'mine, on', Timer: 'theirs' });
    tab.actions['Show the other one']?.();
    await tab.settle();
    expect(tab.work.texts.process).toBe('theirs');
  });

  it('part also when the other text is shown while something is being written', async () => {
    const other = await second();
    other.type('theirs');
    await other.settle();
    await tab.settle();
    const show = tab.actions['Show that text'];
    tab.type('a letter');
    show?.();
    await tab.settle();
    expect(tab.work.texts.process).toBe('theirs');
    expect(tab.texts).toEqual({ Timer: 'theirs', 'Timer 2': 'a letter' });
  });

  it('with the same text are of one mind', async () => {
    const other = await second();
    other.type('same');
    tab.type('same');
    await other.settle();
    await tab.settle();
    expect([tab.told, tab.texts]).toEqual([[], { Timer: 'same' }]);
    tab.type('on');
    await tab.settle();
    expect(tab.texts).toEqual({ Timer: 'on' });
  });

  it('do not bring back what was deleted, unless it is written on', async () => {
    const other = await second();
    await other.shelf.run((store) => store.remove('id 1'));
    other.shelf.forget('id 1');
    other.shelf.announce('id 1');
    await tab.settle();
    expect([tab.told.at(-1), tab.texts]).toEqual([
      'This project was deleted in another tab. As soon as you change it here it is kept again.',
      {},
    ]);
    tab.type('on');
    await tab.settle();
    expect(tab.texts).toEqual({ Timer: 'on' });
  });

  it('that was closed shows the newest text when it is opened again', async () => {
    const { work } = tab;
    tab.close();
    const other = await second();
    other.type('newest');
    await other.settle();
    const again = new FakeTab(browser, work);
    await again.keeping.start();
    expect([again.work.texts.process, again.told]).toEqual(['newest', ['“Timer” was changed in another tab: this is its newest text.']]);
  });
});

describe('without a store', () => {
  it.each(['blocked', 'full', 'newer', 'waiting', 'lost'] as const)('that is %s, works are not kept, and it says why', async (trouble) => {
    const alone = new FakeTab(browser, undefined, () => Promise.reject(new StoreError(trouble)));
    await alone.keeping.start();
    alone.type('mine');
    await alone.settle();
    alone.open(steps);
    expect([alone.told[0], alone.keeping.keeps]).toEqual([alone.shelf.problem, false]);
    expect(alone.told[0]).toMatch(/^Projects are not kept/);
    expect(alone.work.texts.process).toBe('steps');
  });
});
