import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Failure } from '../../model/failure.js';
import type { Range } from '../../model/place.js';
import { checkValue, InnerData, QuantityType } from '../data/index.js';
import type { Block, ProcessBlock, Protocol } from './block.js';

export type ReadProtocol =
  { readonly ok: true; readonly protocol: Protocol } | { readonly ok: false; readonly failures: readonly Failure[] };

/** Bounds for documents that were made to hurt. */
const limits = { characters: 100_000, depth: 20, steps: 1000, rounds: 1_000_000 } as const;

/** Seconds, where the protocol does not say: longer than a checkpoint usually is away, shorter than a person waits without asking. */
const defaultGrace = 30;

const graceType = new QuantityType('second', { min: '0 s' });

const kinds = ['process', 'sequence', 'parallel', 'repeat'] as const;
const howTo = 'A step is written “process: name” with “data: …”, or “sequence:”, “parallel:” or “repeat: 3” with “steps:”.';

/**
 * Reads a protocol: a YAML list of steps, one after the other, each a process, a sequence, a parallel or a repeat; or `steps:` with
 * that list beside `grace:`. The data of a step is read as a data document, in its place. All that is wrong is told at its place.
 */
export function readProtocol(text: string): ReadProtocol {
  if (text.length > limits.characters) return refused(`The protocol is longer than ${limits.characters} characters.`, 'Shorten it.');
  const inner = new InnerData(text, 'protocol');
  const parsed = inner.parse();
  if (!parsed.ok) {
    const hint = 'Entries of one list begin in the same column.';
    return { ok: false, failures: parsed.failures.map((failure) => ({ hint, ...failure })) };
  }
  const reader = new Reader(parsed.document, inner);
  const protocol = reader.protocol();
  return reader.failures.length > 0 || protocol === null ? { ok: false, failures: reader.failures } : { ok: true, protocol };
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
    private readonly inner: InnerData,
  ) {}

  protocol(): Protocol | null {
    const { contents } = this.document;
    if (!isMap(contents)) return this.#protocol(contents, contents, defaultGrace);
    for (const pair of contents.items as Pair[]) this.#checkKey(pair, ['steps', 'grace'], 'in a protocol');
    this.#checkTwice(contents as YAMLMap);
    return this.#protocol(contents.get('steps', true), contents, this.#grace(contents as YAMLMap));
  }

  #protocol(list: unknown, around: unknown, grace: number): Protocol | null {
    const span = spanOf(list ?? around);
    if (!isSeq(list) || list.items.length === 0)
      return this.#none(span, 'The protocol has no steps.', `Write a list: each step begins with “- ”. ${howTo}`);
    const children = this.#list(list, 0);
    return { root: { kind: 'sequence', name: null, stable: true, range: this.#range(span), children }, grace };
  }

  #fail(span: Span, message: string, hint: string): void {
    this.failures.push({ kind: 'data', name: 'ProtocolError', message, hint, place: this.#range(span) });
  }

  #range([start, end]: Span): Range {
    return this.inner.range({ start, end: Math.max(start + 1, end) });
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
    for (const pair of map.items) this.#checkKey(pair, known, 'in this step');
    this.#checkTwice(map);
    const common = { name: this.#text(map, 'name'), range: this.#range(span) };
    if (kind === 'process') {
      const data = this.#data(map);
      return data && { ...common, kind, process: this.#text(map, 'process'), ...data };
    }
    const children = this.#children(map, kind === 'repeat' ? 'steps' : kind, span, depth);
    const stable = this.#flag(map, 'stable');
    if (kind === 'repeat') return { ...common, kind, stable, children: asOne(children), count: this.#count(map) };
    return { ...common, kind, stable, children };
  }

  #none(span: Span, message: string, hint: string): null {
    this.#fail(span, message, hint);
    return null;
  }

  #checkKey({ key }: Pair, known: readonly string[], where: string): void {
    const name = isScalar(key) ? String(key.value) : '';
    if (!known.includes(name)) this.#fail(spanOf(key), `“${name}” is not known ${where}.`, `There are: ${known.join(', ')}.`);
  }

  #checkTwice({ items }: YAMLMap): void {
    const seen = new Set<unknown>();
    for (const { key } of items) {
      const name = isScalar(key) ? key.value : key;
      if (seen.has(name)) this.#fail(spanOf(key), `“${String(name)}” appears twice.`, 'Remove one of the two.');
      seen.add(name);
    }
  }

  /** The data of a step, read as a data document. What is missing is marked at the step itself. */
  #data(map: YAMLMap): Pick<ProcessBlock, 'data' | 'dataText'> | null {
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === 'data') ?? map.items[0];
    const [start, end] = spanOf(pair?.key);
    const node = map.get('data', true);
    const read = this.inner.read(node, { start, end });
    if (read.ok) return { data: read.document, dataText: this.inner.textOf(node) };
    this.failures.push(...read.failures);
    return null;
  }

  #grace(map: YAMLMap): number {
    const node = map.get('grace', true);
    if (node === undefined) return defaultGrace;
    const checked = checkValue(graceType, isScalar(node) ? (node.value as string) : '');
    if (checked.ok) return checked.value.value;
    const [problem] = checked.problems;
    this.#fail(spanOf(node), `“grace” must be a duration. ${problem?.message ?? ''}`.trim(), 'For example: grace: 2 min');
    return defaultGrace;
  }

  #children(map: YAMLMap, key: string, span: Span, depth: number): Block[] {
    const node = map.get(key, true);
    const children = this.#list(node, depth + 1);
    if (!isSeq(node) || node.items.length === 0)
      this.#fail(node === undefined ? span : spanOf(node), `“${key}” needs a list of steps.`, `Each step begins with “- ”. ${howTo}`);
    return children;
  }

  #text(map: YAMLMap, key: string): string | null {
    const node = map.get(key, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return null;
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '' && !this.inner.hasExpression(node.value)) return node.value;
    this.#fail(spanOf(node), `“${key}” must be a text.`, 'Put it in quotes if it looks like something else.');
    return null;
  }

  #flag(map: YAMLMap, key: string): boolean {
    const node = map.get(key, true);
    if (node === undefined) return false;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.#fail(spanOf(node), `“${key}” must be true or false.`, 'Errors inside a stable step leave the rest of the protocol alone.');
    return false;
  }

  #count(map: YAMLMap): number | null {
    const node = map.get('repeat', true);
    const value = isScalar(node) ? node.value : undefined;
    if (value === 'forever') return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limits.rounds) return value;
    this.#fail(spanOf(node), '“repeat” must be a number of rounds, or forever.', `Whole numbers up to ${limits.rounds}: repeat: 3`);
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
