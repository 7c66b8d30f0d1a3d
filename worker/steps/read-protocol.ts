import { type Document, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Failure } from '../../model/failure.js';
import type { Json } from '../../model/json.js';
import type { Range } from '../../model/place.js';
import type { DataInput } from '../../model/requests.js';
import { yamlSentence } from '../data/index.js';
import type { Block } from './block.js';

export type ReadProtocol = { readonly ok: true; readonly root: Block } | { readonly ok: false; readonly failures: readonly Failure[] };

/** Bounds for documents that were made to hurt. */
const limits = { characters: 100_000, depth: 20, steps: 1000, rounds: 1_000_000 } as const;

const kinds = ['process', 'sequence', 'parallel', 'repeat'] as const;
const howTo = 'A step is written “process: name” with “data: …”, or “sequence:”, “parallel:” or “repeat: 3” with “steps:”.';

/**
 * Reads a protocol: a YAML list of steps, one after the other, each a process, a sequence, a parallel or a repeat. All that is
 * wrong is told at its place.
 */
export function readProtocol(text: string): ReadProtocol {
  if (text.length > limits.characters) return refused(`The protocol is longer than ${limits.characters} characters.`, 'Shorten it.');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error', schema: 'core' });
  const reader = new Reader(document, lines);
  const [error] = document.errors;
  if (error) {
    const { message, hint } = yamlSentence(error);
    reader.fail(error.pos, message, hint ?? 'Entries of one list begin in the same column.', 'SyntaxError');
    return { ok: false, failures: reader.failures };
  }
  const root = reader.root();
  return reader.failures.length > 0 || root === null ? { ok: false, failures: reader.failures } : { ok: true, root };
}

function refused(message: string, hint: string): ReadProtocol {
  return { ok: false, failures: [{ kind: 'data', name: 'ProtocolError', message, hint }] };
}

type Span = readonly [start: number, end: number];

class Reader {
  readonly failures: Failure[] = [];
  #steps = 0;

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  root(): Block | null {
    const { contents } = this.document;
    const span: Span = [contents?.range[0] ?? 0, contents?.range[1] ?? 0];
    if (!isSeq(contents) || contents.items.length === 0) {
      this.fail(span, 'The protocol has no steps.', `Write a list: each step begins with “- ”. ${howTo}`);
      return null;
    }
    return { kind: 'sequence', name: null, stable: true, range: this.range(span), children: this.#list(contents, 0) };
  }

  fail([start, end]: Span, message: string, hint: string, name = 'ProtocolError'): void {
    this.failures.push({ kind: 'data', name, message, hint, place: this.range([start, end]) });
  }

  range([from, to]: Span): Range {
    const start = this.lines.linePos(from);
    const end = this.lines.linePos(Math.max(from + 1, to));
    return { file: 'protocol', line: start.line, column: start.col, endLine: end.line, endColumn: end.col };
  }

  #list(node: unknown, depth: number): Block[] {
    if (!isSeq(node)) return [];
    return node.items.map((item) => this.#block(item, depth)).filter((block) => block !== null);
  }

  #block(node: unknown, depth: number): Block | null {
    const span = spanOf(node);
    if (!isMap(node)) return this.#none(span, 'A step is needed here.', howTo);
    if (depth > limits.depth) return this.#none(span, `The steps are nested more than ${limits.depth} levels deep.`, 'Write them flatter.');
    if (++this.#steps > limits.steps) return this.#none(span, `The protocol has more than ${limits.steps} steps.`, 'Use repeat.');
    const map = node as YAMLMap;
    const present = kinds.filter((kind) => map.has(kind));
    const kind = present[0] ?? (map.has('data') ? 'process' : null);
    if (kind === null || present.length > 1) {
      const what = kind === null ? 'This step does not say what it is.' : `This step is two things at once: ${present.join(' and ')}.`;
      return this.#none(span, what, howTo);
    }
    const known = {
      process: ['process', 'data', 'name'],
      sequence: ['sequence', 'name', 'stable'],
      parallel: ['parallel', 'name', 'stable'],
      repeat: ['repeat', 'steps', 'name', 'stable'],
    }[kind];
    for (const pair of map.items) this.#checkKey(pair, known);
    const common = { name: this.#text(map, 'name'), range: this.range(span) };
    if (kind === 'process') return { ...common, kind, process: this.#text(map, 'process'), data: dataOf(map) };
    const children = this.#children(map, kind === 'repeat' ? 'steps' : kind, span, depth);
    const stable = this.#flag(map, 'stable');
    if (kind === 'repeat') return { ...common, kind, stable, children: asOne(children), count: this.#count(map) };
    return { ...common, kind, stable, children };
  }

  #none(span: Span, message: string, hint: string): null {
    this.fail(span, message, hint);
    return null;
  }

  #checkKey({ key }: Pair, known: readonly string[]): void {
    const name = isScalar(key) ? String(key.value) : '';
    if (!known.includes(name)) this.fail(spanOf(key), `“${name}” is not known in this step.`, `There are: ${known.join(', ')}.`);
  }

  #children(map: YAMLMap, key: string, span: Span, depth: number): Block[] {
    const node = map.get(key, true);
    const children = this.#list(node, depth + 1);
    if (!isSeq(node) || node.items.length === 0)
      this.fail(node === undefined ? span : spanOf(node), `“${key}” needs a list of steps.`, `Each step begins with “- ”. ${howTo}`);
    return children;
  }

  #text(map: YAMLMap, key: string): string | null {
    const node = map.get(key, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return null;
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '') return node.value;
    this.fail(spanOf(node), `“${key}” must be a text.`, 'Put it in quotes if it looks like something else.');
    return null;
  }

  #flag(map: YAMLMap, key: string): boolean {
    const node = map.get(key, true);
    if (node === undefined) return false;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.fail(spanOf(node), `“${key}” must be true or false.`, 'Errors inside a stable step leave the rest of the protocol alone.');
    return false;
  }

  #count(map: YAMLMap): number | null {
    const node = map.get('repeat', true);
    const value = isScalar(node) ? node.value : undefined;
    if (value === 'forever') return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limits.rounds) return value;
    this.fail(spanOf(node), '“repeat” must be a number of rounds, or forever.', `Whole numbers up to ${limits.rounds}: repeat: 3`);
    return 0;
  }
}

/** What is repeated is one step: several are a sequence. */
function asOne(steps: readonly Block[]): readonly Block[] {
  const [first, ...more] = steps;
  return first === undefined || more.length === 0
    ? steps
    : [{ kind: 'sequence', name: null, range: first.range, stable: false, children: steps }];
}

function spanOf(node: unknown): Span {
  const { range } = (node ?? {}) as { range?: readonly [number, number, number] };
  return range ? [range[0], range[1]] : [0, 0];
}

/** A text is read as a data document is, so that quantities and expressions work; anything else is data already. */
function dataOf(map: YAMLMap): DataInput {
  const node = map.get('data', true);
  const value = (isScalar(node) ? node.value : ((node as { toJSON?: () => unknown } | undefined)?.toJSON?.() ?? null)) as Json;
  return typeof value === 'string' ? { text: value } : { value };
}
