import type { Json } from './json.js';

/**
 * A type of data as plain data, for forms and messages: what `am.record({...})` declares (section 5.1).
 * `null` stands for "no declaration: any value".
 */
export type DataTypeView =
  | { readonly type: 'any' }
  | { readonly type: 'bool' }
  | { readonly type: 'int'; readonly mode: 'any' | 'positive' | 'positive_or_null' }
  | { readonly type: 'str' }
  | { readonly type: 'identifier' }
  | { readonly type: 'enum'; readonly variants: readonly (string | number)[] }
  | { readonly type: 'list'; readonly item: DataTypeView }
  | { readonly type: 'record'; readonly fields: readonly FieldView[] }
  | { readonly type: 'dict'; readonly item: DataTypeView }
  | {
      readonly type: 'quantity';
      readonly unit: string;
      readonly allowNil: boolean;
      readonly min: number | null;
      readonly max: number | null;
    }
  | { readonly type: 'union'; readonly variants: readonly DataTypeView[] };

export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly optional: boolean;
  readonly default?: Json;
  readonly type: DataTypeView;
}
