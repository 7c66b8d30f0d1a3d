import type { Json } from '../../model/json.js';

/** Deeper than this a location is taken for one that contains itself. */
const deepest = 100;

/**
 * A location as JSON: plain data as it is, or what its `export()` returns, taken at once so that later changes do not leak in (semantics 2.1).
 * Raises `TypeError` naming the member that cannot be exported.
 */
export function exportLocation(location: unknown): Json {
  if (isRecord(location) && typeof location['export'] === 'function') {
    const exported: unknown = (location['export'] as () => unknown)();
    if (exported === undefined)
      throw new TypeError('The export() of the location returned nothing: it must return the location as plain data.');
    return plain(exported, 'location.export()', 0);
  }
  if (location === null || location === undefined) {
    throw new TypeError(`A location is plain data or an object with an export() method, not ${String(location)}.`);
  }
  return plain(location, 'location', 0);
}

/** A copy of a value as JSON. Raises `TypeError` with the path of the first member that is none. */
export function plain(value: unknown, path: string, depth: number): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return finite(value, path);
  if (!isRecord(value)) throw notPlain(path, `a ${typeof value}`);
  if (depth > deepest) throw new TypeError(`${path} cannot be exported: it is nested too deep, or contains itself.`);
  if (typeof value['toJSON'] === 'function') return plain((value['toJSON'] as () => unknown)(), path, depth + 1);
  if (Array.isArray(value)) return value.map((item: unknown, index) => plain(item, `${path}[${index}]`, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw notPlain(path, `a ${className(value)}`, ' Give the class an export() method that returns plain data.');
  }
  const copy: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) copy[key] = plain(value[key], `${path}.${key}`, depth + 1);
  }
  return copy;
}

function finite(value: number, path: string): number {
  if (!Number.isFinite(value)) throw notPlain(path, String(value));
  return value;
}

function notPlain(path: string, what: string, hint = ''): TypeError {
  return new TypeError(
    `${path} cannot be exported: it is ${what}, and only plain data (numbers, texts, booleans, null, lists, objects) can.${hint}`,
  );
}

function className(value: object): string {
  const constructor: unknown = (value as { constructor?: unknown }).constructor;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'class instance';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
