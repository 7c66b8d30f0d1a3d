import { parseDocument } from 'yaml';

export type Formatted = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Lays a data document out anew: indentation, spaces, one line per entry. Comments, blank lines and the order of keys stay. */
export function formatYaml(text: string): Formatted {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line;
    const where = line === undefined ? '' : ` (line ${line})`;
    return { ok: false, message: `The data was not formatted, since it cannot be read as YAML${where}. Correct it first.` };
  }
  if (text.trim() === '' || document.contents === null) return { ok: true, text };
  return { ok: true, text: document.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: true }) };
}
