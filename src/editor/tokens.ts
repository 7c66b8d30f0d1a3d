/** What a piece of text is, for its colour. `plain` has the colour of text. */
export type TokenKind = 'plain' | 'keyword' | 'type' | 'function' | 'string' | 'number' | 'constant' | 'comment' | 'key' | 'expression';
export const tokenKinds: readonly TokenKind[] = [
  'plain',
  'keyword',
  'type',
  'function',
  'string',
  'number',
  'constant',
  'comment',
  'key',
  'expression',
];

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** A line in colours. The texts of its tokens, one after the other, are the line. `end` is the state in which the next line begins. */
export interface TokenLine {
  readonly tokens: readonly Token[];
  readonly end: string;
}

/** Colours one line. Both editors use the same tokenizers, so that nothing changes colour when one takes over from the other. */
export type Tokenizer = (line: string, start: string) => TokenLine;

/** Collects tokens; neighbours of one kind become one. */
export class TokenWriter {
  readonly tokens: Token[] = [];

  add(kind: TokenKind, text: string): void {
    if (text === '') return;
    const last = this.tokens.at(-1);
    if (last?.kind === kind) this.tokens[this.tokens.length - 1] = { kind, text: last.text + text };
    else this.tokens.push({ kind, text });
  }
}

/** A line longer than this (characters) stays without colours: it is no code that a person reads, and regular expressions take their time. */
export const longestLine = 5_000;
