/**
 * The smallest pieces of what may come out of the sandbox. What is too large is cut, since a long message is no attack;
 * what has the wrong shape is refused.
 */
import * as v from 'valibot';
import type { Json } from '../../model/json.js';

export const limits = { text: 10_000, jsonNodes: 50_000, jsonDepth: 50, list: 2_000 } as const;

/** How much plain data one message may still bring: a thousand events, each just small enough, are too much as well. */
let nodesLeft = 0;
/** To be called before each message is parsed. */
export function openBudget(nodes: number = limits.jsonNodes): void {
  nodesLeft = nodes;
}

const remarks = { large: '… (too large to show)', other: '… (no plain data)' } as const;

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
function sizeOf(value: unknown, depth: number): 'json' | 'large' | 'other' {
  if (--nodesLeft < 0 || depth > limits.jsonDepth) return 'large';
  switch (typeof value) {
    case 'string':
      nodesLeft -= value.length >> 6;
      return 'json';
    case 'boolean':
      return 'json';
    case 'number':
      return Number.isFinite(value) ? 'json' : 'other';
    case 'object': {
      if (value === null) return 'json';
      const prototype: unknown = Object.getPrototypeOf(value);
      if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return 'other';
      for (const item of Object.values(value)) {
        const size = sizeOf(item, depth + 1);
        if (size !== 'json') return size;
      }
      return 'json';
    }
    default:
      return 'other';
  }
}

/** Any plain data; replaced by a remark when it is none, or too large to show: a bad value must not hide the state around it. */
export const json = v.pipe(
  v.unknown(),
  v.transform((value): Json => {
    const size = sizeOf(value, 0);
    return size === 'json' ? (value as Json) : remarks[size];
  }),
);
