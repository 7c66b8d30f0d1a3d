import type { DataTypeView } from '../../model/datatype.js';
import { DataType, invalid, type Invalid } from './data-type.js';
import type { DataNode, ScalarNode } from './node.js';
import { type Report, shortened } from './report.js';

/** `positive`: from 1 on. `positive_or_null`: from 0 on. */
export type IntMode = 'any' | 'positive' | 'positive_or_null';
export interface IntOptions {
  readonly mode?: IntMode;
}

const least: Readonly<Record<IntMode, number>> = { any: -Infinity, positive: 1, positive_or_null: 0 };
const prefixed = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/;

/** A whole number: `12`, `-3`, `0xff`, `0b101`; exactly representable, so up to 2⁵³. */
export class IntType extends DataType<number> {
  readonly mode: IntMode;

  constructor(options: IntOptions | IntMode = {}) {
    super();
    this.mode = (typeof options === 'string' ? options : options.mode) ?? 'any';
    if (!Object.hasOwn(least, this.mode))
      throw new TypeError(`am.int() has no mode “${String(this.mode)}”. There are any, positive and positive_or_null.`);
    Object.freeze(this);
  }

  override view(): DataTypeView {
    return { type: 'int', mode: this.mode };
  }

  override expected(): string {
    return this.mode === 'any' ? 'a whole number' : `a whole number of at least ${least[this.mode]}`;
  }

  protected override take(node: DataNode, report: Report): number | Invalid {
    if (node.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean') {
      report.mismatch(node, this.expected());
      return invalid;
    }
    const number = numberOf(node);
    if (number === null || !Number.isInteger(number)) {
      if (number === null) report.mismatch(node, this.expected(), looksWhole(node) ? 'Remove the quotes.' : null);
      else report.misfit(node, `${shortened(node.text)} is not a whole number; ${this.expected()} is needed.`, null);
      return invalid;
    }
    if (!Number.isSafeInteger(number)) {
      report.problem(node, `${shortened(node.text)} is too large to be kept exactly.`, 'Whole numbers go up to 9007199254740991.');
      return invalid;
    }
    if (number < least[this.mode]) {
      report.problem(node, `${shortened(node.text)} is too small; ${this.expected()} is needed.`);
      return invalid;
    }
    return number === 0 ? 0 : number;
  }
}

function numberOf(node: ScalarNode): number | null {
  if (typeof node.value === 'number') return node.value;
  return node.style === 'plain' ? prefixedNumber(node.text) : null;
}

function looksWhole(node: ScalarNode): boolean {
  return node.style === 'quoted' && (/^[-+]?\d+$/.test(node.text) || prefixedNumber(node.text) !== null);
}

function prefixedNumber(text: string): number | null {
  const match = prefixed.exec(text);
  if (!match) return null;
  return (match[1] === '-' ? -1 : 1) * Number((match[2] ?? '').toLowerCase());
}
