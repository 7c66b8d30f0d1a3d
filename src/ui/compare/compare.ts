import { diffLines } from 'diff';

/** A line of a comparison: as it was before, as it is after; `null`: on that side there is none. */
export interface ComparedLine {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly before: { readonly number: number; readonly text: string } | null;
  readonly after: { readonly number: number; readonly text: string } | null;
}

/** Two texts line by line, what belongs together side by side. */
export function compareTexts(before: string, after: string): readonly ComparedLine[] {
  const lines: ComparedLine[] = [];
  let removed: string[] = [];
  const at = { before: 1, after: 1 };
  const put = (left: string | null, right: string | null, kind: ComparedLine['kind']): void => {
    lines.push({
      kind,
      before: left === null ? null : { number: at.before++, text: left },
      after: right === null ? null : { number: at.after++, text: right },
    });
  };
  const flush = (added: readonly string[] = []): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      const [left, right] = [removed[index] ?? null, added[index] ?? null];
      put(left, right, left === null ? 'added' : right === null ? 'removed' : 'changed');
    }
    removed = [];
  };
  for (const change of diffLines(ended(before), ended(after))) {
    const texts = change.value.replace(/\n$/, '').split('\n');
    if (change.removed) removed = texts;
    else if (change.added) flush(texts);
    else {
      flush();
      for (const text of texts) put(text, text, 'same');
    }
  }
  flush();
  return lines;
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
