/** An expression in the text of a data document. */
export interface FoundExpression {
  /** From the prefix or the braces to behind the braces. */
  readonly start: number;
  readonly end: number;
  /** What stands between the braces. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

/**
 * A data document whose expressions are covered, each by as many letters that mean nothing to YAML: `{{ 5 }}` bare would be
 * a syntax error, or a map inside a map. Every offset stays what it was.
 */
export interface CoveredText {
  readonly covered: string;
  readonly expressions: readonly FoundExpression[];
  /** Offsets of `{{` without `}}` on the same line. */
  readonly unclosed: readonly number[];
  /** The letter that begins a covered expression, and the one that fills it. */
  readonly mark: string;
  readonly fill: string;
}

/** Finds `{{ … }}`, also prefixed with `$`, `%` or `@`; an expression ends on its line. Comments and quotes do not matter: covering harms neither. */
export function coverExpressions(text: string): CoveredText {
  const [mark, fill] = unusedLetters(text);
  const expressions: FoundExpression[] = [];
  const unclosed: number[] = [];
  let covered = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{', at);
    if (open < 0) return { covered: covered + text.slice(at), expressions, unclosed, mark, fill };
    const innerStart = open + 2;
    const start = open > at && /[$%@]/.test(text[open - 1] ?? '') ? open - 1 : open;
    const innerEnd = closing(text, innerStart);
    if (innerEnd === null) {
      unclosed.push(start);
      covered += text.slice(at, innerStart);
      at = innerStart;
      continue;
    }
    const end = innerEnd + 2;
    expressions.push({ start, end, innerStart, innerEnd });
    covered += text.slice(at, start) + mark + fill.repeat(end - start - 1);
    at = end;
  }
}

/** Where `}}` stands on the same line, before another `{{` and not in a text of the expression; `null` if nowhere. */
function closing(text: string, from: number): number | null {
  const next = text.indexOf('{{', from);
  const rest = text.slice(from, next < 0 ? text.length : next);
  const line = rest.slice(0, /[\r\n]|$/.exec(rest)?.index);
  const outsideTexts = /^(?:[^'"}]|'[^']*'|"[^"]*"|\}(?!\}))*\}\}/.exec(line);
  const end = outsideTexts ? outsideTexts[0].length - 2 : line.indexOf('}}');
  return end < 0 ? null : from + end;
}

/** The expressions between two offsets. */
export function expressionsBetween({ expressions }: CoveredText, start: number, end: number): readonly FoundExpression[] {
  let low = 0;
  let high = expressions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((expressions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: FoundExpression[] = [];
  for (let index = low; (expressions[index]?.end ?? Infinity) <= end; index++) inside.push(...expressions.slice(index, index + 1));
  return inside;
}

/** Two letters of the private use area that the text does not have. */
function unusedLetters(text: string): readonly [string, string] {
  const letters: string[] = [];
  for (let code = 0xe000; letters.length < 2 && code < 0xf8ff; code++) {
    const letter = String.fromCharCode(code);
    if (!text.includes(letter)) letters.push(letter);
  }
  return [letters[0] ?? '\ue000', letters[1] ?? '\ue001'];
}
