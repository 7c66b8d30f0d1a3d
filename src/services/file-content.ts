/** How the bytes of a file are shown. `cut`: how much is left out, in words; `null`: nothing. */
export type FileContent =
  | { readonly type: 'text'; readonly text: string; readonly cut: string | null }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly cut: string | null }
  | { readonly type: 'image' }
  | { readonly type: 'other' };

/** More than that, a page only gets slow of. */
export const shownLimit = { characters: 100_000, rows: 200, columns: 30 } as const;

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What a file shows: a picture when it is a PNG, a table when its name says CSV, JSON with indents, any other text as it is. */
export function fileContent(path: string, bytes: Uint8Array): FileContent {
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return { type: 'image' };
  const text = textOf(bytes);
  if (text === null) return { type: 'other' };
  if (/\.csv$/i.test(path)) return table(text);
  return limited(/\.json$/i.test(path) ? indented(text) : text);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

/** JSON that is none is shown as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function limited(text: string): FileContent {
  const cut = text.length > shownLimit.characters ? `The first ${shownLimit.characters.toLocaleString('en')} characters are shown.` : null;
  return { type: 'text', text: text.slice(0, shownLimit.characters), cut };
}

function table(text: string): FileContent {
  const all = csvRows(text);
  const [head = [], ...rows] = all.slice(0, shownLimit.rows + 1).map((row) => row.slice(0, shownLimit.columns));
  const left = all.length - 1 - rows.length;
  const wide = all.some((row) => row.length > shownLimit.columns);
  const cuts = [
    left > 0 ? `the first ${shownLimit.rows} of ${(all.length - 1).toLocaleString('en')} rows` : '',
    wide ? `the first ${shownLimit.columns} columns` : '',
  ].filter(Boolean);
  const cut = cuts.length === 0 ? null : `Shown are ${cuts.join(' and ')}.`;
  return { type: 'table', head, rows, cut };
}

/** The rows of a text in CSV (RFC 4180); a semicolon divides when the first line has one and no comma. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const comma = first.includes(';') && !first.includes(',') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index++;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === comma) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
