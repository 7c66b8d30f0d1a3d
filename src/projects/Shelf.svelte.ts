import type { Project } from '../../model/project.js';
import { type ProjectStore, StoreError, type StoreTrouble, troubleText } from './project-store.js';
import { randomId } from './random-id.js';
import { browserChannel, type TabChannel } from './tab-channel.js';

/** Opens the store; rejects with a `StoreError`. `lost` is called when the browser closes it later. */
export type OpenStore = (lost: () => void) => Promise<ProjectStore>;

type Keeping =
  | { readonly type: 'closed' }
  | { readonly type: 'on'; readonly store: ProjectStore }
  | { readonly type: 'off'; readonly trouble: StoreTrouble };

/** The projects as this tab knows them, and the way to where they are kept. */
export class Shelf {
  readonly #open: OpenStore;
  readonly #channel: TabChannel;
  #keeping = $state.raw<Keeping>({ type: 'closed' });
  /** What the last job has failed of. */
  #trouble = $state.raw<StoreTrouble | null>(null);
  #list = $state.raw<readonly Project[]>([]);
  #unreadable = $state.raw(0);
  #opened: Promise<void> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(open: OpenStore = openInBrowser, channel: TabChannel = browserChannel()) {
    this.#open = open;
    this.#channel = channel;
  }

  /** All of them, the one that was changed last first; none until it was opened. */
  get list(): readonly Project[] {
    return this.#list;
  }

  get names(): readonly string[] {
    return this.#list.map(({ name }) => name);
  }

  /** How many stand in the storage that cannot be read. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Whether the list is there. */
  get isOpen(): boolean {
    return this.#keeping.type === 'on';
  }

  /** Why projects are not kept, in a sentence; `null`: they are, or will be. */
  get problem(): string | null {
    const trouble = this.#keeping.type === 'off' ? this.#keeping.trouble : this.#trouble;
    return trouble === null ? null : troubleText[trouble];
  }

  find(id: string | undefined): Project | null {
    return this.#list.find((project) => project.id === id) ?? null;
  }

  /** Opens the store, once. Settles always: once the list is there, or it is clear that there is none. */
  open(): Promise<void> {
    this.#opened ??= this.#begin();
    return this.#opened;
  }

  /** Does something with the store, after all that was asked before. `null`: it could not be done, and `problem` says why. */
  run<Result>(job: (store: ProjectStore) => Promise<Result>): Promise<Result | null> {
    const done = this.#queue.then(async () => {
      await this.open();
      if (this.#keeping.type !== 'on') return null;
      try {
        const result = await job(this.#keeping.store);
        this.#trouble = null;
        return result;
      } catch (error) {
        this.#trouble = troubleIn(error);
        return null;
      }
    });
    this.#queue = done;
    return done;
  }

  /** Has a project in the list as it is now. */
  know(project: Project): void {
    this.#list = sorted([project, ...this.#list.filter(({ id }) => id !== project.id)]);
  }

  /** There is no such project any more. */
  forget(id: string): void {
    this.#list = this.#list.filter((project) => project.id !== id);
  }

  /** Tells the other tabs that a project is another now, or gone. */
  announce(id: string): void {
    this.#channel.post({ id });
  }

  /** Calls `heard` with what a project has become in another tab; `null`: it is gone. Returns how to stop. */
  listen(heard: (id: string, project: Project | null) => void): () => void {
    return this.#channel.listen(({ id }) => {
      void this.run(async (store) => {
        const project = await store.find(id);
        if (project === null) this.forget(id);
        else this.know(project);
        heard(id, project);
      });
    });
  }

  async #begin(): Promise<void> {
    try {
      const store = await this.#open(() => (this.#keeping = { type: 'off', trouble: 'lost' }));
      const { projects, unreadable } = await store.list();
      this.#list = sorted(projects);
      this.#unreadable = unreadable;
      this.#keeping = { type: 'on', store };
    } catch (error) {
      this.#keeping = { type: 'off', trouble: troubleIn(error) };
    }
  }
}

const sorted = (projects: readonly Project[]): readonly Project[] => [...projects].sort((a, b) => b.changed - a.changed);

const troubleIn = (error: unknown): StoreTrouble => (error instanceof StoreError ? error.trouble : 'network');

const openInBrowser: OpenStore = async (lost) => {
  const { openStore } = await import('./idb-store.js');
  return openStore({ clock: Date.now, newId: randomId, lost });
};
