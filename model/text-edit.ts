/** A change of a text: at `at`, the characters `removed` gave way to `inserted`. Offsets count UTF-16 units, as JavaScript does. */
export interface TextEdit {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

export function applyEdit(text: string, { at, removed, inserted }: TextEdit): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** The edit that takes `edit` back. */
export function invertEdit({ at, removed, inserted }: TextEdit): TextEdit {
  return { at, removed: inserted, inserted: removed };
}

/**
 * The smallest single edit that turns `before` into `after`; `null` when they are the same.
 * Never cuts a surrogate pair in two.
 * @param caret Where the edit ended in `after`: tells apart edits with the same result, such as one more `a` in `aaa`.
 */
export function editBetween(before: string, after: string, caret: number = after.length): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const endLimit = Math.min(shorter, after.length - Math.min(Math.max(caret, 0), after.length));
  let end = 0;
  while (end < endLimit && before.at(-1 - end) === after.at(-1 - end)) end++;
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) start++;
  // With the caret far to the left of the change, the tail that both share is still worth cutting off.
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (cutsCharacter(before, start) || cutsCharacter(after, start)) start--;
  if (cutsCharacter(before, before.length - end) || cutsCharacter(after, after.length - end)) end--;
  return { at: start, removed: before.slice(start, before.length - end), inserted: after.slice(start, after.length - end) };
}

function cutsCharacter(text: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, index - 1), index + 1));
}

/** Text as editors keep it: `\n` between lines, no byte order mark. */
export function normalText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Offset of a line and a column (both from 1), kept inside the text. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + Math.max(0, column - 1), end < 0 ? text.length : end);
}

/** Line and column (both from 1) of an offset, kept inside the text. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const inside = Math.min(Math.max(0, offset), text.length);
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < inside; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, column: inside - start + 1 };
}
