import { longestLine, type TokenKind, type TokenLine, TokenWriter } from './tokens.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const keywords = words(
  'await break case catch class const continue debugger default delete do else enum export extends finally for function if import in instanceof let new return super switch this throw try typeof var while with yield',
);
/** Words that are keywords in some places only; see `isName`. */
const contextual = words(
  'abstract accessor as asserts async declare from get global implements infer interface is keyof module namespace of out override private protected public readonly satisfies set static type unique using',
);
const basicTypes = words('any bigint boolean never number object string symbol unknown void');
const constants = words('true false null undefined NaN Infinity');
/** After these a slash begins a regular expression, as after an operator. */
const beforeValue = words('return throw typeof case in instanceof new delete await yield else do of');

const space = /\s+/y;
const word = /[\p{L}_$#@][\p{L}\p{N}_$]*/uy;
const number = /(?:0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?n?)/iy;
const quoted = /"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$)/y;
const regularExpression = /\/(?![*/])(?:[^\\/[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[a-z]*/y;
const templateText = /(?:[^`\\$]|\\.|\\$|\$(?!\{))+/y;
const commentEnd = /\*\//g;

/**
 * Colours a line of TypeScript. The state says what is open, outermost first: `` ` `` a template, `{` a brace inside one (those outside
 * do not matter), `*` a comment.
 */
export function tokenizeTypeScript(line: string, start: string): TokenLine {
  const out = new TokenWriter();
  if (line.length > longestLine) {
    out.add('plain', line);
    return { tokens: out.tokens, end: start };
  }
  let open = start;
  let at = 0;
  /** What stood before, without space: `value` after what a slash would divide. */
  let before: 'value' | 'dot' | 'other' = 'other';

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(line)?.[0];
  };
  const take = (kind: TokenKind, text: string): void => {
    out.add(kind, text);
    at += text.length;
  };

  while (at < line.length) {
    const top = open.at(-1);
    if (top === '*') {
      commentEnd.lastIndex = at;
      const end = commentEnd.exec(line);
      take('comment', line.slice(at, end ? commentEnd.lastIndex : line.length));
      if (end) open = open.slice(0, -1);
      continue;
    }
    if (top === '`') {
      const text = match(templateText);
      if (text) take('string', text);
      else if (line[at] === '`') {
        take('string', '`');
        open = open.slice(0, -1);
        before = 'value';
      } else {
        take('keyword', '${');
        open += '{';
        before = 'other';
      }
      continue;
    }
    const blank = match(space);
    if (blank) {
      take('plain', blank);
      continue;
    }
    if (line.startsWith('//', at)) {
      take('comment', line.slice(at));
      continue;
    }
    if (line.startsWith('/*', at)) {
      open += '*';
      take('comment', '/*');
      continue;
    }
    const text: string | undefined = match(word);
    if (text) {
      const kind = kindOfWord(text, line.slice(at + text.length), before === 'dot');
      take(kind, text);
      before = kind === 'keyword' && beforeValue.has(text) ? 'other' : 'value';
      continue;
    }
    const literal = match(quoted);
    const digits = literal === undefined ? match(number) : undefined;
    const pattern = literal === undefined && digits === undefined && before !== 'value' ? match(regularExpression) : undefined;
    if (literal !== undefined || digits !== undefined || pattern !== undefined) {
      take(digits !== undefined ? 'number' : 'string', literal ?? digits ?? pattern ?? '');
      before = 'value';
      continue;
    }
    const sign = line[at] ?? '';
    if (sign === '`') {
      take('string', sign);
      open += '`';
      continue;
    }
    if (sign === '{' && open !== '') open += '{';
    if (sign === '}' && open !== '') open = open.slice(0, -1);
    take(sign === '}' && open.at(-1) === '`' ? 'keyword' : 'plain', sign);
    before = sign === '.' ? 'dot' : ')]}'.includes(sign) ? 'value' : 'other';
  }
  return { tokens: out.tokens, end: open };
}

function kindOfWord(text: string, rest: string, member: boolean): TokenKind {
  const next = /^\s*(=>|\S)?/.exec(rest)?.[1];
  if (!member) {
    if (constants.has(text)) return 'constant';
    if (keywords.has(text)) return 'keyword';
    if (contextual.has(text) && !isName(text, next)) return 'keyword';
    if (basicTypes.has(text) && next !== ':' && next !== '(') return 'type';
  }
  if (next === '(') return /^[A-Z]/.test(text) ? 'type' : 'function';
  if (/^[A-Z][A-Z\d_]+$/.test(text)) return 'constant';
  return /^[A-Z]/.test(text) ? 'type' : 'plain';
}

/** Whether a contextual keyword is the name of something here, as in `from = 1` or `type: 'jump'`. */
function isName(text: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  return text === 'async' ? '=.,;:)?'.includes(next) : '=.,;:)?(]}'.includes(next) || next === '=>';
}
