import { longestLine, type TokenLine, TokenWriter } from './tokens.js';

const key = /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[\]{},&*!|>%@`-][^#:{}[\],]*?|-[^\s:#][^#:]*?)(?=\s*:(?:\s|$))/y;
const expression = /\{\{.*?(?:\}\}|$)|\$\{.*?(?:\}|$)/y;
const quoted = /"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^']|'')*(?:'|$)/y;
const property = /[&*!][^\s,[\]{}]*/y;
const blockHeader = /[|>][-+\d]*(?=\s*(?:#|$))/y;
const constant = /(?:true|false|null|~|yes|no|on|off)(?=\s*(?:$|#|[,\]}]))/iy;
const number = /[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?(?![\p{L}\d])/iuy;
const plain = /(?:(?!\{\{|\$\{|\s#|[,[\]{}]).)+/uy;

/**
 * Colours a line of the data document. The state is empty, or `|n`: in a block of text whose parent is indented by n,
 * or the quote that is open.
 */
export function tokenizeYaml(line: string, start: string): TokenLine {
  const out = new TokenWriter();
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(line)?.[0];
  };
  const take = (kind: Parameters<TokenWriter['add']>[0], text: string): void => {
    out.add(kind, text);
    at += text.length;
  };
  const done = (end: string): TokenLine => ({ tokens: out.tokens, end });

  if (line.length > longestLine) {
    take('plain', line);
    return done(start);
  }
  const indent = line.length - line.trimStart().length;
  if (start.startsWith('|')) {
    if (line.trim() === '' || indent > Number(start.slice(1))) {
      take('string', line);
      return done(start);
    }
  } else if (start !== '') {
    const end = start === '"' ? /^(?:[^"\\]|\\.)*"/.exec(line) : /^(?:[^']|'')*'/.exec(line);
    take('string', end ? end[0] : line);
    if (!end) return done(start);
  }
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) take('keyword', line.slice(0, 3));

  let fresh = true;
  while (at < line.length) {
    const blank = /^\s+/.exec(line.slice(at))?.[0];
    if (blank) {
      take('plain', blank);
      continue;
    }
    if (line[at] === '#' && (at === 0 || /\s/.test(line[at - 1] ?? ''))) {
      take('comment', line.slice(at));
      break;
    }
    if (fresh && /^[-?](?:\s|$)/.test(line.slice(at))) {
      take('plain', line[at] ?? '');
      continue;
    }
    const name = fresh ? match(key) : undefined;
    if (name) {
      take('key', name);
      fresh = false;
      continue;
    }
    const header = match(blockHeader);
    if (header) {
      take('keyword', header);
      const rest = line.slice(at);
      take(rest.trimStart().startsWith('#') ? 'comment' : 'plain', rest);
      return done(`|${indent}`);
    }
    const code = match(expression);
    if (code) {
      take('expression', code);
      fresh = false;
      continue;
    }
    const text = match(quoted);
    if (text) {
      take('string', text);
      const quote = text[0] ?? '';
      const closed = quote === '"' ? /^"(?:[^"\\]|\\.)*"$/.test(text) : /^'(?:[^']|'')*'$/.test(text);
      if (!closed) return done(quote);
      fresh = false;
      continue;
    }
    const mark = match(property);
    if (mark) {
      take('type', mark);
      continue;
    }
    const fixed = match(constant);
    const amount = fixed === undefined ? match(number) : undefined;
    if (fixed !== undefined || amount !== undefined) {
      take(fixed === undefined ? 'number' : 'constant', fixed ?? amount ?? '');
      fresh = false;
      continue;
    }
    if (/[,[\]{}:]/.test(line[at] ?? '')) {
      fresh = line[at] !== ':';
      take('plain', line[at] ?? '');
      continue;
    }
    take('string', match(plain) ?? line.slice(at));
    fresh = false;
  }
  return done('');
}
