import type { TextEdit } from '../../../model/text-edit.js';
import type { Selection } from './edit-history.js';

const unit = '  ';

/** An edit, and what is selected after it. */
export interface Move {
  readonly edit: TextEdit;
  readonly after: Selection;
}

/** Enter: the new line is indented like the present one, more after an opening bracket (or a colon, in YAML). */
export function newLine(text: string, { start, end }: Selection): Move {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const opens = /[{([]\s*$|:\s*$/.test(before);
  const closes = opens && /^[\])}]/.test(text.slice(end));
  const inserted = `\n${indent}${opens ? unit : ''}`;
  const cursor = start + inserted.length;
  const edit = { at: start, removed: text.slice(start, end), inserted: closes ? `${inserted}\n${indent}` : inserted };
  return { edit, after: { start: cursor, end: cursor } };
}

/** Tab: two more spaces at the cursor, or before every selected line. */
export function indent(text: string, selection: Selection): Move {
  const { start, end } = selection;
  if (!text.slice(start, end).includes('\n')) {
    const cursor = start + unit.length;
    return { edit: { at: start, removed: text.slice(start, end), inserted: unit }, after: { start: cursor, end: cursor } };
  }
  return changeLines(text, selection, (line) => (line === '' ? line : unit + line));
}

/** Shift+Tab: up to two spaces less before every line of the selection. */
export function outdent(text: string, selection: Selection): Move | null {
  const move = changeLines(text, selection, (line) => line.replace(/^(?: {1,2}|\t)/, ''));
  return move.edit.removed === move.edit.inserted ? null : move;
}

/** Changes the beginnings of the selected lines; a selection that ends at the beginning of a line does not contain that line. */
function changeLines(text: string, { start, end }: Selection, change: (line: string) => string): Move {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', last);
  const to = next < 0 ? text.length : next;
  const removed = text.slice(from, to);
  const lines = removed.split('\n');
  const changed = lines.map(change);
  const first = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const inserted = changed.join('\n');
  const after = { start: Math.max(from, start + first), end: Math.max(from, end + inserted.length - removed.length) };
  return { edit: { at: from, removed, inserted }, after };
}
