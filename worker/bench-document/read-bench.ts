import { type Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { BenchDescription, DeviceDescription } from '../../model/bench.js';
import type { Failure } from '../../model/failure.js';
import { InnerData } from '../data/index.js';
import { deviceTypes, type DeviceType } from '../hardware/index.js';
import { checkWiring } from './check-wiring.js';
import { DocumentReader, oneOf, type Span, spanOf } from './document-reader.js';
import { nameProblem } from './names.js';
import { readServices } from './read-services.js';

export type ReadBench =
  { readonly ok: true; readonly bench: BenchDescription } | { readonly ok: false; readonly failures: readonly Failure[] };

/** Bounds for documents that were made to hurt. */
const limits = { characters: 50_000, devices: 50 } as const;
/** °C in which people and instruments can work. */
const ambientRange = [-20, 60] as const;

const howTo = 'Write a list under “devices:”; each device begins with “- name: oven” and has “type: thermostat”.';
const notBuilt = ': no such device is built';

/** A device of the document, with where its parts stand. */
export interface WrittenDevice {
  readonly description: DeviceDescription;
  readonly type: DeviceType;
  readonly span: Span;
  /** Of each port that is joined: where the name of the other device stands. */
  readonly wires: ReadonlyMap<string, Span>;
}

/**
 * Reads the document of a bench: `ambient`, a list of `devices`, each with a name, a type, and if need be a label, parameters and
 * wiring, and what `services` there are. All that is wrong is told at its place; a bench that was read can be built.
 */
export function readBench(text: string): ReadBench {
  if (text.length > limits.characters)
    return {
      ok: false,
      failures: [
        {
          ...failure(`The bench is described in more than ${limits.characters} characters.`, 'Shorten it.'),
          place: { file: 'bench', line: 1, column: 1 },
        },
      ],
    };
  const inner = new InnerData(text, 'bench');
  const parsed = inner.parse();
  if (!parsed.ok) return { ok: false, failures: parsed.failures.map((one) => ({ hint: howTo, ...one })) };
  const failures: Failure[] = [];
  const reader = new DocumentReader(([start, end], message, hint) =>
    failures.push({ ...failure(message, hint), place: inner.range({ start, end: Math.max(start + 1, end) }) }),
  );
  const bench = new BenchReader(reader, parsed.document, (written) => inner.hasExpression(written)).bench();
  return failures.length > 0 ? { ok: false, failures } : { ok: true, bench };
}

function failure(message: string, hint: string): Failure {
  return { kind: 'data', name: 'BenchError', message, hint };
}

class BenchReader {
  constructor(
    private readonly reader: DocumentReader,
    private readonly document: Document.Parsed,
    private readonly hasExpression: (text: string) => boolean,
  ) {}

  bench(): BenchDescription {
    const { reader } = this;
    const { contents } = this.document;
    const bench = { name: 'bench.yaml', label: 'bench.yaml', summary: 'The bench that is described in the text bench.yaml.', devices: [] };
    if (!isMap(contents)) {
      reader.fail(spanOf(contents), 'The bench has no devices.', howTo);
      return bench;
    }
    const map = contents as YAMLMap;
    reader.checkKeys(map, ['devices', 'ambient', 'services'], 'in the description of a bench');
    const ambient = reader.number(map.get('ambient', true), 'ambient', { unit: 'degC', range: ambientRange }, notBuilt);
    const services = readServices(reader, map, this.hasExpression);
    const list = map.get('devices', true);
    if (!isSeq(list) || list.items.length === 0) {
      reader.fail(spanOf(list ?? contents), 'The bench has no devices.', howTo);
      return bench;
    }
    if (list.items.length > limits.devices)
      reader.fail(spanOf(list), `The bench has more than ${limits.devices} devices.`, 'Leave some out.');
    const written: WrittenDevice[] = [];
    for (const item of list.items.slice(0, limits.devices)) {
      const device = this.#device(item, written);
      if (device !== null) written.push(device);
    }
    checkWiring(written, reader.fail);
    return {
      ...bench,
      ...(ambient === null ? {} : { environment: { ambient } }),
      devices: written.map(({ description }) => description),
      ...(services === null ? {} : { services }),
    };
  }

  #device(node: unknown, before: readonly WrittenDevice[]): WrittenDevice | null {
    const { reader } = this;
    const span = spanOf(node);
    if (!isMap(node)) return reader.none(span, 'A device is needed here.', howTo);
    const map = node as YAMLMap;
    reader.checkKeys(map, ['name', 'type', 'label', 'parameters', 'wiring'], 'in a device');
    const name = this.#text(map, 'name', span);
    if (name !== null) {
      const problem = before.some(({ description }) => description.name === name)
        ? { message: `There are two devices called ${name}.`, hint: 'Give each its own name.' }
        : nameProblem(name);
      if (problem !== null) reader.fail(spanOf(map.get('name', true)), problem.message, problem.hint);
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
    return this.reader.none(spanOf(map.get('type', true)), `There is no type of device “${name}”.`, oneOf(name, names));
  }

  #parameters(map: YAMLMap, { type, parameters = {} }: DeviceType): Record<string, number> {
    const values: Record<string, number> = {};
    const known = Object.keys(parameters);
    for (const [name, key, value] of this.reader.entries(map, 'parameters')) {
      const parameter = parameters[name];
      if (parameter === undefined) {
        this.reader.fail(
          spanOf(key),
          `A device of the type ${type} has no parameter “${name}”.`,
          known.length === 0 ? 'It has none.' : oneOf(name, known),
        );
        continue;
      }
      const number = this.reader.number(value ?? key, name, parameter, notBuilt);
      if (number !== null) values[name] = number;
    }
    return values;
  }

  #wires(map: YAMLMap, { type, ports = {} }: DeviceType): ReadonlyMap<string, { readonly to: string; readonly span: Span }> {
    const { reader } = this;
    const wires = new Map<string, { to: string; span: Span }>();
    const known = Object.keys(ports);
    for (const [name, key, value] of reader.entries(map, 'wiring')) {
      if (!known.includes(name)) {
        const hint = known.length === 0 ? 'It cannot be joined to anything.' : oneOf(name, known);
        reader.fail(spanOf(key), `A device of the type ${type} has no port “${name}”.`, hint);
      } else if (isScalar(value) && typeof value.value === 'string') wires.set(name, { to: value.value, span: spanOf(value) });
      else reader.fail(spanOf(value ?? key), `“${name}” must be the name of a device of this bench.`, `For example: ${name}: thermostat`);
    }
    return wires;
  }

  #text(map: YAMLMap, key: string, span: Span): string | null {
    return this.reader.text(map, key, span, 'This device', howTo);
  }
}
