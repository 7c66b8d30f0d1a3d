import { longestLine, type TokenKind, type TokenLine, TokenWriter } from './tokens.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const keywords = words(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield',
);
const constants = words('True False None');
const part = /(\s+)|(#.*)|("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|(\d[\d_.]*)|(@?[\p{L}_][\p{L}\p{N}_]*)|(.)/uy;

/** Colours a line of Python. Nothing reaches over the end of a line here: texts over several lines are not known. */
export function tokenizePython(line: string): TokenLine {
  const out = new TokenWriter();
  if (line.length > longestLine) out.add('plain', line);
  else {
    part.lastIndex = 0;
    for (let found = part.exec(line); found !== null; found = part.exec(line)) {
      const [text, , comment, quoted, number, word] = found;
      if (comment !== undefined) out.add('comment', text);
      else if (quoted !== undefined) out.add('string', text);
      else if (number !== undefined) out.add('number', text);
      else out.add(word === undefined ? 'plain' : kindOfWord(word, line.slice(part.lastIndex)), text);
    }
  }
  return { tokens: out.tokens, end: '' };
}

function kindOfWord(word: string, rest: string): TokenKind {
  if (keywords.has(word)) return 'keyword';
  if (constants.has(word)) return 'constant';
  if (/^\s*\(/.test(rest)) return 'function';
  return word.startsWith('@') || /^\p{Lu}\p{L}*\p{Ll}/u.test(word) ? 'type' : 'plain';
}
