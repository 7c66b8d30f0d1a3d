import type { Place } from '../../../model/place.js';
import { applyEdit, editBetween, invertEdit, type TextEdit } from '../../../model/text-edit.js';
import { EditHistory, type Selection } from './edit-history.js';
import type { Move } from './indent.js';

const top: Selection = { start: 0, end: 0 };

/** One text in the light editor: its history, what is selected and how far it is scrolled; all of it goes over to Monaco. */
export class LightText {
  readonly file: Place['file'];
  readonly history = new EditHistory();
  readonly #read: () => string;
  readonly #write: (text: string, edit: TextEdit) => void;
  readonly #now: () => number;
  /** An input method is composing: the text changes under its hands, but it is one step. */
  #composing: { readonly text: string; readonly selection: Selection } | null = null;
  selection = $state.raw(top);
  scroll = { top: 0, left: 0 };

  /**
   * @param read gives the text as it is.
   * @param write takes the text as it becomes, and the edit that makes it.
   */
  constructor(file: Place['file'], read: () => string, write: (text: string, edit: TextEdit) => void, now: () => number) {
    this.file = file;
    this.#read = read;
    this.#write = write;
    this.#now = now;
  }

  get text(): string {
    return this.#read();
  }

  get composing(): boolean {
    return this.#composing !== null;
  }

  /** The text area has changed by itself: a key, a paste, the spelling corrector, a drop. */
  typed(text: string, selection: Selection): void {
    const before = this.#composing?.selection ?? this.selection;
    const edit = editBetween(this.text, text, selection.end);
    this.selection = selection;
    if (!edit) return;
    if (!this.#composing) this.history.push({ edit, before, after: selection }, this.#now());
    this.#write(text, edit);
  }

  compose(): void {
    this.#composing = { text: this.text, selection: this.selection };
  }

  composed(selection: Selection): void {
    const composing = this.#composing;
    this.#composing = null;
    this.selection = selection;
    const edit = composing && editBetween(composing.text, this.text, selection.end);
    if (edit) this.history.push({ edit, before: composing.selection, after: selection }, this.#now());
  }

  /** Makes an edit as one step of its own. */
  change({ edit, after }: Move): void {
    this.history.separate();
    this.history.push({ edit, before: this.selection, after }, this.#now());
    this.history.separate();
    this.#apply(edit, after);
  }

  /** Replaces the whole text as one step; what did not change keeps the cursor. */
  replace(text: string): void {
    const edit = editBetween(this.text, text);
    if (!edit) return;
    const cursor = this.selection.start;
    const moved = cursor <= edit.at ? cursor : Math.max(edit.at, cursor + edit.inserted.length - edit.removed.length);
    this.change({ edit, after: { start: moved, end: moved } });
  }

  undo(): boolean {
    const step = this.history.undo();
    if (step) this.#apply(invertEdit(step.edit), step.before);
    return step !== null;
  }

  redo(): boolean {
    const step = this.history.redo();
    if (step) this.#apply(step.edit, step.after);
    return step !== null;
  }

  #apply(edit: TextEdit, selection: Selection): void {
    this.selection = selection;
    this.#write(applyEdit(this.text, edit), edit);
  }
}
