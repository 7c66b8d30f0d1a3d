/**
 * TypeScript in colours, by one pattern: small enough for everybody's page, and of the colours of the editor's own (tokenize-typescript.ts)
 * in all that examples are made of. Each group is a kind.
 */
const pattern =
  /(\/\/.*|\/\*[^]*?(?:\*\/|$))|("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?)|(?<![.\w])(true|false|null|undefined|NaN|Infinity|\d[\w.]*)|(?<![.\w$])((?:a(?:s|sync|wait)|break|case|catch|class|const|continue|default(?!:)|delete|do|else|enum|export|extends|finally|for|from|function|if|implements|import|in|instanceof|interface|keyof|let|new|of|readonly|return|satisfies|static|super|switch|this|throw|try|type|typeof|var|while|yield)(?![\w$]|\s*[:=.,)]))|(?<![.\w$])((?:any|boolean|never|number|string|unknown|void)(?![\w$(:])|[A-Z]\w*)|([\w$]+)(?=\()/g;
const kinds = ['comment', 'string', 'number', 'keyword', 'type', 'function'] as const;

export interface Piece {
  readonly kind: (typeof kinds)[number] | null;
  readonly text: string;
}

/** The pieces of each line. */
export function highlight(text: string): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  const add = (kind: Piece['kind'], words: string): void =>
    words.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ kind, text: part });
    });
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    add(null, text.slice(at, match.index));
    add(kinds[match.slice(1).findIndex((group) => group !== undefined)] ?? null, match[0]);
    at = match.index + match[0].length;
  }
  add(null, text.slice(at));
  return lines;
}
