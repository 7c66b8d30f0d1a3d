import type { DataTypeView } from '../../model/datatype.js';
import type { DataNode } from './node.js';
import type { Report } from './report.js';

/** What reading gives when the data does not fit; the report says why. */
export const invalid: unique symbol = Symbol('invalid');
export type Invalid = typeof invalid;

/**
 * A type of data: what a process declares for its data, its points and its messages (semantics 5.1). Immutable.
 * `Value` is what the process gets, as a TypeScript type: `ValueOf<typeof type>`.
 */
export abstract class DataType<Value = unknown> {
  /** Only for the compiler; there is no such member. */
  declare readonly valueType: Value;

  /** The type as plain data, for forms. */
  abstract view(): DataTypeView;

  /** What is accepted, to stand before "is needed": `a time such as 10 min`. */
  abstract expected(): string;

  protected abstract take(node: Exclude<DataNode, { kind: 'unknown' }>, report: Report): Value | Invalid;

  /** The value that the data stands for, deeply frozen; or `invalid`, with the reasons in `report` (none if the data is not known yet). */
  read(node: DataNode, report: Report): Value | Invalid {
    return node.kind === 'unknown' ? invalid : this.take(node, report);
  }
}

/** The TypeScript type of the values of a data type. */
export type ValueOf<Type> = Type extends DataType<infer Value> ? Value : never;

/** One sentence for a hint: `A time such as 10 min is needed.` */
export function describeType(type: DataType | null): string {
  const text = type?.expected() ?? 'any value';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} is needed.`;
}

/** Declarations are checked when they are made, so that the error stands at the declaration. */
export function needType(type: unknown, owner: string): DataType {
  if (type instanceof DataType) return type as DataType;
  throw new TypeError(`${owner} needs a type of data, such as am.str() or am.quantity('second').`);
}
