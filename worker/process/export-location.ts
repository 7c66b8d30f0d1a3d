import type { Json } from '../../model/json.js';
import { inspect } from './inspect.js';

/** Deeper than this a location is taken for one that contains itself. */
const deepest = 100;
/** Values and characters of a location altogether: what can be shown, sent and kept many times a second. */
const largest = 1_000_000;

/**
 * A location as JSON: plain data as it is, or what its `export()` returns, taken at once so that later changes do not leak in (semantics 2.1).
 * Raises `TypeError` naming the member that cannot be exported, and whatever code of the process raises that it calls.
 */
export function exportLocation(location: unknown): Json {
  if (location === null || location === undefined)
    throw new TypeError(`A location is plain data or an object with an export() method, not ${String(location)}.`);
  return plain(location, 'location');
}

/** A copy of a value as JSON; `name` is what it is called in messages. Raises `TypeError` with the path of the first member that is none. */
export function plain(value: unknown, name: string): Json {
  return new Export(name).copy(value, name, 0);
}

class Export {
  #size = 0;

  constructor(private readonly name: string) {}

  copy(value: unknown, path: string, depth: number): Json {
    this.#count(1);
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') return this.#text(value);
    // JSON has no minus zero.
    if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
    if (typeof value !== 'object') throw notPlain(path, inspect(value));
    if (depth > deepest) throw new TypeError(`The ${this.name} cannot be exported: it is nested too deep, or contains itself.`);
    const object = value as Readonly<Record<string, unknown>>;
    const { export: ownExport, toJSON } = object;
    if (typeof ownExport === 'function') return this.#exported(ownExport.call(object), `${path}.export()`, depth);
    if (typeof toJSON === 'function') return this.copy(toJSON.call(object), path, depth + 1);
    if (Array.isArray(value)) return Array.from(this.#counted(value), (item, index) => this.copy(item, `${path}[${index}]`, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
      throw notPlain(path, `${inspect(value)}`, ' Give the class an export() method that returns plain data.');
    return this.#members(object, path, depth);
  }

  /** Written for speed: a process may send its location many thousand times a second. */
  #members(object: Readonly<Record<string, unknown>>, path: string, depth: number): Json {
    const copy: Record<string, Json> = {};
    for (const key of Object.keys(object)) {
      const member = object[key];
      if (member === undefined) continue;
      const value = this.copy(member, `${path}.${this.#text(key)}`, depth + 1);
      // Assigning this one would set the prototype instead.
      if (key === '__proto__') Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
      else copy[key] = value;
    }
    return copy;
  }

  #exported(value: unknown, path: string, depth: number): Json {
    if (value === undefined) throw new TypeError(`${path} returned nothing: it must return plain data.`);
    return this.copy(value, path, depth + 1);
  }

  #counted(list: readonly unknown[]): readonly unknown[] {
    this.#count(list.length);
    return list;
  }

  #text(text: string): string {
    this.#count(text.length);
    return text;
  }

  #count(size: number): void {
    this.#size += size;
    if (this.#size > largest)
      throw new TypeError(`The ${this.name} is too large: more than ${largest.toLocaleString('en')} values and characters.`);
  }
}

function notPlain(path: string, what: string, hint = ''): TypeError {
  return new TypeError(
    `${path} cannot be exported: it is ${what}, and only plain data (numbers, texts, booleans, null, lists, objects) can.${hint}`,
  );
}
