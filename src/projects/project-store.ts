import type { Project, Version, VersionReason, Work } from '../../model/project.js';

/** What is to be kept, by whom is it called what, and which state of the project it goes on from (0: there is none yet). */
export interface Draft {
  readonly id: string;
  /** Of a project that there is not yet; another number is put behind it if there is one of that name. */
  readonly name: string;
  readonly work: Work;
  readonly revision: number;
}

export type SaveResult =
  | { readonly type: 'saved'; readonly project: Project }
  /** Somebody else has changed the project since that state. Nothing was written. */
  | { readonly type: 'conflict'; readonly theirs: Project }
  /** Somebody else has deleted it. Nothing was written. */
  | { readonly type: 'gone' };

/** A project with all that is kept of it. */
export interface WholeProject {
  readonly project: Project;
  /** The oldest first. */
  readonly versions: readonly Version[];
}

export interface ProjectList {
  readonly projects: readonly Project[];
  /** How many are there that cannot be read; they are left as they are. */
  readonly unreadable: number;
}

/**
 * Where projects are kept. Every method is one transaction: all of it is done or nothing. All of them reject with a `StoreError` when the
 * store cannot do its work.
 */
export interface ProjectStore {
  list(): Promise<ProjectList>;
  find(id: string): Promise<Project | null>;
  /** Writes what a project holds now, if it is still in the state that the draft goes on from; after some time of edits a version as well. */
  save(draft: Draft): Promise<SaveResult>;
  /** Keeps a version, unless it is like the last one. */
  keep(id: string, work: Omit<Work, 'example'>, reason: VersionReason): Promise<void>;
  /** The newest first. */
  versions(id: string): Promise<readonly Version[]>;
  /** Adds a project under a free name like its own; to an id that is taken another one is given. */
  add(whole: WholeProject): Promise<Project>;
  /** `null`: there is no such project any more. `'taken'`: another one has that name. */
  rename(id: string, name: string): Promise<Project | 'taken' | null>;
  /** Takes a project out; `null`: it was not there. */
  remove(id: string): Promise<WholeProject | null>;
  close(): void;
}

/** Why projects cannot be kept. */
export type StoreTrouble = 'blocked' | 'full' | 'newer' | 'waiting' | 'lost' | 'network';

export class StoreError extends Error {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What people read about it. */
export const troubleText: Readonly<Record<StoreTrouble, string>> = {
  blocked: 'Projects are not kept: the browser blocks its storage for this page, as in some private windows.',
  full: 'Projects are not kept any more: the storage of the browser is full. Export what you need, then delete some projects.',
  newer: 'Projects are not kept: a newer version of this page has stored them. Load the page again to get that version.',
  waiting: 'Projects are not kept yet: another tab has an older version of this page open. Close it, and load this one again.',
  lost: 'Projects are not kept any more: the browser has closed its storage. Load the page again.',
  network: 'Projects are not kept: a part of the page could not be loaded. Is the network there? Then load the page again.',
};
