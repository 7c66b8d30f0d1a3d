import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { BenchDescription, DeviceDescription } from '../../model/bench.js';
import type { Failure } from '../../model/failure.js';
import { InnerData } from '../data/index.js';
import { amountIn, deviceTypes, type DeviceType, type Parameter } from '../hardware/index.js';
import { suggest } from '../quantity/index.js';
import { checkWiring } from './check-wiring.js';
import { nameProblem } from './names.js';

export type ReadBench =
  { readonly ok: true; readonly bench: BenchDescription } | { readonly ok: false; readonly failures: readonly Failure[] };

/** Bounds for documents that were made to hurt. */
const limits = { characters: 50_000, devices: 50 } as const;
/** °C in which people and instruments can work. */
const ambientRange = [-20, 60] as const;

const howTo = 'Write a list under “devices:”; each device begins with “- name: oven” and has “type: thermostat”.';

export type Span = readonly [start: number, end: number];

/** A device of the document, with where its parts stand. */
export interface WrittenDevice {
  readonly description: DeviceDescription;
  readonly type: DeviceType;
  readonly span: Span;
  /** Of each port that is joined: where the name of the other device stands. */
  readonly wires: ReadonlyMap<string, Span>;
}

export type Fail = (span: Span, message: string, hint: string) => void;

/**
 * Reads the document of a bench: `ambient` and a list of `devices`, each with a name, a type, and if need be a label, parameters and
 * wiring. All that is wrong is told at its place; a bench that was read can be built.
 */
export function readBench(text: string): ReadBench {
  if (text.length > limits.characters)
    return { ok: false, failures: [failure(`The bench is described in more than ${limits.characters} characters.`, 'Shorten it.')] };
  const inner = new InnerData(text, 'bench');
  const parsed = inner.parse();
  if (!parsed.ok) return { ok: false, failures: parsed.failures.map((one) => ({ hint: howTo, ...one })) };
  const failures: Failure[] = [];
  const reader = new Reader(parsed.document, ([start, end], message, hint) =>
    failures.push({ ...failure(message, hint), place: inner.range({ start, end: Math.max(start + 1, end) }) }),
  );
  const bench = reader.bench();
  return failures.length > 0 ? { ok: false, failures } : { ok: true, bench };
}

function failure(message: string, hint: string): Failure {
  return { kind: 'data', name: 'BenchError', message, hint };
}

class Reader {
  constructor(
    private readonly document: Document.Parsed,
    private readonly fail: Fail,
  ) {}

  bench(): BenchDescription {
    const { contents } = this.document;
    const bench = { name: 'bench.yaml', label: 'bench.yaml', summary: 'The bench that is described in the text bench.yaml.', devices: [] };
    if (!isMap(contents)) {
      this.fail(spanOf(contents), 'The bench has no devices.', howTo);
      return bench;
    }
    this.#checkKeys(contents as YAMLMap, ['devices', 'ambient'], 'in the description of a bench');
    const ambient = this.#number(contents.get('ambient', true), 'ambient', { unit: 'degC', range: ambientRange });
    const list = contents.get('devices', true);
    if (!isSeq(list) || list.items.length === 0) {
      this.fail(spanOf(list ?? contents), 'The bench has no devices.', howTo);
      return bench;
    }
    if (list.items.length > limits.devices)
      this.fail(spanOf(list), `The bench has more than ${limits.devices} devices.`, 'Leave some out.');
    const written: WrittenDevice[] = [];
    for (const item of list.items.slice(0, limits.devices)) {
      const device = this.#device(item, written);
      if (device !== null) written.push(device);
    }
    checkWiring(written, this.fail);
    return { ...bench, ...(ambient === null ? {} : { environment: { ambient } }), devices: written.map(({ description }) => description) };
  }

