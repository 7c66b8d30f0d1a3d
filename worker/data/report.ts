import type { Failure } from '../../model/failure.js';
import { dimensionName, Quantity } from '../quantity/index.js';
import type { DataNode, Placed, Span } from './node.js';
import type { SourceText } from './source-text.js';

/** Something wrong with a piece of data. */
export interface Problem {
  readonly name: string;
  readonly message: string;
  readonly hint: string | null;
  readonly place: Placed;
  /** The data is of another kind altogether: another variant of a union may be meant. */
  readonly mismatch: boolean;
}

const mostFailures = 50;

/** Collects everything that is wrong with a document: the first problem does not hide the others. */
export class Report {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];

  /** The data is of the right kind but not acceptable. */
  problem(place: Placed, message: string, hint: string | null = null, name = 'DataError'): void {
    this.problems.push({ name, message, hint, place, mismatch: false });
  }

  /** The data is of another kind: `expected` completes "… is needed". */
  mismatch(node: DataNode, expected: string, hint: string | null = null): void {
    this.problems.push({ name: 'DataError', message: `${found(node)}; ${expected} is needed.`, hint, place: node, mismatch: true });
  }

  /** As `mismatch`, in other words. */
  misfit(place: Placed, message: string, hint: string | null): void {
    this.problems.push({ name: 'DataError', message, hint, place, mismatch: true });
  }

  warning(place: Placed, message: string, hint: string | null = null): void {
    this.warnings.push({ name: 'DataWarning', message, hint, place, mismatch: false });
  }

  include(other: Report): void {
    this.problems.push(...other.problems);
    this.warnings.push(...other.warnings);
  }
}

/** Problems as plain data, in the order of the text: with a range where there is a text, else with the path in front of the message. */
export function failuresOf(problems: readonly Problem[], source: SourceText | null): readonly Failure[] {
  const inOrder = [...problems].sort((one, other) => (one.place.span?.start ?? 0) - (other.place.span?.start ?? 0));
  const failures = inOrder.slice(0, mostFailures).map((problem) => failureOf(problem, source));
  const more = problems.length - mostFailures;
  if (more > 0)
    failures.push({
      kind: 'data',
      name: 'DataError',
      message: `There are ${more} more problems of this kind.`,
      hint: 'Correct the ones above first.',
    });
  return failures;
}

function failureOf({ name, message, hint, place }: Problem, source: SourceText | null): Failure {
  const range = source && place.span ? source.range(place.span) : null;
  return {
    kind: 'data',
    name,
    message: range === null && place.path !== '' ? `${place.path}: ${message}` : message,
    ...(hint === null ? {} : { hint }),
    ...(range === null ? {} : { place: range }),
  };
}

/** What stands there, as the beginning of a sentence. */
function found(node: DataNode): string {
  if (node.kind === 'list') return 'A list stands here';
  if (node.kind !== 'scalar') return 'A group of keys stands here';
  const { value } = node;
  if (value === null) return 'Nothing is given here';
  if (value instanceof Quantity) return `${value.toString()} is ${dimensionName(value.dimension)}`;
  if (typeof value === 'boolean') return `${value} is a truth value`;
  if (typeof value === 'number') return `${shortened(node.text)} is a number`;
  return value === '' ? 'The text is empty' : `“${shortened(value)}” is text`;
}

/** Text for a sentence, cut when it is long. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The place of a part of a scalar's text: exact where the text stands letter by letter in the document. */
export function partOf(node: DataNode, offset: number | null, length: number): Placed {
  if (node.kind !== 'scalar' || node.textStart === null || offset === null) return node;
  const span: Span = { start: node.textStart + offset, end: node.textStart + offset + length };
  return { span, path: node.path };
}
