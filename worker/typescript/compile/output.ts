import { ColumnMap } from './column-map.js';

interface Edit {
  readonly at: number;
  /** What ends at a place comes before what begins there. */
  readonly rank: 0 | 1;
  readonly order: number;
  text: string;
  /** The place of the source that the text counts as; `null`: none. */
  readonly place: number | null;
  /** The source goes on here: after `at` if the edit replaces something. */
  readonly until: number;
}

/** An insertion whose text is known only later. */
export interface Slot {
  text: string;
}

/**
 * A text with insertions and replacements; nothing moves, so lines stay lines.
 *
 * At one and the same place, ends (`after`) come first, the innermost first; then beginnings (`before`, `replace`), the outermost
 * first: call `before` on the way down the tree and `after` on the way up. Texts hold no line breaks.
 */
export class Output {
  private readonly edits: Edit[] = [];

  constructor(readonly source: string) {}

  before(at: number, text: string, place: number | null = at): void {
    this.edit(at, 1, text, at, place);
  }

  after(at: number, text: string, place: number | null = at): void {
    this.edit(at, 0, text, at, place);
  }

  /** Like `before`, to be filled in later; empty until then. Its text stands nowhere in the source. */
  slot(at: number): Slot {
    return this.edit(at, 1, '', at, null);
  }

  /** Puts `text` in the place of a stretch in which there are no other edits. */
  replace(from: number, until: number, text: string, place: number | null = from): void {
    this.edit(from, 1, text, until, place);
  }

  /** The text with its edits, each at its `place`, behind a heading that belongs to no place of the source. */
  generate(heading: string): { readonly code: string; readonly map: ColumnMap } {
    this.edits.sort((one, other) => one.at - other.at || one.rank - other.rank || one.order - other.order);
    const map = new ColumnMap();
    let code = heading;
    let copied = 0;
    map.inserted(0, null);
    map.copied(code.length, 0);
    for (const { at, text, until, place } of this.edits) {
      if (text === '' && until === at) continue;
      code += this.source.slice(copied, at);
      map.inserted(code.length, place);
      code += text;
      map.copied(code.length, until);
      copied = Math.max(copied, until);
    }
    return { code: code + this.source.slice(copied), map };
  }

  private edit(at: number, rank: 0 | 1, text: string, until: number, place: number | null): Edit {
    const edit: Edit = { at, rank, order: this.edits.length, text, until, place };
    this.edits.push(edit);
    return edit;
  }
}
