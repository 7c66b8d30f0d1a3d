import type { Scalar } from 'yaml';
import { ExpressionError } from './expression/expression-error.js';
import { parseExpression } from './expression/parse-expression.js';
import { type CoveredText, expressionsBetween, type FoundExpression } from './find-expressions.js';
import type { ExpressionNode, ScalarNode, Span } from './node.js';
import type { Report } from './report.js';

/** A scalar of the covered text: the expression that it consists of, or the text that was written, braces uncovered. */
export function expressionOrText(
  node: Scalar,
  span: Span,
  path: string,
  text: string,
  covered: CoveredText,
  report: Report,
): ScalarNode | ExpressionNode {
  const { value } = node;
  const quoted = node.type !== 'PLAIN';
  if (typeof value !== 'string' || !value.includes(covered.mark)) return scalarOf(node, value, span, path, text, quoted);
  const inside = expressionsBetween(covered, span.start, span.end);
  const [only] = inside;
  if (only && inside.length === 1 && value.trim().length === only.end - only.start) return expressionOf(only, path, text, report);
  const uncovered = uncover(value, inside, text, covered);
  report.warning(
    { span, path },
    'Only a whole value can be an expression; this one is taken as text.',
    'Write the whole value inside {{ }}, units included: {{ 5 * unit.min }}.',
  );
  return { kind: 'scalar', span, path, value: uncovered, text: uncovered, style: quoted ? 'quoted' : 'plain', textStart: null };
}

function expressionOf(
  { start, end, innerStart, innerEnd }: FoundExpression,
  path: string,
  text: string,
  report: Report,
): ExpressionNode | ScalarNode {
  const span: Span = { start, end };
  try {
    return { kind: 'expression', span, path, expression: parseExpression(text, innerStart, innerEnd) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report.problem({ span: { start: error.start, end: error.end }, path }, error.message, error.hint, 'SyntaxError');
    return { kind: 'scalar', span, path, value: null, text: '', style: 'value', textStart: null };
  }
}

function uncover(value: string, expressions: readonly FoundExpression[], text: string, { mark, fill }: CoveredText): string {
  const rest = [...expressions];
  return value.replace(new RegExp(`${mark}${fill}*`, 'gu'), (run) => {
    const found = rest.shift();
    return found ? text.slice(found.start, found.end) : run;
  });
}

function scalarOf(node: Scalar, value: unknown, span: Span, path: string, source: string, quoted: boolean): ScalarNode {
  const text = quoted ? String(value) : (node.source ?? String(value ?? ''));
  const textStart = [span.start, span.start + 1].find((start) => source.startsWith(text, start)) ?? null;
  return { kind: 'scalar', span, path, value: plainValue(value, text), text, style: quoted ? 'quoted' : 'plain', textStart };
}

/** What YAML knows and JSON does not (`.nan`, `.inf`, very large numbers) stays text. */
function plainValue(value: unknown, text: string): null | boolean | number | string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : text;
}
