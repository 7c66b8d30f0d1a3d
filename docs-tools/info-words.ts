/** The info string of a fenced block, taken apart: words, and options with values. */

/** `key`, `key=value` or `key="a value"`; `value` is `null` where there is no equals sign. */
export interface InfoWord {
  readonly key: string;
  readonly value: string | null;
}

export type InfoWords = { readonly ok: true; readonly words: readonly InfoWord[] } | { readonly ok: false; readonly problem: string };

const space = /\s*/y;
const key = /[^\s="']+/y;
const quoted = /"([^"]*)"|'([^']*)'/y;
const bare = /[^\s"']+/y;
const boundary = /\s|$/y;

/**
 * Takes an info string apart. A value with spaces stands in quotes, of either kind, and holds those of the other kind; there are no escapes,
 * because Markdown itself takes backslashes away.
 */
export function infoWords(info: string): InfoWords {
  const words: InfoWord[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(info);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  match(space);
  while (at < info.length) {
    const from = at;
    const name = match(key)?.[0];
    if (name === undefined) return wrong(info, from, 'an option begins with its name, as in at=12');
    if (info[at] !== '=') {
      words.push({ key: name, value: null });
    } else {
      at++;
      const text = match(quoted);
      const value = text === null ? match(bare)?.[0] : (text[1] ?? text[2]);
      if (value === undefined) return wrong(info, from, /["']/.test(info[at] ?? '') ? 'a quote is not closed' : 'a value is missing');
      words.push({ key: name, value });
    }
    if (match(boundary) === null) return wrong(info, from, 'a space is missing, or quotes around a value that has one');
    match(space);
  }
  return { ok: true, words };
}

function wrong(info: string, from: number, why: string): InfoWords {
  return { ok: false, problem: `The line of the block cannot be read at ${info.slice(from, from + 30).trim()}: ${why}.` };
}
