import { readFileSync } from 'node:fs';
import { type Blocks, frontMatterLines } from './blocks.js';
import { elementHtml } from './element.js';
import { record } from './record.js';

/** Where a document stands: for what is said about its blocks. */
export interface DocumentPlace {
  readonly file: string;
  /** Lines of the file before the text that is rendered: its front matter. */
  readonly before: number;
}

/** Examples of a document that cannot be shown: a line for each, with file and line. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
}

/**
 * The HTML of each playground of a document, by its line. Raises `PlaygroundError` for all that is wrong with them.
 * `code`: puts a text in colours, as HTML in a `<pre>`; left out: plain.
 */
export function playgroundHtml(found: Blocks, file: string, code?: (text: string) => string | undefined): ReadonlyMap<number, string> {
  const html = new Map<number, string>();
  const problems = [...found.problems];
  for (const block of found.blocks) {
    const recording = record(block);
    if (recording.ok) html.set(block.line, elementHtml(block, recording, code?.(block.code)));
    else problems.push(...recording.problems);
  }
  if (problems.length === 0) return html;
  const lines = problems.sort((a, b) => a.line - b.line).map(({ line, message }) => `${file}:${line}: ${message}`);
  throw new PlaygroundError(lines.join('\n'));
}

/**
 * Where a document stands that is being rendered, from what documentation tools hand to markdown-it beside its text: Eleventy tells the path of the
 * page, VitePress and others tell `path`. Both have taken the front matter away.
 */
export function placeOf(env: unknown): DocumentPlace {
  const { page, path } = (env ?? {}) as { readonly page?: { readonly inputPath?: unknown }; readonly path?: unknown };
  const file = page?.inputPath ?? path;
  if (typeof file !== 'string') return { file: 'The document', before: 0 };
  return { file: file.replace(/^\.\//, ''), before: linesBefore(file) };
}

function linesBefore(file: string): number {
  try {
    return frontMatterLines(readFileSync(file, 'utf8'));
  } catch {
    // A page that is no file.
    return 0;
  }
}
