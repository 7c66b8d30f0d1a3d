import type { Document, Node } from 'yaml';
import type { Failure } from '../../model/failure.js';
import type { Place, Range } from '../../model/place.js';
import { DataDocument } from './data-document.js';
import { type CoveredText, coverExpressions } from './find-expressions.js';
import type { Span } from './node.js';
import { parseCovered, readNode } from './read-yaml.js';
import { failuresOf, Report } from './report.js';
import { SourceText } from './source-text.js';
import type { ReadData } from './read-data.js';

/**
 * A YAML text of which some values are data, each read as a data document is, in its place: expressions, quantities, names
 * with & and the sentences about what is wrong are the same, and every range is one of this text.
 */
export class InnerData {
  readonly #covered: CoveredText;
  readonly #source: SourceText;
  readonly #named = new Map<string, Node>();

  constructor(
    readonly text: string,
    file: Place['file'],
  ) {
    this.#covered = coverExpressions(text);
    this.#source = new SourceText(text, file);
  }

  /** The text as YAML, its expressions covered. */
  parse(): { readonly ok: true; readonly document: Document.Parsed } | { readonly ok: false; readonly failures: readonly Failure[] } {
    const report = new Report();
    const document = this.#guarded(report, () => parseCovered(this.text, this.#covered, report));
    return document === null ? { ok: false, failures: failuresOf(report.problems, this.#source) } : { ok: true, document };
  }

  /** One value as data; `key` is what an empty one is marked by. To be read in the order of the text: a name counts after its value. */
  read(node: unknown, key: Span): ReadData {
    const report = new Report();
    const root = this.#guarded(report, () => readNode(node, key, this.text, this.#covered, report, this.#named));
    if (root === null || report.problems.length > 0) return { ok: false, failures: failuresOf(report.problems, this.#source) };
    return { ok: true, document: new DataDocument(root, this.#source, report.warnings) };
  }

  range(span: Span): Range {
    return this.#source.range(span);
  }

  /** What was written for a value, moved to the left so that it can stand alone. */
  textOf(node: unknown): string {
    const { range } = (node ?? {}) as Partial<Node>;
    if (!range) return '';
    const [start, end] = range;
    const column = start - (this.text.lastIndexOf('\n', start - 1) + 1);
    return this.text.slice(start, end).replaceAll(new RegExp(`(?<=\n) {1,${column}}`, 'g'), '');
  }

  /** Whether an expression is part of a text of the YAML. */
  hasExpression(text: string): boolean {
    return text.includes(this.#covered.mark);
  }

  #guarded<T>(report: Report, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      report.problem({ span: { start: 0, end: 1 }, path: '' }, 'The text is nested too deeply.', 'Write it in a simpler way.');
      return null;
    }
  }
}
