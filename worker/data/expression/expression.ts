import type { Quantity, Unit } from '../../quantity/index.js';

/** What an expression can stand for. A unit is one until it is multiplied with a number. */
export type ExpressionValue = null | boolean | number | string | Quantity | Unit;

export type BinaryOperator = '+' | '-' | '*' | '/' | '**' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';
export type UnaryOperator = '-' | '+' | 'not';

/** A parsed expression; `start` and `end` are offsets in the text that it stands in, the end exclusive. */
export type Expression = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | { readonly kind: 'unit'; readonly unit: Unit }
  /** The last value of a device node: `thermostat.readout`. */
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Expression[] }
);

export const functionNames = ['abs', 'max', 'min', 'round'] as const;
export type FunctionName = (typeof functionNames)[number];

/** The device nodes that an expression needs, in order of appearance, without repetition. */
export function dependenciesOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'literal':
    case 'unit':
      return [];
    case 'device':
      return [expression.path];
    case 'unary':
      return dependenciesOf(expression.operand);
    case 'binary':
      return [...new Set([...dependenciesOf(expression.left), ...dependenciesOf(expression.right)])];
    case 'call':
      return [...new Set(expression.operands.flatMap(dependenciesOf))];
  }
}
