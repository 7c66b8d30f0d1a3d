import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { type Project, sameContent, type Version, type VersionReason, type Work } from '../../model/project.js';
import { freeName, sameName } from './names.js';
import { readProject, readVersion } from './project-schema.js';
import { type Draft, type ProjectList, type ProjectStore, type SaveResult, StoreError, type WholeProject } from './project-store.js';
import { thinned } from './thin.js';
import { troubleOf } from './store-trouble.js';

/** The form of what is stored; another form has another number. */
const form = 1;
/** How long edits go on without a version, in milliseconds. */
export const versionInterval = 5 * 60_000;

interface StoredVersion extends Version {
  /** Of the project. */
  readonly project: string;
  readonly number?: number;
}

interface Schema extends DBSchema {
  projects: { key: string; value: Project };
  versions: { key: number; value: StoredVersion; indexes: { project: string } };
}
type Writing = IDBPTransaction<Schema, ('projects' | 'versions')[], 'readwrite'>;

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** The browser has closed the store, or a newer version of the page wants it. */
  readonly lost?: () => void;
  readonly database?: string;
}

/** Opens the projects in the browser's IndexedDB. Rejects with a `StoreError`. */
export async function openStore({ clock, newId, lost = () => {}, database = 'process-playground' }: StoreOptions): Promise<ProjectStore> {
  let refuse: (error: StoreError) => void = () => {};
  const waiting = new Promise<never>((_, reject) => (refuse = reject));
  const opening = guarded(() =>
    openDB<Schema>(database, form, {
      upgrade(db) {
        db.createObjectStore('projects', { keyPath: 'id' });
        db.createObjectStore('versions', { keyPath: 'number', autoIncrement: true }).createIndex('project', 'project');
      },
      blocked: () => refuse(new StoreError('waiting')),
      // A newer version of the page is not to wait for this one.
      blocking(_, __, event) {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    }),
  );
  return new IdbStore(await Promise.race([opening, waiting]), clock, newId);
}

class IdbStore implements ProjectStore {
  readonly #db: IDBPDatabase<Schema>;
  readonly #clock: () => number;
  readonly #newId: () => string;

  constructor(db: IDBPDatabase<Schema>, clock: () => number, newId: () => string) {
    this.#db = db;
    this.#clock = clock;
    this.#newId = newId;
  }

  list(): Promise<ProjectList> {
    return guarded(async () => {
      const all = await this.#db.getAll('projects');
      const projects = all.map(readProject).filter((project) => project !== null);
      return { projects, unreadable: all.length - projects.length };
    });
  }

  find(id: string): Promise<Project | null> {
    return guarded(async () => readProject(await this.#db.get('projects', id)));
  }

  save({ id, name, work, revision }: Draft): Promise<SaveResult> {
    return this.#write(async (writing): Promise<SaveResult> => {
      const { texts, example, bench, seed } = work;
      const there = readProject(await writing.objectStore('projects').get(id));
      if (there === null && revision > 0) return { type: 'gone' };
      if (there !== null && there.revision !== revision) return { type: 'conflict', theirs: there };
      if (there !== null && sameContent(there, work)) return { type: 'saved', project: there };
      const now = this.#clock();
      const project: Project = {
        id,
        name: there?.name ?? freeName(name, await namesIn(writing)),
        ...{ texts, example, bench, seed },
        created: there?.created ?? now,
        changed: now,
        revision: revision + 1,
      };
      await writing.objectStore('projects').put(project);
      const [newest] = await versionsIn(writing, id);
      if (there !== null && now - (newest?.at ?? there.created) >= versionInterval) await this.#keep(writing, id, work, 'edits');
      return { type: 'saved', project };
    });
  }

  keep(id: string, work: Omit<Work, 'example'>, reason: VersionReason): Promise<void> {
    return this.#write((writing) => this.#keep(writing, id, work, reason));
  }

  versions(id: string): Promise<readonly Version[]> {
    return guarded(async () => {
      const versions = await this.#db.getAllFromIndex('versions', 'project', id);
      return versions
        .reverse()
        .map(readVersion)
        .filter((version) => version !== null);
    });
  }

  add({ project, versions }: WholeProject): Promise<Project> {
    return this.#write(async (writing) => {
      const projects = writing.objectStore('projects');
      const id = (await projects.get(project.id)) === undefined ? project.id : this.#newId();
      const added: Project = { ...project, id, name: freeName(project.name, await namesIn(writing)) };
      await projects.add(added);
      for (const version of versions) await writing.objectStore('versions').add({ ...version, project: id });
      await this.#thin(writing, id);
      return added;
    });
  }

  rename(id: string, name: string): Promise<Project | 'taken' | null> {
    return this.#write(async (writing) => {
      const projects = writing.objectStore('projects');
      const all = await projects.getAll();
      if (all.some((other) => other.id !== id && sameName(String(other.name), name))) return 'taken';
      const project = readProject(all.find((one) => one.id === id));
      if (project === null) return null;
      // Its content is as it was: whoever writes it need not know.
      await projects.put({ ...project, name });
      return { ...project, name };
    });
  }

  remove(id: string): Promise<WholeProject | null> {
    return this.#write(async (writing) => {
      const project = readProject(await writing.objectStore('projects').get(id));
      if (project === null) return null;
      const versions = await versionsIn(writing, id);
      await writing.objectStore('projects').delete(id);
      for (const { number } of versions) await writing.objectStore('versions').delete(number!);
      return {
        project,
        versions: versions
          .reverse()
          .map(readVersion)
          .filter((one) => one !== null),
      };
    });
  }

  close(): void {
    this.#db.close();
  }

  async #keep(writing: Writing, id: string, { texts, bench, seed }: Omit<Work, 'example'>, reason: VersionReason): Promise<void> {
    const [newest] = await versionsIn(writing, id);
    if (newest && sameContent(newest, { texts, bench, seed })) return;
    await writing.objectStore('versions').add({ project: id, at: this.#clock(), reason, texts, bench, seed });
    await this.#thin(writing, id);
  }

  async #thin(writing: Writing, id: string): Promise<void> {
    const versions = await versionsIn(writing, id);
    const sized = versions.map(({ number, at, texts }) => ({ number, at, size: Object.values(texts).join('').length }));
    for (const { number } of thinned(sized, this.#clock())) await writing.objectStore('versions').delete(number!);
  }

  /** All of it is written, or nothing. */
  #write<Result>(act: (writing: Writing) => Promise<Result>): Promise<Result> {
    return guarded(async () => {
      const writing = this.#db.transaction(['projects', 'versions'], 'readwrite');
      // The browser ends it by itself when it fails, and tells `done`, where nobody may be listening yet.
      writing.done.catch(() => {});
      try {
        const result = await act(writing);
        await writing.done;
        return result;
      } catch (error) {
        try {
          writing.abort();
        } catch {
          // It has ended already.
        }
        throw error;
      }
    });
  }
}

async function namesIn(writing: Writing): Promise<string[]> {
  return (await writing.objectStore('projects').getAll()).map(({ name }) => String(name));
}

/** The newest first. */
async function versionsIn(writing: Writing, project: string): Promise<StoredVersion[]> {
  return (await writing.objectStore('versions').index('project').getAll(project)).reverse();
}

async function guarded<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw new StoreError(troubleOf(error));
  }
}
