import type { Quantity } from '../quantity/index.js';
import type { Expression } from './expression/expression.js';

/** A stretch of the data document in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a piece of data stands: in the text (`null` for data that is no text), and inside the data (`steps[0].hold`, empty at the top). */
export interface Placed {
  readonly span: Span | null;
  readonly path: string;
}

export type ScalarValue = null | boolean | number | string | Quantity;

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  /** As YAML or JSON understands it, or what an expression gave. */
  readonly value: ScalarValue;
  /** As it was written, without quotes. */
  readonly text: string;
  /** `plain`: bare in YAML, so that 5 may be a number or a text. `quoted`: text for sure. `value`: a typed value, of JSON or of an expression. */
  readonly style: 'plain' | 'quoted' | 'value';
  /** Where `text` stands in the document letter by letter; `null` if it does not (escapes, folded lines, no text). */
  readonly textStart: number | null;
}

export interface ListNode<Item> extends Placed {
  readonly kind: 'list';
  readonly items: readonly Item[];
}

export interface MapEntry<Item> {
  readonly key: string;
  readonly keyPlace: Placed;
  readonly node: Item;
}

export interface MapNode<Item> extends Placed {
  readonly kind: 'map';
  readonly entries: readonly MapEntry<Item>[];
}

/** What is known to be there but has no value (now): an expression that failed and was reported, or that needs a device. */
export interface UnknownNode extends Placed {
  readonly kind: 'unknown';
}

/** `{{ … }}`, not evaluated yet. */
export interface ExpressionNode extends Placed {
  readonly kind: 'expression';
  readonly expression: Expression;
}

/** Data that a type can read. */
export type DataNode = ScalarNode | ListNode<DataNode> | MapNode<DataNode> | UnknownNode;

/** Data as it was written, with its expressions. */
export type SourceNode = ScalarNode | ListNode<SourceNode> | MapNode<SourceNode> | ExpressionNode;

/** The path of a member or an item: `steps` and `0` give `steps[0]`. */
export function pathInside(path: string, member: string | number): string {
  if (typeof member === 'number') return `${path}[${member}]`;
  return path === '' ? member : `${path}.${member}`;
}
