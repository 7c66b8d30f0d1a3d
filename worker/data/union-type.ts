import type { DataTypeView } from '../../model/datatype.js';
import { DataType, invalid, type Invalid, needType, type ValueOf } from './data-type.js';
import { choice } from './enum-type.js';
import type { DataNode } from './node.js';
import { Report } from './report.js';

/** The first of several types that accepts the data: `am.union(am.quantity('second'), am.oneOf('forever'))`. */
export class UnionType<const Variants extends readonly DataType[] = readonly DataType[]> extends DataType<ValueOf<Variants[number]>> {
  readonly variants: Variants;

  constructor(...variants: Variants) {
    super();
    if (variants.length === 0) throw new TypeError('am.union() needs at least one type.');
    for (const variant of variants) needType(variant, 'am.union()');
    this.variants = variants;
    Object.freeze(this);
  }

  override view(): DataTypeView {
    return { type: 'union', variants: this.variants.map((variant) => variant.view()) };
  }

  override expected(): string {
    return choice(this.variants.map((variant) => variant.expected().replace(/,$/, '')));
  }

  /**
   * If the data is of the kind of some variant but not acceptable to it (`90 degC` out of range), that is what is wrong;
   * only data of another kind altogether is answered with all that could stand here.
   */
  protected override take(node: DataNode, report: Report): ValueOf<Variants[number]> | Invalid {
    const attempts: Report[] = [];
    for (const variant of this.variants) {
      const attempt = new Report();
      const value = variant.read(node, attempt);
      if (attempt.problems.length === 0) {
        report.include(attempt);
        return value as ValueOf<Variants[number]> | Invalid;
      }
      attempts.push(attempt);
    }
    const near = attempts
      .filter((attempt) => attempt.problems.every(({ mismatch, place }) => !mismatch || place !== node))
      .sort((one, other) => one.problems.length - other.problems.length)[0];
    if (near) report.include(near);
    else if (attempts.length === 1 && attempts[0]) report.include(attempts[0]);
    else report.mismatch(node, this.expected(), hintOf(attempts));
    return invalid;
  }
}

/** The suggestion for a misspelled word, if one variant has one. */
function hintOf(attempts: readonly Report[]): string | null {
  const hints = new Set(
    attempts.flatMap(({ problems }) => problems.map(({ hint }) => hint)).filter((hint) => hint?.startsWith('Did you mean')),
  );
  return hints.size === 1 ? ([...hints][0] ?? null) : null;
}
