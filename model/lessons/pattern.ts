import type { TraceEvent } from '../events.js';
import type { Json } from '../json.js';
import type { Pattern, Range } from './check.js';

/** Whether an event is one that the pattern means. */
export function matches(event: TraceEvent, pattern: Pattern): boolean {
  return Object.entries(pattern).every(([member, wanted]) =>
    member === 'mode' && event.event === 'state'
      ? wanted === event.mode || (event.form !== undefined && wanted === event.form)
      : fits((event as unknown as Readonly<Record<string, Json | undefined>>)[member], wanted),
  );
}

/** Whether a value is one that is wanted: texts between slashes are regular expressions, `{min, max}` a range, objects need what is wanted only. */
export function fits(value: Json | undefined, wanted: Json): boolean {
  if (typeof wanted === 'string') return typeof value === 'string' && (expressionOf(wanted)?.test(value) ?? value === wanted);
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (isRange(wanted) && typeof value === 'number') return within(value, wanted);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(wanted)) return Array.isArray(value) && value.length === wanted.length && wanted.every((one, i) => fits(value[i], one));
  if (Array.isArray(value)) return false;
  return Object.entries(wanted).every(([member, inner]) => fits((value as Readonly<Record<string, Json>>)[member], inner as Json));
}

/** Whether a number lies in a range, both ends included. */
export function within(value: number, { min = -Infinity, max = Infinity }: Range): boolean {
  return value >= min && value <= max;
}

/** The regular expression that stands between the slashes of a text; `null`: it is a plain text. Raises `SyntaxError`. */
export function expressionOf(text: string): RegExp | null {
  const [, source] = /^\/(.+)\/$/s.exec(text) ?? [];
  return source === undefined ? null : new RegExp(source, 'su');
}

const isRange = (wanted: object): wanted is Range => {
  const members = Object.keys(wanted);
  return members.length > 0 && members.every((member) => member === 'min' || member === 'max');
};
