import { suggest } from '../quantity/index.js';
import { OutOfRangeError } from './errors.js';
import type { ValueKind } from './value-kind.js';

export interface EnumCase {
  readonly id: string;
  readonly label: string;
}

/** One of several named states, given by its id. */
export function enumKind(cases: readonly EnumCase[]): ValueKind<string, string> {
  const ids = cases.map(({ id }) => id);
  return {
    spec: { type: 'enum', cases },
    read(input, label) {
      if (typeof input === 'string' && ids.includes(input)) return input;
      const near = typeof input === 'string' ? suggest(input, ids) : null;
      throw new OutOfRangeError(
        `${label} cannot be ${typeof input === 'string' ? `"${input}"` : String(input)}: it is one of ${ids.join(', ')}.` +
          (near === null ? '' : ` Did you mean "${near}"?`),
      );
    },
    same: (one, other) => one === other,
    show: (value) => value,
    json: (value) => value,
    text: (value) => cases.find(({ id }) => id === value)?.label ?? value,
  };
}
