import type { Place } from './place.js';

/** The texts of a person: the process, its data document, the protocol (empty: the process runs alone), and the bench (empty: the one that was chosen). */
export type FileId = Place['file'];
export const fileIds: readonly FileId[] = ['process', 'data', 'protocol', 'bench'];

export type Texts = Readonly<Record<FileId, string>>;

/** The names on the tabs, and of the files that are saved. */
export const fileNames: Texts = { process: 'process.ts', data: 'data.yaml', protocol: 'protocol.yaml', bench: 'bench.yaml' };

/** Texts to start from: what *Reset* goes back to. */
export interface Example {
  /** Examples: the name of their folder; lessons: `lesson:` and the name of theirs. */
  readonly id: string;
  readonly title: string;
  readonly texts: Texts;
  /** The name of the bench that it is for; left out: the default one. */
  readonly bench?: string;
}

export const sameTexts = (a: Texts, b: Texts): boolean => fileIds.every((file) => a[file] === b[file]);
