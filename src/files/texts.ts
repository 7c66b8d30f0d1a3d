import type { Place } from '../../model/place.js';

/** The texts of a person: the process and the data document. */
export type FileId = Place['file'];
export const fileIds: readonly FileId[] = ['process', 'data'];

export type Texts = Readonly<Record<FileId, string>>;

/** The names on the tabs, and of the files that are saved. */
export const fileNames: Texts = { process: 'process.ts', data: 'data.yaml' };

/** Texts to start from: what *Reset* goes back to. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly texts: Texts;
}

export const sameTexts = (a: Texts, b: Texts): boolean => fileIds.every((file) => a[file] === b[file]);
