import MarkdownIt from 'markdown-it';
import { type PlaygroundInfo, readInfo } from './info-string.js';

/** A fenced block of a document. */
export interface Fence {
  readonly info: string;
  readonly code: string;
  /** The line of the fence in its file, from 1; the code begins on the next one. */
  readonly line: number;
}

/** A fenced block that is a playground. Its name is its own on the page. */
export interface PlaygroundBlock extends PlaygroundInfo {
  readonly name: string;
  readonly code: string;
  readonly line: number;
}

/** What is wrong at a line of a document, and what to do about it. */
export interface BlockProblem {
  readonly line: number;
  readonly message: string;
}

export interface Blocks {
  readonly blocks: readonly PlaygroundBlock[];
  readonly problems: readonly BlockProblem[];
}

/** The playgrounds among the fenced blocks of one document, in its order. One without a name is called by its number: `example-3`. */
export function playgroundsIn(fences: readonly Fence[]): Blocks {
  const blocks: PlaygroundBlock[] = [];
  const problems: BlockProblem[] = [];
  let count = 0;
  for (const { info, code, line } of fences) {
    const read = readInfo(info);
    if (read.type === 'other') continue;
    count++;
    if (read.type === 'wrong') {
      problems.push({ line, message: read.problem });
      continue;
    }
    const name = read.info.name ?? `example-${count}`;
    const other = blocks.find((block) => block.name === name);
    if (other)
      problems.push({ line, message: `The name ${name} is that of the example in line ${other.line} already: give it another one.` });
    else blocks.push({ ...read.info, name, code, line });
  }
  return { blocks, problems };
}

const parser = new MarkdownIt();

/** The playgrounds of a Markdown text as it stands in its file, front matter included. */
export function playgroundsOf(markdown: string): Blocks {
  const before = frontMatterLines(markdown);
  const body = markdown.split('\n').slice(before).join('\n');
  const fences = parser
    .parse(body, {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => ({ info: plainInfo(info), code: content, line: before + (map?.[0] ?? 0) + 1 }));
  return playgroundsIn(fences);
}

/** An info string as it is meant: markdown-it keeps the backslashes and character references that Markdown lets one write. */
export function plainInfo(info: string): string {
  return parser.utils.unescapeAll(info).trim();
}

/** How many lines the YAML before a document takes. */
export function frontMatterLines(markdown: string): number {
  const lines = markdown.split(/\r?\n/);
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  return end === -1 ? 0 : end + 1;
}
