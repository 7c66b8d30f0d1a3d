import type { Json } from '../../model/json.js';
import { AnyType } from './any-type.js';
import { Attribute, type AttributeOptions } from './attribute.js';
import { BoolType } from './bool-type.js';
import type { DataType } from './data-type.js';
import { KVDictType } from './dict-type.js';
import { EnumType } from './enum-type.js';
import { IntType, type IntOptions, type IntMode } from './int-type.js';
import { ListType } from './list-type.js';
import { type QuantityOptions, QuantityType } from './quantity-type.js';
import { type Fields, RecordType } from './record-type.js';
import { IdentifierType, StrType } from './text-types.js';
import { UnionType } from './union-type.js';

/** The types of data as short functions: `am.record({ hold: am.quantity('min') })`. */
export const any = (): AnyType => new AnyType();
export const bool = (): BoolType => new BoolType();
export const int = (options: IntOptions | IntMode = {}): IntType => new IntType(options);
export const str = (): StrType => new StrType();
export const identifier = (): IdentifierType => new IdentifierType();

export function enumeration<const Variants extends readonly (string | number)[]>(...variants: Variants): EnumType<Variants[number]> {
  return new EnumType<Variants[number]>(...variants);
}
export const oneOf = enumeration;

export function list<Item>(item: DataType<Item>): ListType<Item> {
  return new ListType(item);
}

export function dict<Item>(item: DataType<Item>): KVDictType<Item> {
  return new KVDictType(item);
}

export function record<const F extends Fields>(fields: F): RecordType<F> {
  return new RecordType(fields);
}

export function quantity(unit: string, options: QuantityOptions & { readonly allowNil: true }): QuantityType<null>;
export function quantity(unit?: string, options?: QuantityOptions): QuantityType;
export function quantity(unit = '', options: QuantityOptions = {}): QuantityType | QuantityType<null> {
  return new QuantityType(unit, options);
}

export function union<const Variants extends readonly DataType[]>(...variants: Variants): UnionType<Variants> {
  return new UnionType(...variants);
}

/** A key of a record that may be left out: with `default` it always has a value, with only `optional` it may be absent. */
export function attribute<Value>(
  type: DataType<Value>,
  options: AttributeOptions<Value> & { readonly default: Value | Json },
): Attribute<Value, false>;
export function attribute<Value>(
  type: DataType<Value>,
  options: AttributeOptions<Value, true> & { readonly optional: true },
): Attribute<Value, true>;
export function attribute<Value>(type: DataType<Value>, options?: AttributeOptions<Value, false>): Attribute<Value, false>;
export function attribute<Value>(type: DataType<Value>, options: AttributeOptions<Value> = {}): Attribute<Value> {
  return new Attribute(type, options);
}
