import type { DataTypeView } from '../../model/datatype.js';
import { suggest } from '../quantity/index.js';
import { DataType, invalid, type Invalid } from './data-type.js';
import type { DataNode } from './node.js';
import { type Report, shortened } from './report.js';

/** One of the given texts or numbers. */
export class EnumType<const Variant extends string | number = string | number> extends DataType<Variant> {
  readonly variants: readonly Variant[];

  constructor(...variants: readonly Variant[]) {
    super();
    if (variants.length === 0) throw new TypeError('am.enumeration() needs at least one value to choose from.');
    for (const variant of variants) {
      if (typeof variant !== 'string' && !Number.isFinite(variant))
        throw new TypeError('The values of am.enumeration() are texts or numbers.');
    }
    this.variants = Object.freeze([...new Set(variants)]);
    Object.freeze(this);
  }

  override view(): DataTypeView {
    return { type: 'enum', variants: this.variants };
  }

  override expected(): string {
    const [only, ...others] = this.variants;
    return others.length === 0 && typeof only === 'string' ? `“${only}”` : choice(this.variants.map(String));
  }

  protected override take(node: DataNode, report: Report): Variant | Invalid {
    if (node.kind !== 'scalar' || node.value === null) {
      report.mismatch(node, this.expected());
      return invalid;
    }
    const text = typeof node.value === 'string' || node.style === 'plain' ? node.text : null;
    const variant = this.variants.find((candidate) => candidate === node.value || (typeof candidate === 'string' && candidate === text));
    if (variant !== undefined) return variant;
    const near = suggest(node.text, this.variants.map(String));
    report.misfit(
      node,
      `“${shortened(node.text)}” is not possible here; ${this.expected()} is needed.`,
      near === null ? null : `Did you mean ${near}?`,
    );
    return invalid;
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function choice(words: readonly string[], conjunction = 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
