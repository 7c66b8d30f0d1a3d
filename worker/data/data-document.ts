import type { Failure } from '../../model/failure.js';
import { AnyType } from './any-type.js';
import { type DataType, invalid } from './data-type.js';
import { evaluateExpression, type ExpressionEnvironment } from './expression/evaluate-expression.js';
import { dependenciesOf } from './expression/expression.js';
import { ExpressionError } from './expression/expression-error.js';
import type { DataNode, ExpressionNode, ScalarNode, ScalarValue, SourceNode } from './node.js';
import { failuresOf, type Problem, Report } from './report.js';
import type { SourceText } from './source-text.js';

export type Evaluated =
  | { readonly ok: true; readonly value: unknown; readonly warnings: readonly Failure[] }
  | { readonly ok: false; readonly failures: readonly Failure[] };

type Resolve = (node: ExpressionNode, report: Report) => DataNode;

/** Data that was read but not evaluated: its expressions are known to be well formed. Immutable, for any number of evaluations. */
export class DataDocument {
  /** The device nodes that the expressions need: observe them before evaluating. */
  readonly dependencies: readonly string[];

  constructor(
    readonly root: SourceNode,
    readonly source: SourceText | null,
    readonly readWarnings: readonly Problem[],
  ) {
    this.dependencies = [...new Set(pathsOf(root))];
    Object.freeze(this);
  }

  /** The value for a process that declares `type` (`null`: any value), deeply frozen. Never raises because of the data. */
  evaluate(type: DataType | null, environment: ExpressionEnvironment): Evaluated {
    const report = new Report();
    const value = this.#read(type, report, (node) => evaluateNode(node, environment, report, this.source !== null));
    if (value === invalid || report.problems.length > 0) return { ok: false, failures: failuresOf(report.problems, this.source) };
    return { ok: true, value, warnings: failuresOf([...this.readWarnings, ...report.warnings], this.source) };
  }

  /** What can be said to be wrong without knowing the devices: while it is being typed. */
  check(type: DataType | null): readonly Failure[] {
    const report = new Report();
    const environment: ExpressionEnvironment = { deviceValue: () => undefined };
    this.#read(type, report, (node) =>
      dependenciesOf(node.expression).length > 0
        ? { kind: 'unknown', span: node.span, path: node.path }
        : evaluateNode(node, environment, report, this.source !== null),
    );
    return failuresOf(report.problems, this.source);
  }

  #read(type: DataType | null, report: Report, resolve: Resolve): unknown {
    const node = resolved(this.root, report, resolve);
    const wanted: DataType = type ?? new AnyType();
    const attempt = new Report();
    const value = wanted.read(node, attempt);
    if (isEmpty(node) && attempt.problems.length > 0) {
      report.problem(node, `The data is empty; ${wanted.expected()} is needed.`);
      return invalid;
    }
    report.include(attempt);
    return value;
  }
}

function isEmpty(node: DataNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.text === '' && node.style === 'plain';
}

function pathsOf(node: SourceNode): readonly string[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'expression':
      return dependenciesOf(node.expression);
    case 'list':
      return node.items.flatMap(pathsOf);
    case 'map':
      return node.entries.flatMap((entry) => pathsOf(entry.node));
  }
}

function resolved(node: SourceNode, report: Report, resolve: Resolve): DataNode {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'expression':
      return resolve(node, report);
    case 'list':
      return { ...node, items: node.items.map((item) => resolved(item, report, resolve)) };
    case 'map':
      return { ...node, entries: node.entries.map((entry) => ({ ...entry, node: resolved(entry.node, report, resolve) })) };
  }
}

function evaluateNode(
  { expression, span, path }: ExpressionNode,
  environment: ExpressionEnvironment,
  report: Report,
  inText: boolean,
): DataNode {
  try {
    const value: ScalarValue = evaluateExpression(expression, environment);
    return {
      kind: 'scalar',
      span,
      path,
      value,
      text: value === null ? '' : String(value),
      style: 'value',
      textStart: null,
    } satisfies ScalarNode;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const place = inText ? { start: error.start, end: error.end } : null;
    report.problem({ span: place, path }, `Evaluation error: ${error.message}`, error.hint, 'EvaluationError');
    return { kind: 'unknown', span, path };
  }
}
