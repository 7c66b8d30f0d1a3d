import { ExpressionError } from './expression-error.js';

export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** A name, or several joined by dots. */
  | { readonly kind: 'name'; readonly parts: readonly string[] }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'end' }
);

const spaces = /\s*/y;
const numbers = /(?:0[xX][0-9a-fA-F]+|0[bB][01]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y;
const name = /[\p{L}_°%][\p{L}\p{N}_°]*(?:\s*\.\s*[\p{L}_°%][\p{L}\p{N}_°]*)*/uy;
const signs = /\*\*|==|!=|<=|>=|&&|\|\||[-+*/<>(),!]/y;
const texts = /'([^'\n]*)'|"([^"\n]*)"/y;

/** Splits `text` between two offsets into tokens, the last of which is `end`. Raises ExpressionError at what is no token. */
export function tokensOf(text: string, start: number, end: number): readonly Token[] {
  const source = text.slice(0, end);
  const tokens: Token[] = [];
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  for (;;) {
    take(spaces);
    const from = at;
    if (from >= end) {
      tokens.push({ kind: 'end', start: from, end: from });
      return tokens;
    }
    let match: RegExpExecArray | null;
    if ((match = take(numbers))) tokens.push({ kind: 'number', value: Number(match[0]), start: from, end: at });
    else if ((match = take(texts))) tokens.push({ kind: 'text', value: match[1] ?? match[2] ?? '', start: from, end: at });
    else if ((match = take(name)))
      tokens.push({ kind: 'name', parts: match[0].split('.').map((part) => part.trim()), start: from, end: at });
    else if ((match = take(signs))) tokens.push({ kind: 'sign', sign: signWord(match[0]), start: from, end: at });
    else throw noToken(source, from, end);
  }
}

/** Signs that other languages use for the words. */
function signWord(sign: string): string {
  return { '&&': 'and', '||': 'or', '!': 'not' }[sign] ?? sign;
}

function noToken(source: string, at: number, end: number): ExpressionError {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (sign === "'" || sign === '"')
    return new ExpressionError('The text is not closed: a quote is missing.', `Put ${sign} behind it.`, at, end);
  if (sign === '=') return new ExpressionError('= cannot stand in an expression.', 'To compare, write ==.', at, at + 1);
  if (sign === '^') return new ExpressionError('^ cannot stand in an expression.', 'A power is written **.', at, at + 1);
  return new ExpressionError(
    `“${sign}” cannot stand in an expression.`,
    'Expressions are made of numbers, units, device values, + - * / ** and parentheses.',
    at,
    at + sign.length,
  );
}
