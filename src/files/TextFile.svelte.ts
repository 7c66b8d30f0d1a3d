import { type Change, SurvivingText } from '../../model/surviving-text.js';
import type { Place, Range } from '../../model/place.js';
import { offsetAt, positionAt } from '../../model/text-edit.js';
import type { FileId } from './texts.js';

/** A place of the text that was run, in the text as it is now. `stale`: the text there was changed since; the place is about where it was. */
export interface PlaceNow {
  readonly range: Range;
  readonly stale: boolean;
}

/** One text as it is now, and what has become of the text that was last run. */
export class TextFile {
  readonly id: FileId;
  #text = $state.raw('');
  #ran = '';
  #surviving = $state.raw(SurvivingText.of(0));

  constructor(id: FileId, text: string) {
    this.id = id;
    this.#text = text;
    this.mark();
  }

  get text(): string {
    return this.#text;
  }

  /** The text has changed; `changes` in the order in which they were made. */
  edited(text: string, changes: readonly Change[]): void {
    this.#text = text;
    this.#surviving = changes.reduce((surviving, change) => surviving.edit(change), this.#surviving);
  }

  /** This text is run: places that the runtime tells are places in it. */
  mark(): void {
    this.#ran = this.#text;
    this.#surviving = SurvivingText.of(this.#text.length);
  }

  /** Where a place in the text that was run stands now. A place without an end stands for the rest of its word, at least one character. */
  now(place: Place | Range): PlaceNow {
    const start = offsetAt(this.#ran, place.line, place.column);
    const end = Math.max(start, 'endLine' in place ? offsetAt(this.#ran, place.endLine, place.endColumn) : wordEnd(this.#ran, start));
    const found = this.#surviving.find(start, end);
    const offset = this.#surviving.near(start);
    return { range: this.#range(found ?? { start: offset, end: offset }), stale: found === null };
  }

  #range({ start, end }: { readonly start: number; readonly end: number }): Range {
    const from = positionAt(this.#text, start);
    const to = positionAt(this.#text, end);
    return { file: this.id, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }
}

function wordEnd(text: string, start: number): number {
  const word = /^(?:[\p{L}\p{N}_$]+|[^\n])?/u.exec(text.slice(start, start + 200));
  return start + (word?.[0].length ?? 0);
}
