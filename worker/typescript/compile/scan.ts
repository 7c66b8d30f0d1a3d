const blankOrComment = /(?:[\s\uFEFF]+|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)+/y;

/** Offset of the next character that belongs to a token. */
export function skipSpace(text: string, from: number): number {
  blankOrComment.lastIndex = from;
  return blankOrComment.test(text) ? blankOrComment.lastIndex : from;
}

/**
 * Offset of the next occurrence of `token` between `from` and `to`, outside comments; -1 if there is none.
 * Only for stretches that hold punctuation and keywords: texts and patterns in between would be taken for code.
 */
export function findToken(text: string, token: string, from: number, to = text.length): number {
  for (let at = skipSpace(text, from); at < to; at = skipSpace(text, at + 1)) {
    if (text.startsWith(token, at) && isWhole(text, token, at)) return at;
  }
  return -1;
}

/** Offset of the last occurrence of a character between `from` and `to`, outside comments; -1 if there is none. Same limits as `findToken`. */
export function findLast(text: string, character: string, from: number, to: number): number {
  let found = -1;
  for (let at = findToken(text, character, from, to); at !== -1; at = findToken(text, character, at + 1, to)) found = at;
  return found;
}

export function hasLineEnd(text: string): boolean {
  return /[\n\r\u2028\u2029]/.test(text);
}

function isWhole(text: string, token: string, at: number): boolean {
  if (!/\w/.test(token)) return true;
  return !isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + token.length]);
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w$\u0080-\uFFFF]/.test(character);
}
