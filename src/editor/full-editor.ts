import type { Place, Range } from '../../model/place.js';
import type { Change } from '../../model/surviving-text.js';
import type { FileId } from './editor-port.js';
import type { Selection, Step } from './light/edit-history.js';
import type { LiveFrame } from './live.js';
import type { Problem } from './problems.js';

/** A text as one editor hands it to the next: nothing of what a person did to it is lost. */
export interface HandOver {
  readonly text: string;
  /** The text before the oldest step of `done`. */
  readonly base: string;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly selection: Selection;
  readonly scroll: { readonly top: number; readonly left: number };
}

export interface FullEditorOptions {
  readonly host: HTMLElement;
  readonly texts: Readonly<Record<FileId, HandOver>>;
  readonly active: FileId;
  readonly focused: boolean;
  /** Id of the element that describes the editor to assistive technology. */
  readonly describedBy: string;
  readonly edited: (file: FileId, text: string, changes: readonly Change[]) => void;
  readonly cursor: (line: number, column: number) => void;
  /** Problems that the editor itself has found, whenever they change; `checked` once it has looked at the types. */
  readonly found: (problems: readonly Problem[], checked: boolean) => void;
  /** Whether the line at which the process waits can be seen. */
  readonly inSight: (inSight: boolean) => void;
  /** Something that a person asked for could not be done: a sentence that says why. */
  readonly failed: (message: string) => void;
  /** Resolves at a moment when nobody is in the midst of something and `also` holds. */
  readonly quiet: (also: () => boolean) => Promise<void>;
}

/** The editor with all its help. It owns the texts. */
export interface FullEditor {
  /** Brings a text to the front. */
  show(file: FileId): void;
  /** Replaces a text as one edit that can be undone. */
  replace(file: FileId, text: string): void;
  reveal(place: Place | Range): void;
  /** Puts the cursor and what is in sight at the beginning of a text. */
  begin(file: FileId): void;
  focus(): void;
  /** Marks the awaits at which the process is suspended; `note` stands beside the innermost. */
  live(frames: readonly LiveFrame[], note: HTMLElement): void;
  /** Marks problems that were found elsewhere. */
  mark(problems: readonly Problem[]): void;
  /** Formats the text in front, as one edit that can be undone. */
  format(): Promise<void>;
  undo(): void;
  redo(): void;
  dispose(): void;
}
