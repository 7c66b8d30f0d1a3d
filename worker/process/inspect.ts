import { safely } from './safely.js';

/** Longer texts are cut. */
const longest = 500;

/** A value on one line as one would write it: texts in quotes, errors and class instances by name. Of bounded length; raises nothing. */
export function inspect(value: unknown, depth = 2): string {
  return cut(written(value, depth), longest);
}

/** At most `length` characters of a text, with an ellipsis where it was cut. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** Looking at an object runs code of the process, which may raise: that spoils this value only, not the list around it. */
function written(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(cut(value, longest));
    case 'bigint':
      return `${value}n`;
    case 'function':
      return safely(() => String(value.name), '') || 'a function';
    case 'object':
      return value === null ? 'null' : safely(() => writtenObject(value, depth), 'an object');
    default:
      return String(value);
  }
}

function writtenObject(value: object, depth: number): string {
  if (value instanceof Error) return `${value.name}(${value.message === '' ? '' : quoted(value.message)})`;
  if (Array.isArray(value)) {
    if (depth === 0) return '[…]';
    return `[${value
      .slice(0, 20)
      .map((item: unknown) => written(item, depth - 1))
      .join(', ')}${value.length > 20 ? ', …' : ''}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return writtenInstance(value);
  if (depth === 0) return '{…}';
  const members = Object.entries(value)
    .slice(0, 20)
    .map(([key, member]) => `${/^[\p{L}$_][\p{L}\p{N}$_]*$/u.test(key) ? key : quoted(key)}: ${written(member, depth - 1)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** What an object says of itself, or the name of its class. */
function writtenInstance(value: object): string {
  const name = value.constructor.name;
  const text = Object.prototype.toString !== value.toString ? String(value) : '';
  if (text === '' || text.startsWith('[object ')) return name === '' ? 'an object' : `${name} {…}`;
  return text;
}

/** In single quotes, or in double ones if that saves a backslash, as Python does. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
  return `${quote}${quote === "'" ? escaped.replace(/'/g, "\\'") : escaped}${quote}`;
}
