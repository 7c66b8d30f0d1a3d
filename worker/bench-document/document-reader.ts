import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { amountIn, type Parameter } from '../hardware/index.js';
import { suggest } from '../quantity/index.js';

export type Span = readonly [start: number, end: number];
export type Fail = (span: Span, message: string, hint: string) => void;

/** A line of a map: `name: value`. */
export type Entry = readonly [name: string, key: unknown, value: unknown];

/** Reads the parts of a YAML text. What is wrong is told at its place, and read as `null`. */
export class DocumentReader {
  constructor(readonly fail: Fail) {}

  /** Tells what is wrong; gives `null` so that it can be returned. */
  none(span: Span, message: string, hint: string): null {
    this.fail(span, message, hint);
    return null;
  }

  /** A number in the unit of what it is for, or a quantity as text; `null` when it is missing or wrong. */
  number(node: unknown, name: string, { unit, range }: Pick<Parameter, 'unit' | 'range'>, why = ''): number | null {
    if (node === undefined) return null;
    const example = `${name}: ${range[0]} to ${range[1]} ${unit}`.trim();
    const value = isScalar(node) ? node.value : null;
    let number: number;
    try {
      number = typeof value === 'number' ? value : amountIn(unit, value, `“${name}”`);
    } catch (error) {
      return this.none(spanOf(node), error instanceof Error ? error.message : String(error), example);
    }
    if (number >= range[0] && number <= range[1]) return number;
    const [least, most] = range.map((bound) => `${bound} ${unit}`.trim());
    return this.none(spanOf(node), `“${name}” cannot be ${`${number} ${unit}`.trim()}${why}.`, `It is at least ${least}, at most ${most}.`);
  }

  /** A text that has to be there. `whose` begins the sentence if it is not: `This device`. */
  text(map: YAMLMap, key: string, span: Span, whose: string, howTo: string): string | null {
    const node = map.get(key, true);
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
    if (node === undefined) return this.none(span, `${whose} has no ${key}.`, howTo);
    return this.none(spanOf(node), `“${key}” must be a text.`, 'Put it in quotes if it looks like something else.');
  }

  /** The items of a list; none when it is not there. `howTo` says how one is written. */
  list(map: YAMLMap, key: string, howTo: string, most = 200): readonly unknown[] {
    const node = map.get(key, true);
    if (isMissing(node)) return [];
    if (!isSeq(node)) {
      this.fail(spanOf(node), `“${key}” must be a list.`, howTo);
      return [];
    }
    if (node.items.length > most) this.fail(spanOf(node), `“${key}” has more than ${most} entries.`, 'Leave some out.');
    return node.items.slice(0, most);
  }

  /** A list of texts. */
  texts(map: YAMLMap, key: string, howTo: string): readonly (readonly [text: string, span: Span])[] {
    return this.list(map, key, howTo).flatMap((item) => {
      if (isScalar(item) && typeof item.value === 'string' && item.value !== '') return [[item.value, spanOf(item)] as const];
      this.fail(spanOf(item), `A text is needed here.`, howTo);
      return [];
    });
  }

  /** The lines of a map; none when it is not there. */
  entries(map: YAMLMap, key: string): readonly Entry[] {
    const node = map.get(key, true);
    if (isMissing(node)) return [];
    if (!isMap(node)) {
      this.fail(spanOf(node), `“${key}” must be lines of “name: value”.`, `Write them below “${key}:”, further right.`);
      return [];
    }
    this.checkTwice(node as YAMLMap);
    return (node.items as Pair[]).map(({ key: name, value }) => [isScalar(name) ? String(name.value) : '', name, value] as const);
  }

  /** No other keys than these, each once. */
  checkKeys(map: YAMLMap, known: readonly string[], where: string): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name)) this.fail(spanOf(key), `“${name}” is not known ${where}.`, oneOf(name, known));
    }
    this.checkTwice(map);
  }

  checkTwice({ items }: YAMLMap): void {
    const seen = new Set<unknown>();
    for (const { key } of items) {
      const name = isScalar(key) ? key.value : key;
      if (seen.has(name)) this.fail(spanOf(key), `“${String(name)}” appears twice.`, 'Remove one of the two.');
      seen.add(name);
    }
  }
}

/** A key that is not there, or has nothing behind it. */
function isMissing(node: unknown): boolean {
  return node === undefined || node === null || (isScalar(node) && node.value === null);
}

/** What a word was meant to be, or what there is. */
export function oneOf(name: string, known: readonly string[]): string {
  const near = suggest(name, known);
  return near === null ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`;
}

export function spanOf(node: unknown): Span {
  const { range } = (node ?? {}) as { range?: readonly [number, number, number] };
  return range ? [range[0], range[1]] : [0, 0];
}
