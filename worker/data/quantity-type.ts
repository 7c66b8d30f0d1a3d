import type { DataTypeView } from '../../model/datatype.js';
import {
  dimensionExample,
  dimensionName,
  dimensionless,
  parseQuantity,
  Quantity,
  QuantityError,
  quantityOf,
  sameDimension,
  type Unit,
  unitless,
  unitOf,
} from '../quantity/index.js';
import { DataType, invalid, type Invalid } from './data-type.js';
import type { DataNode, ScalarNode } from './node.js';
import { partOf, type Report } from './report.js';

/** A bound: a number of the type's unit, a quantity, or its text such as `1 ms`. Bounds are included. */
export type Bound = number | string | Quantity;

export interface QuantityOptions {
  readonly min?: Bound | null;
  readonly max?: Bound | null;
  /** `nil` may be given, which is `null` to the process: switched off, or not cared about. */
  readonly allowNil?: boolean;
}

const nothing = /^(?:nil|null|none|~)?$/i;

/** A number with a unit of the same dimension as `unit`: `am.quantity('degC', { min: 4, max: 60 })`. */
export class QuantityType<Nil extends null = never> extends DataType<Quantity | Nil> {
  readonly unit: Unit;
  readonly allowNil: boolean;
  readonly min: Quantity | null;
  readonly max: Quantity | null;

  /** Raises QuantityError for an unknown unit and for bounds of another dimension or in the wrong order. */
  constructor(
    readonly unitName: string = '',
    options: QuantityOptions = {},
  ) {
    super();
    this.unit = unitOf(unitName);
    this.allowNil = options.allowNil ?? false;
    this.min = boundOf(options.min, this.unit);
    this.max = boundOf(options.max, this.unit);
    if (this.min && this.max && this.min.greaterThan(this.max))
      throw new QuantityError(`The minimum ${this.min.toString()} is above the maximum ${this.max.toString()}.`);
    Object.freeze(this);
  }

  override view(): DataTypeView {
    const { unitName: unit, allowNil, min, max } = this;
    return { type: 'quantity', unit, allowNil, min: min?.valueIn(this.unit) ?? null, max: max?.valueIn(this.unit) ?? null };
  }

  override expected(): string {
    const name = dimensionName(this.unit.dimension);
    const example = dimensionExample(this.unit.dimension) ?? `1 ${this.unit.symbol}`;
    const { min, max } = this;
    const which =
      min && max
        ? `between ${min.toString()} and ${max.toString()}`
        : min
          ? `of at least ${min.toString()}`
          : max
            ? `of at most ${max.toString()}`
            : `such as ${example}`;
    return `${name} ${which}${this.allowNil ? ', or nil,' : ''}`;
  }

  protected override take(node: DataNode, report: Report): Quantity | Nil | Invalid {
    if (node.kind !== 'scalar' || typeof node.value === 'boolean') {
      report.mismatch(node, this.expected());
      return invalid;
    }
    if (!(node.value instanceof Quantity) && nothing.test(node.text)) return this.#nil(node, report);
    const quantity = this.#quantity(node, report);
    return quantity === null || !this.#fits(quantity, node, report) ? invalid : quantity;
  }

  #nil(node: ScalarNode, report: Report): Nil | Invalid {
    if (this.allowNil) return null as Nil;
    report.mismatch(node.value === null ? node : { ...node, value: null }, this.expected());
    return invalid;
  }

  #quantity(node: ScalarNode, report: Report): Quantity | null {
    if (node.value instanceof Quantity) return node.value;
    try {
      return typeof node.value === 'number' && node.style === 'value' ? quantityOf(node.value, unitless) : parseQuantity(node.text);
    } catch (error) {
      if (!(error instanceof QuantityError)) throw error;
      const begun = /^\s*[-+−]?\s*[\d.]/.test(node.text);
      if (begun) report.problem(partOf(node, error.offset, error.length), error.message, error.hint);
      else report.mismatch(node, this.expected());
      return null;
    }
  }

  #fits(quantity: Quantity, node: ScalarNode, report: Report): boolean {
    const bare = quantity.unit.symbol === '';
    if (bare && this.unit.symbol !== '') {
      report.problem(
        node,
        `The unit of ${quantity.toString()} is missing; ${this.expected()} is needed.`,
        `Write the unit behind the number: ${quantity.toString()} ${this.unit.symbol}.`,
      );
      return false;
    }
    if (!sameDimension(quantity.dimension, this.unit.dimension)) {
      const what = sameDimension(this.unit.dimension, dimensionless)
        ? 'a plain number is needed, without a unit'
        : `${this.expected()} is needed`;
      report.misfit(node, `${quantity.toString()} is ${dimensionName(quantity.dimension)}; ${what}.`, null);
      return false;
    }
    const { min, max } = this;
    if ((min && quantity.lessThan(min)) || (max && quantity.greaterThan(max))) {
      const bounds = [min && `at least ${min.toString()}`, max && `at most ${max.toString()}`].filter(Boolean).join(', ');
      report.problem(node, `${quantity.toString()} is out of range: ${bounds}.`, null);
      return false;
    }
    return true;
  }
}

function boundOf(bound: Bound | null | undefined, unit: Unit): Quantity | null {
  if (bound === undefined || bound === null) return null;
  if (typeof bound === 'number') return quantityOf(bound, unit);
  const quantity = typeof bound === 'string' ? parseQuantity(bound) : bound;
  quantity.valueIn(unit);
  return quantity;
}
