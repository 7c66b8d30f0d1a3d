/**
 * The smallest pieces of what may come out of the sandbox. What is too large is cut, since a long message is no attack;
 * what has the wrong shape is refused.
 */
import * as v from 'valibot';
import type { Json } from '../../model/json.js';

export const limits = { text: 10_000, jsonNodes: 20_000, jsonDepth: 50, list: 2_000 } as const;

const tooLarge = '… (too large to show)';

/** Text for people: cut when it is longer than anybody reads. */
export const text = v.pipe(
  v.string(),
  v.transform((value) => (value.length > limits.text ? `${value.slice(0, limits.text)}…` : value)),
);
export const seconds = v.pipe(v.number(), v.finite());
/** A count, an identifier, a line or a column. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export function list<const T extends v.GenericSchema>(item: T, limit: number = limits.list) {
  return v.pipe(v.array(v.unknown()), v.maxLength(limit, 'a list that is too long'), v.array(item));
}

/** Whether a value is plain data of a bounded size. Cycles count as endless depth. */
function sizeOf(value: unknown, depth: number, left: { nodes: number }): 'json' | 'large' | 'other' {
  if (--left.nodes < 0 || depth > limits.jsonDepth) return 'large';
  switch (typeof value) {
    case 'string':
      left.nodes -= value.length >> 6;
      return 'json';
    case 'boolean':
      return 'json';
    case 'number':
      return Number.isFinite(value) ? 'json' : 'other';
    case 'object': {
      if (value === null) return 'json';
      const prototype: unknown = Object.getPrototypeOf(value);
      if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return 'other';
      let result: 'json' | 'large' = 'json';
      for (const item of Object.values(value)) {
        const size = sizeOf(item, depth + 1, left);
        if (size === 'other') return 'other';
        if (size === 'large') return 'large';
        result = size;
      }
      return result;
    }
    default:
      return 'other';
  }
}

/** Any plain data; replaced by a remark when it is too large to show. */
export const json = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Json>(({ dataset, addIssue, NEVER }) => {
    const size = sizeOf(dataset.value, 0, { nodes: limits.jsonNodes });
    if (size === 'json') return dataset.value as Json;
    if (size === 'large') return tooLarge;
    addIssue({ message: 'a value that is no plain data' });
    return NEVER;
  }),
);
