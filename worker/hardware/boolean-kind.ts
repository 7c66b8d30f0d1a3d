import type { ValueKind } from './value-kind.js';

/** On and off. */
export const booleanKind: ValueKind<boolean, boolean> = {
  spec: { type: 'boolean' },
  read(input, label) {
    if (typeof input === 'boolean') return input;
    throw new TypeError(`${label} is either true or false, not ${typeof input === 'string' ? `"${input}"` : String(input)}.`);
  },
  same: (one, other) => one === other,
  show: (value) => value,
  json: (value) => value,
  text: (value) => (value ? 'on' : 'off'),
};
