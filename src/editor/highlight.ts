import type { Place } from '../../model/place.js';
import { tokenizeTypeScript } from './tokenize-typescript.js';
import { tokenizeYaml } from './tokenize-yaml.js';
import type { Token, Tokenizer } from './tokens.js';

export const tokenizers: Readonly<Record<Place['file'], Tokenizer>> = {
  process: tokenizeTypeScript,
  data: tokenizeYaml,
  protocol: tokenizeYaml,
  bench: tokenizeYaml,
};

/** A line in colours, as it was made: two lines that look alike are still two objects, so that each can be a key. */
export interface PaintedLine {
  readonly text: string;
  readonly start: string;
  readonly end: string;
  readonly tokens: readonly Token[];
}

/** Colours a text. Lines of `before` at its beginning and its end that are still the same are taken over as they are. */
export function paint(text: string, tokenize: Tokenizer, before: readonly PaintedLine[] = []): readonly PaintedLine[] {
  const lines = text.split('\n');
  const shorter = Math.min(lines.length, before.length);
  let head = 0;
  while (head < shorter && before[head]?.text === lines[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail]?.text === lines[lines.length - 1 - tail]) tail++;

  const result: PaintedLine[] = before.slice(0, head);
  let start = result.at(-1)?.end ?? '';
  for (let index = head; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const old = index >= lines.length - tail ? before[index - lines.length + before.length] : undefined;
    if (old?.start === start) result.push(old);
    else {
      const { tokens, end } = tokenize(line, start);
      result.push({ text: line, start, end, tokens });
    }
    start = result[index]?.end ?? '';
  }
  return result;
}
