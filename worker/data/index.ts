/** Data of processes: types, the data document with its expressions, and checks of plain values. Pure. Start reading at read-data.ts and data-type.ts. */
export { AnyType, type AnyValue } from './any-type.js';
export { Attribute, type AttributeOptions } from './attribute.js';
export { BoolType } from './bool-type.js';
export { type CheckedValue, checkValue } from './check-value.js';
export { DataDocument, type Evaluated } from './data-document.js';
export { DataType, describeType, type ValueOf } from './data-type.js';
export { KVDictType } from './dict-type.js';
export { EnumType } from './enum-type.js';
export { exportData } from './export-data.js';
export type { DeviceValue, ExpressionEnvironment } from './expression/evaluate-expression.js';
export { type IntMode, type IntOptions, IntType } from './int-type.js';
export { ListType } from './list-type.js';
export { type Bound, type QuantityOptions, QuantityType } from './quantity-type.js';
export { readData, type ReadData } from './read-data.js';
export { type Fields, RecordType, type RecordValue } from './record-type.js';
export * as shortForms from './short-forms.js';
export { IdentifierType, StrType } from './text-types.js';
export { UnionType } from './union-type.js';
