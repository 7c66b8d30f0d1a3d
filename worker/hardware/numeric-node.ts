import type { Quantity } from '../quantity/index.js';
import { NumericKind, type NumericOptions } from './numeric-kind.js';
import { type NodeOptions, ValueNode } from './value-node.js';

/** A number with a unit. */
export class NumericNode extends ValueNode<number, Quantity> {
  declare readonly kind: NumericKind;

  constructor(options: NumericOptions & Omit<NodeOptions<number, Quantity>, 'kind'>) {
    super({ ...options, kind: new NumericKind(options) });
  }
}