  #device(node: unknown, before: readonly WrittenDevice[]): WrittenDevice | null {
    const span = spanOf(node);
    if (!isMap(node)) return this.#none(span, 'A device is needed here.', howTo);
    const map = node as YAMLMap;
    this.#checkKeys(map, ['name', 'type', 'label', 'parameters', 'wiring'], 'in a device');
    const name = this.#text(map, 'name', span);
    if (name !== null) {
      const problem = before.some(({ description }) => description.name === name)
        ? { message: `There are two devices called ${name}.`, hint: 'Give each its own name.' }
        : nameProblem(name);
      if (problem !== null) this.fail(spanOf(map.get('name', true)), problem.message, problem.hint);
    }
    const type = this.#type(map, span);
    if (name === null || type === null) return null;
    const wires = this.#wires(map, type);
    const label = map.has('label') ? this.#text(map, 'label', span) : null;
    const description = {
      name,
      type: type.type,
      ...(label === null ? {} : { label }),
      parameters: this.#parameters(map, type),
      wiring: Object.fromEntries([...wires].map(([port, { to }]) => [port, to])),
    };
    return { description, type, span, wires: new Map([...wires].map(([port, { span }]) => [port, span])) };
  }

  #type(map: YAMLMap, span: Span): DeviceType | null {
    const name = this.#text(map, 'type', span);
    if (name === null) return null;
    const found = deviceTypes.find(({ type }) => type === name);
    if (found !== undefined) return found;
    const names = deviceTypes.map(({ type }) => type);
    return this.#none(spanOf(map.get('type', true)), `There is no type of device “${name}”.`, oneOf(name, names));
  }

  #parameters(map: YAMLMap, { type, parameters = {} }: DeviceType): Record<string, number> {
    const values: Record<string, number> = {};
    const known = Object.keys(parameters);
    for (const [name, key, value] of this.#entries(map, 'parameters')) {
      const parameter = parameters[name];
      if (parameter === undefined) {
        this.fail(
          spanOf(key),
          `A device of the type ${type} has no parameter “${name}”.`,
          known.length === 0 ? 'It has none.' : oneOf(name, known),
        );
        continue;
      }
      const number = this.#number(value ?? key, name, parameter);
      if (number !== null) values[name] = number;
    }
    return values;
  }

  #wires(map: YAMLMap, { type, ports = {} }: DeviceType): ReadonlyMap<string, { readonly to: string; readonly span: Span }> {
    const wires = new Map<string, { to: string; span: Span }>();
    const known = Object.keys(ports);
    for (const [name, key, value] of this.#entries(map, 'wiring')) {
      if (!known.includes(name)) {
        const hint = known.length === 0 ? 'It cannot be joined to anything.' : oneOf(name, known);
        this.fail(spanOf(key), `A device of the type ${type} has no port “${name}”.`, hint);
      } else if (isScalar(value) && typeof value.value === 'string') wires.set(name, { to: value.value, span: spanOf(value) });
      else this.fail(spanOf(value ?? key), `“${name}” must be the name of a device of this bench.`, `For example: ${name}: thermostat`);
    }
    return wires;
  }

  #entries(map: YAMLMap, key: string): readonly (readonly [name: string, key: unknown, value: unknown])[] {
    const node = map.get(key, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isMap(node)) {
      this.fail(spanOf(node), `“${key}” must be lines of “name: value”.`, `Write them below “${key}:”, further right.`);
      return [];
    }
    this.#checkTwice(node as YAMLMap);
    return (node.items as Pair[]).map(({ key: name, value }) => [isScalar(name) ? String(name.value) : '', name, value] as const);
  }

  /** A number in the unit of what it is for, or a quantity as text; `null` when it is missing or wrong. */
  #number(node: unknown, name: string, { unit, range }: Pick<Parameter, 'unit' | 'range'>): number | null {
    if (node === undefined) return null;
    const example = `${name}: ${range[0]} to ${range[1]} ${unit}`.trim();
    const value = isScalar(node) ? node.value : null;
    let number: number;
    try {
      number = typeof value === 'number' ? value : amountIn(unit, value, `“${name}”`);
    } catch (error) {
      return this.#none(spanOf(node), error instanceof Error ? error.message : String(error), example);
    }
    if (number >= range[0] && number <= range[1]) return number;
    return this.#none(spanOf(node), `“${name}” cannot be ${`${number} ${unit}`.trim()}: no such device is built.`, `It is from ${example}`);
  }

  #text(map: YAMLMap, key: string, span: Span): string | null {
    const node = map.get(key, true);
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
    if (node === undefined) return this.#none(span, `This device has no ${key}.`, howTo);
    return this.#none(spanOf(node), `“${key}” must be a text.`, 'Put it in quotes if it looks like something else.');
  }

  #checkKeys(map: YAMLMap, known: readonly string[], where: string): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name)) this.fail(spanOf(key), `“${name}” is not known ${where}.`, oneOf(name, known));
    }
    this.#checkTwice(map);
  }

  #checkTwice({ items }: YAMLMap): void {
    const seen = new Set<unknown>();
    for (const { key } of items) {
      const name = isScalar(key) ? key.value : key;
      if (seen.has(name)) this.fail(spanOf(key), `“${String(name)}” appears twice.`, 'Remove one of the two.');
      seen.add(name);
    }
  }

  #none(span: Span, message: string, hint: string): null {
    this.fail(span, message, hint);
    return null;
  }
}

function oneOf(name: string, known: readonly string[]): string {
  const near = suggest(name, known);
  return near === null ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`;
}

function spanOf(node: unknown): Span {
  const { range } = (node ?? {}) as { range?: readonly [number, number, number] };
  return range ? [range[0], range[1]] : [0, 0];
}
