import type { DataTypeView, FieldView } from '../../model/datatype.js';
import type { Json } from '../../model/json.js';
import { quantityParts } from './quantity-parts.js';

/** What stands in the inputs of a form, one node per input: text stays text until it is sent. */
export type Draft =
  | { type: 'bool'; on: boolean }
  | { type: 'text'; text: string }
  | { type: 'choice'; index: number }
  | { type: 'quantity'; number: string; unit: string; off: boolean }
  | { type: 'list'; items: Draft[] }
  | { type: 'record'; fields: { field: FieldView; used: boolean; draft: Draft }[] }
  | { type: 'dict'; entries: { key: string; draft: Draft }[] }
  | { type: 'union'; variant: number; draft: Draft };

/** A form for `type`, filled with `value` as far as it fits. */
export function draftOf(type: DataTypeView, value?: Json): Draft {
  switch (type.type) {
    case 'any':
      return { type: 'text', text: value === undefined ? '' : JSON.stringify(value) };
    case 'bool':
      return { type: 'bool', on: value === true };
    case 'int':
      return { type: 'text', text: typeof value === 'number' || typeof value === 'string' ? String(value) : '' };
    case 'str':
    case 'identifier':
      return { type: 'text', text: typeof value === 'string' || typeof value === 'number' ? String(value) : '' };
    case 'enum':
      return {
        type: 'choice',
        index: Math.max(
          0,
          type.variants.findIndex((variant) => variant === value),
        ),
      };
    case 'quantity':
      // A number that measures nothing has no unit that anybody could write.
      return {
        type: 'quantity',
        ...quantityParts(value, type.unit === 'dimensionless' ? '' : type.unit),
        off: type.allowNil && (value === null || value === 'nil'),
      };
    case 'list':
      return { type: 'list', items: Array.isArray(value) ? value.map((item: Json) => draftOf(type.item, item)) : [] };
    case 'record': {
      const members = membersOf(value);
      return {
        type: 'record',
        fields: type.fields.map((field) => {
          const given = members[field.name];
          return { field, used: !field.optional || given !== undefined, draft: draftOf(field.type, given ?? field.default) };
        }),
      };
    }
    case 'dict':
      return { type: 'dict', entries: Object.entries(membersOf(value)).map(([key, item]) => ({ key, draft: draftOf(type.item, item) })) };
    case 'union': {
      const variant = Math.max(
        0,
        type.variants.findIndex((candidate) => fits(candidate, value)),
      );
      return { type: 'union', variant, draft: draftOf(type.variants[variant] ?? { type: 'any' }, value) };
    }
  }
}

function membersOf(value: Json | undefined): { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a value looks like one of this type, to choose the variant of a union. */
function fits(type: DataTypeView, value: Json | undefined): boolean {
  switch (type.type) {
    case 'any':
      return true;
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return typeof value === 'number' && Number.isInteger(value);
    case 'str':
    case 'identifier':
      return typeof value === 'string';
    case 'enum':
      return type.variants.some((variant) => variant === value);
    case 'quantity':
      return typeof value === 'number' || (typeof value === 'string' && quantityParts(value, '').number !== '');
    case 'list':
      return Array.isArray(value);
    case 'record':
    case 'dict':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'union':
      return type.variants.some((variant) => fits(variant, value));
  }
}
