import {
  AnyType,
  Attribute,
  BoolType,
  DataType,
  EnumType,
  IdentifierType,
  IntType,
  KVDictType,
  ListType,
  QuantityType,
  RecordType,
  StrType,
  UnionType,
  shortForms,
} from '../data/index.js';

type Automancer = typeof import('automancer');
type Names =
  | 'AnyType'
  | 'Attribute'
  | 'BoolType'
  | 'DataType'
  | 'EnumType'
  | 'IdentifierType'
  | 'IntType'
  | 'KVDictType'
  | 'ListType'
  | 'QuantityType'
  | 'RecordType'
  | 'StrType'
  | 'UnionType'
  | keyof typeof shortForms;

/**
 * The types of data as the module `automancer` exports them. Process code sees a type as opaque, so the compiler cannot know that
 * what it hands over to others is a type of ours; those that take one are converted here, and check it when they are called.
 */
export const dataTypes: Pick<Automancer, Names> = {
  AnyType,
  Attribute: Attribute as unknown as Automancer['Attribute'],
  BoolType,
  DataType,
  EnumType,
  IdentifierType,
  IntType,
  KVDictType,
  ListType,
  QuantityType,
  RecordType: RecordType as unknown as Automancer['RecordType'],
  StrType,
  UnionType: UnionType as unknown as Automancer['UnionType'],
  ...(shortForms as unknown as Pick<Automancer, keyof typeof shortForms>),
};
