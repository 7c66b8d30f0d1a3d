import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { OpenWork, ProjectRef, Work } from '../../model/project.js';
import type { Example, Texts } from '../../model/texts.js';
import { openStore } from './idb-store.js';
import { Keeping, type WorkPort } from './Keeping.js';
import type { Outbox } from './outbox.js';
import { Shelf } from './Shelf.svelte.js';
import type { TabChannel } from './tab-channel.js';

export const textsOf = (process: string): Texts => ({ process, data: '', protocol: '', bench: '' });
export const timer: Example = { id: 'timer', title: 'Timer', texts: textsOf('timer') };
export const steps: Example = { id: 'steps', title: 'Steps', texts: textsOf('steps') };
export const lesson: Example = { id: 'lesson:first', title: 'First', texts: textsOf('begin') };

export const workOf = (process: string, example: Example = timer): Work => ({
  texts: textsOf(process),
  example,
  bench: 'default',
  seed: 1,
});

/** One browser with several tabs: its storage, its clock, and the way between its tabs. */
export class FakeBrowser {
  /** Milliseconds since 1970. */
  now = 1_700_000_000_000;
  readonly #database: string;
  readonly #heard = new Set<{ readonly tab: object; readonly heard: (news: { id: string }) => void }>();
  #letters: { readonly id: string }[] = [];
  #ids = 0;

  constructor() {
    globalThis.indexedDB = new IDBFactory();
    this.#database = 'test';
  }

  readonly newId = (): string => `id ${++this.#ids}`;
  readonly store = () => openStore({ clock: () => this.now, newId: this.newId, database: this.#database });

  readonly outbox: Outbox = {
    read: () => this.#letters,
    put: (letter) => {
      this.#letters = [...this.#letters.filter(({ id }) => id !== letter.id), letter];
      return () => (this.#letters = this.#letters.filter((one) => one !== letter));
    },
  };

  channel(tab: object): TabChannel {
    return {
      post: (news) => [...this.#heard].filter((one) => one.tab !== tab).forEach((one) => one.heard(news)),
      listen: (heard) => {
        const one = { tab, heard };
        this.#heard.add(one);
        return () => this.#heard.delete(one);
      },
    };
  }
}

/** A tab: the work that is open in it, what it tells, and how its works are kept. */
export class FakeTab implements WorkPort {
  work: OpenWork;
  readonly told: string[] = [];
  actions: Readonly<Record<string, () => void>> = {};
  readonly shelf: Shelf;
  readonly keeping: Keeping;
  #due: (() => void)[] = [];
  readonly #stop: () => void;

  constructor(browser: FakeBrowser, work: OpenWork = { ...workOf('timer'), project: null }, open = browser.store) {
    this.work = work;
    this.shelf = new Shelf(open, browser.channel(this));
    const delay = (_: number, callback: () => void): (() => void) => {
      this.#due.push(callback);
      return () => (this.#due = this.#due.filter((one) => one !== callback));
    };
    this.keeping = new Keeping(this.shelf, this, { delay, outbox: browser.outbox, newId: browser.newId });
    this.#stop = this.keeping.follow();
  }

  keptAs(project: ProjectRef | null): void {
    this.work = { ...this.work, project };
  }

  /** As the workspace does it. */
  show(work: OpenWork, message: string): void {
    if (work.project !== null && work.project.id === this.work.project?.id) this.keeping.mark('replaced');
    else this.tell(this.keeping.leave()?.told ?? '');
    this.tell(message);
    this.work = work;
  }

  open(example: Example): void {
    this.show(this.keeping.own(example) ?? { ...workOf(example.texts.process, example), project: null }, `Opened ${example.title}.`);
  }

  tell(message: string): void {
    if (message !== '') this.told.push(message);
    this.actions = {};
  }

  offer(message: string, actions: Readonly<Record<string, () => void>>): void {
    this.tell(message);
    this.actions = actions;
  }

  type(process: string): void {
    const { project } = this.work;
    this.work = { ...this.work, texts: textsOf(process), project: project && { ...project, edited: true } };
    this.keeping.changed();
  }

  /** Time passes until everything that was typed is kept, and what comes of it has come to every tab. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      this.#due.splice(0).forEach((callback) => callback());
      await this.shelf.run(() => Promise.resolve());
    }
  }

  /** What the projects of this tab hold, by name. */
  get texts(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.shelf.list.map(({ name, texts }) => [name, texts.process]));
  }

  close(): void {
    this.#stop();
  }
}
