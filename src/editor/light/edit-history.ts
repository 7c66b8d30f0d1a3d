import { applyEdit, invertEdit, type TextEdit } from '../../../model/text-edit.js';

/** What is selected, as offsets; `start` equals `end` for a mere cursor. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** One step that *Undo* takes back. */
export interface Step {
  readonly edit: TextEdit;
  readonly before: Selection;
  readonly after: Selection;
}

/** Steps that can be taken back; older ones are forgotten. */
export const longestHistory = 2_000;

/** A pause in typing after which a new step begins, in milliseconds. */
const pause = 1_000;

/** What was done to a text, and undone: kept by the light editor itself, so that Monaco can go on with it. */
export class EditHistory {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  #lastAt = -Infinity;

  /** Steps that can be undone, oldest first. */
  get done(): readonly Step[] {
    return this.#done;
  }

  /** Steps that can be done again, the next one last. */
  get undone(): readonly Step[] {
    return this.#undone;
  }

  /** The text before the oldest step that is known, given the text now. */
  base(text: string): string {
    return this.#done.reduceRight((result, step) => applyEdit(result, invertEdit(step.edit)), text);
  }

  /** @param at time of the edit in milliseconds: what is typed in one go becomes one step. */
  push(step: Step, at: number): void {
    this.#undone.length = 0;
    const last = this.#done.at(-1);
    const joined = last && at - this.#lastAt < pause ? join(last, step) : null;
    this.#lastAt = at;
    if (joined) this.#done[this.#done.length - 1] = joined;
    else this.#done.push(step);
    if (this.#done.length > longestHistory) this.#done.shift();
  }

  /** The next edit begins a new step, whatever it is. */
  separate(): void {
    this.#lastAt = -Infinity;
  }

  undo(): Step | null {
    return this.#move(this.#done, this.#undone);
  }

  redo(): Step | null {
    return this.#move(this.#undone, this.#done);
  }

  #move(from: Step[], to: Step[]): Step | null {
    this.separate();
    const step = from.pop();
    if (step) to.push(step);
    return step ?? null;
  }
}

/** Typing on, or deleting on, is one step; a new line begins the next one. */
function join(last: Step, next: Step): Step | null {
  const a = last.edit;
  const b = next.edit;
  const typing = a.removed === '' && b.removed === '' && b.at === a.at + a.inserted.length && b.inserted.length <= 2;
  if (typing && !/\n/.test(a.inserted + b.inserted) && !/\s\S$/.test(a.inserted.slice(-1) + b.inserted)) {
    return { edit: { ...a, inserted: a.inserted + b.inserted }, before: last.before, after: next.after };
  }
  const deleting = a.inserted === '' && b.inserted === '' && b.removed.length <= 2 && !/\n/.test(b.removed);
  if (deleting && b.at + b.removed.length === a.at) {
    return { edit: { at: b.at, removed: b.removed + a.removed, inserted: '' }, before: last.before, after: next.after };
  }
  if (deleting && b.at === a.at) return { edit: { ...a, removed: a.removed + b.removed }, before: last.before, after: next.after };
  return null;
}
