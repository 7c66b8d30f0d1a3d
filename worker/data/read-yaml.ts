import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLError } from 'yaml';
import { type CoveredText, coverExpressions } from './find-expressions.js';
import { pathInside, type Placed, type ScalarNode, type SourceNode, type Span } from './node.js';
import { type Report, shortened } from './report.js';
import { expressionOrText } from './covered-scalar.js';
import { yamlSentence } from './yaml-errors.js';

/** Bounds for documents that were made to hurt: names that stand for names, brackets in brackets. */
const limits = { characters: 100_000, nodes: 20_000, depth: 100, errors: 20 } as const;

/** Reads the text of a data document. Problems go to the report; the node is `null` when there is no telling what was meant. */
export function readYaml(text: string, report: Report): SourceNode | null {
  const whole: Placed = { span: { start: 0, end: 1 }, path: '' };
  if (text.length > limits.characters) {
    report.problem(whole, `The data document is too long: ${text.length} characters.`, `At most ${limits.characters} are possible.`);
    return null;
  }
  const covered = coverExpressions(text);
  try {
    const document = parseCovered(text, covered, report);
    if (document === null) return null;
    for (const warning of document.warnings) {
      const { message, hint } = yamlSentence(warning);
      report.warning({ span: spanOf(warning), path: '' }, message, hint);
    }
    return readNode(document.contents, { start: 0, end: 0 }, text, covered, report);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report.problem(whole, 'The document is nested too deeply.', 'Write the data in a simpler way.');
    return null;
  }
}

/** The YAML of a text whose expressions are covered; `null` with the errors in the report. Raises `RangeError` when it is nested too deeply. */
export function parseCovered(text: string, covered: CoveredText, report: Report): Document.Parsed | null {
  const options = { prettyErrors: false, logLevel: 'error', version: '1.2', schema: 'core', uniqueKeys: false } as const;
  const document = parseDocument(covered.covered, options);
  reportErrors(document.errors, covered, text, report);
  return document.errors.length > 0 ? null : document;
}

/**
 * Reads one node of a text as data. `key` is what an empty value is marked by, `named` what has been named with & before it; that
 * grows. `null` when there is too much of it.
 */
export function readNode(
  node: unknown,
  key: Span,
  text: string,
  covered: CoveredText,
  report: Report,
  named = new Map<string, Node>(),
): SourceNode | null {
  try {
    return new Reader(text, covered, report, named).node(node, '', key, 0);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    report.problem({ span: error.span, path: '' }, error.message, 'Write the data in a simpler way.');
    return null;
  }
}

class TooMuch extends Error {
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

function reportErrors(errors: readonly YAMLError[], { unclosed }: CoveredText, text: string, report: Report): void {
  const seen = new Set<number>();
  for (const error of errors.slice(0, limits.errors)) {
    const span = spanOf(error);
    const open = unclosed.find((start) => start <= span.end && isBare(text, start));
    const start = open ?? span.start;
    if (seen.has(start)) continue;
    seen.add(start);
    if (open !== undefined) {
      report.problem(
        { span: { start: open, end: lineEnd(text, open) }, path: '' },
        'The expression is not closed: }} is missing on its line.',
        'Write it like {{ 30 * unit.min }}.',
        'SyntaxError',
      );
      return;
    }
    const { message, hint } = yamlSentence(error);
    report.problem({ span, path: '' }, message, hint, 'SyntaxError');
  }
}

/** Neither in a comment nor in quotes: directly behind a colon, a dash, a bracket, a comma or the beginning of the line. */
function isBare(text: string, start: number): boolean {
  const line = /[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  return /(?:^|[:,[{-])\s*$/.test(line) && !/(?:^|\s)#/.test(line);
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

function spanOf({ pos: [start, end] }: YAMLError): Span {
  return { start, end: Math.max(start, end) };
}

class Reader {
  #count = 0;
  constructor(
    readonly text: string,
    readonly covered: CoveredText,
    readonly report: Report,
    /** The nodes that have a name so far; the last of a name counts. */
    readonly named: Map<string, Node>,
  ) {}

  /** `key` is what an empty value is marked by. */
  node(node: unknown, path: string, key: Span, depth: number): SourceNode {
    const span = this.#span(node, key);
    this.#count += 1;
    if (this.#count > limits.nodes) throw new TooMuch(`The data has more than ${limits.nodes} values.`, span);
    if (depth > limits.depth) throw new TooMuch(`The data is nested more than ${limits.depth} levels deep.`, span);
    if (isAlias(node)) {
      const target = this.named.get(node.source);
      if (!target) {
        this.report.problem(
          { span, path },
          `Nothing is named ${node.source}.`,
          `A value is named with &${node.source} before it is used with *${node.source}.`,
          'SyntaxError',
        );
        return emptyScalar(span, path);
      }
      return this.node(target, path, key, depth + 1);
    }
    if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) this.named.set(node.anchor, node);
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.node(item, pathInside(path, index), span, depth + 1));
      return { kind: 'list', span, path, items };
    }
    if (isMap(node)) {
      const seen = new Set<string>();
      const entries = node.items.map((pair) => {
        const name = this.#key(pair.key, span, path);
        if (seen.has(name.key))
          this.report.problem(
            { span: name.span, path },
            `The key “${shortened(name.key)}” appears twice.`,
            'Remove one of the two.',
            'SyntaxError',
          );
        seen.add(name.key);
        const inside = pathInside(path, name.key);
        return { key: name.key, keyPlace: { span: name.span, path: inside }, node: this.node(pair.value, inside, name.span, depth + 1) };
      });
      return { kind: 'map', span, path, entries };
    }
    return isScalar(node) ? expressionOrText(node, span, path, this.text, this.covered, this.report) : emptyScalar(span, path);
  }

  #key(key: unknown, around: Span, path: string): { readonly key: string; readonly span: Span } {
    const span = this.#span(key, around);
    if (isScalar(key)) {
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      if (!name.includes(this.covered.mark)) return { key: name, span };
      this.report.problem({ span, path }, 'A key cannot be an expression.', 'Only values can be written as {{ … }}.');
      return { key: this.text.slice(span.start, span.end), span };
    }
    this.report.problem({ span, path }, 'A key has to be a text.', null, 'SyntaxError');
    return { key: this.text.slice(span.start, span.end), span };
  }

  #span(node: unknown, fallback: Span): Span {
    const range = isScalar(node) || isCollection(node) || isAlias(node) ? node.range : null;
    return range && range[1] > range[0] ? { start: range[0], end: range[1] } : fallback;
  }
}

function emptyScalar(span: Span, path: string): ScalarNode {
  return { kind: 'scalar', span, path, value: null, text: '', style: 'plain', textStart: null };
}
