import type { DataTypeView } from '../../model/datatype.js';
import type { Json } from '../../model/json.js';
import type { Draft } from './draft.js';

/** A sentence about one input; `path` is the input's place in the form: `steps.0.hold`. */
export interface DraftProblem {
  readonly path: string;
  readonly message: string;
}

export type DraftResult = { readonly value: Json } | { readonly problems: readonly DraftProblem[] };

/** Reads free text (YAML or JSON) as data; throws when it cannot be read. */
export type ParseText = (text: string) => Json;

/** The data that a form stands for, or what is wrong with it. The runtime checks it again, with everything it knows. */
export function dataOf(type: DataTypeView, draft: Draft, parse: ParseText): DraftResult {
  const problems: DraftProblem[] = [];
  const value = read(type, draft, '', problems, parse);
  return problems.length > 0 ? { problems } : { value };
}

function read(type: DataTypeView, draft: Draft, path: string, problems: DraftProblem[], parse: ParseText): Json {
  const problem = (message: string): null => {
    problems.push({ path, message });
    return null;
  };
  const inner = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
  switch (draft.type) {
    case 'bool':
      return draft.on;
    case 'text':
      return readText(type, draft.text, problem, parse);
    case 'choice':
      return (type.type === 'enum' ? type.variants[draft.index] : undefined) ?? problem('Choose one of the values.');
    case 'quantity':
      return readQuantity(draft, problem);
    case 'list':
      return type.type === 'list' ? draft.items.map((item, index) => read(type.item, item, inner(index), problems, parse)) : null;
    case 'record': {
      const used = draft.fields.filter((entry) => entry.used);
      return Object.fromEntries(
        used.map(({ field, draft: item }) => [field.name, read(field.type, item, inner(field.name), problems, parse)]),
      );
    }
    case 'dict': {
      const keys = draft.entries.map((entry) => entry.key);
      if (keys.some((key) => key.trim() === '')) return problem('Every entry needs a key.');
      if (new Set(keys).size < keys.length) return problem('Two entries have the same key.');
      if (type.type !== 'dict') return null;
      return Object.fromEntries(draft.entries.map(({ key, draft: item }) => [key, read(type.item, item, inner(key), problems, parse)]));
    }
    case 'union': {
      const variant = type.type === 'union' ? type.variants[draft.variant] : undefined;
      return variant ? read(variant, draft.draft, path, problems, parse) : null;
    }
  }
}

function readText(type: DataTypeView, text: string, problem: (message: string) => null, parse: ParseText): Json {
  switch (type.type) {
    case 'int': {
      const number = text.trim() === '' ? NaN : Number(text);
      if (!Number.isInteger(number)) return problem('Type a whole number.');
      if (type.mode === 'positive' && number < 1) return problem('Type a whole number from 1 on.');
      if (type.mode === 'positive_or_null' && number < 0) return problem('Type a whole number from 0 on.');
      return number;
    }
    case 'identifier':
      return /^[A-Za-z_]\w*$/.test(text) ? text : problem('Type a name of letters, digits and _ that does not begin with a digit.');
    case 'str':
      return text;
    default:
      try {
        return parse(text);
      } catch (error) {
        return problem(error instanceof Error ? error.message : 'This is not YAML or JSON.');
      }
  }
}

function readQuantity(draft: Extract<Draft, { type: 'quantity' }>, problem: (message: string) => null): Json {
  if (draft.off) return null;
  const number = draft.number.trim() === '' ? NaN : Number(draft.number);
  if (!Number.isFinite(number)) return problem('Type a number.');
  return draft.unit.trim() === '' ? number : `${number} ${draft.unit.trim()}`;
}
