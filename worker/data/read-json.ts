import type { Json } from '../../model/json.js';
import type { Expression } from './expression/expression.js';
import { ExpressionError } from './expression/expression-error.js';
import { parseExpression } from './expression/parse-expression.js';
import { type DataNode, type ExpressionNode, type ListNode, type MapNode, pathInside, type ScalarNode, type SourceNode } from './node.js';
import type { Report } from './report.js';

/** Deeper data is not of a process. */
const deepest = 100;

/** JSON as data, without looking for expressions: for points, messages and defaults. */
export function nodeOfJson(value: Json, path = '', depth = 0): DataNode {
  if (depth > deepest) return { kind: 'unknown', span: null, path };
  return inner(value, path, (item, itemPath) => nodeOfJson(item, itemPath, depth + 1));
}

/** JSON as a data document: a text that is `{{ … }}` is an expression. */
export function sourceOfJson(value: Json, report: Report, path = '', depth = 0): SourceNode {
  if (depth > deepest) {
    report.problem({ span: null, path: '' }, `The data is nested more than ${deepest} levels deep.`);
    return scalarOf(null, path);
  }
  const source = typeof value === 'string' ? /^\s*[$%@]?\{\{(.*)\}\}\s*$/s.exec(value)?.[1] : undefined;
  if (source !== undefined) return expressionOf(source, path, report);
  return inner(value, path, (item, itemPath) => sourceOfJson(item, report, itemPath, depth + 1));
}

function inner<Node>(value: Json, path: string, read: (item: Json, path: string) => Node): ScalarNode | ListNode<Node> | MapNode<Node> {
  if (value === null || typeof value !== 'object') return scalarOf(value, path);
  if (isList(value)) return { kind: 'list', span: null, path, items: value.map((item, index) => read(item, pathInside(path, index))) };
  const entries = Object.entries(value).map(([key, item]) => {
    const itemPath = pathInside(path, key);
    return { key, keyPlace: { span: null, path: itemPath }, node: read(item, itemPath) };
  });
  return { kind: 'map', span: null, path, entries };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function scalarOf(value: null | boolean | number | string, path: string): ScalarNode {
  return {
    kind: 'scalar',
    span: null,
    path,
    value,
    text: value === null ? '' : String(value),
    style: typeof value === 'string' ? 'quoted' : 'value',
    textStart: null,
  };
}

function expressionOf(source: string, path: string, report: Report): ExpressionNode | ScalarNode {
  try {
    const expression: Expression = parseExpression(source, 0, source.length);
    return { kind: 'expression', span: null, path, expression };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report.problem({ span: null, path }, error.message, error.hint, 'SyntaxError');
    return scalarOf(null, path);
  }
}
