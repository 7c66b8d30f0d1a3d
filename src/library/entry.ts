import type { RunPicture } from '../../model/run-picture.js';
import type { Findable } from './find.js';

/** An example as the gallery shows it. */
export interface GalleryEntry extends Findable {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly chapter: string;
  readonly picture: RunPicture;
  /** The number of the code block of the document that it corrects; `null`: it is of no block. */
  readonly block: number | null;
}

/** How bad it is: Python refuses the text, the process fails when it comes there, it does something else than is meant, nothing is wrong. */
export type DefectKind = 'refused' | 'fails' | 'wrong' | 'note';

/** What is wrong in a printed block, or worth knowing about it. */
export interface Defect {
  /** In the block, from 1; `null`: no line of it, something is missing. */
  readonly line: number | null;
  readonly kind: DefectKind;
  /** In a few words. */
  readonly what: string;
  /** Why it is wrong and what came of it, and how the corrected one has it. */
  readonly why: string;
}

/** A code block of the document, as it is printed. */
export interface DocumentBlock extends Findable {
  /** From 1, in the order of the document. */
  readonly number: number;
  readonly title: string;
  /** The chapter that it stands in. */
  readonly chapter: string;
  /** The first and the last of its lines in the text of the document. */
  readonly lines: readonly [first: number, last: number];
  /** What it is to show, in a sentence or two. */
  readonly shows: string;
  readonly printed: string;
  readonly defects: readonly Defect[];
  /** What the corrected one has besides. */
  readonly corrected: string;
  /** The example that is its corrected form. */
  readonly example: GalleryEntry;
}

/** A piece of text in the colour of its kind. */
export interface PaintedToken {
  readonly kind: string;
  readonly text: string;
}

/** What the gallery shows, and what it needs for that. */
export interface Gallery {
  readonly chapters: readonly string[];
  readonly topics: readonly string[];
  readonly entries: readonly GalleryEntry[];
  readonly blocks: readonly DocumentBlock[];
  /** The text of the process of an example; rejects when the network is gone. */
  readonly code: (id: string) => Promise<string>;
  /** Lines in colours. */
  readonly paint: (text: string, language: 'typescript' | 'python') => readonly { readonly tokens: readonly PaintedToken[] }[];
}
