import { Quantity, QuantityError, quantityOf, suggest, Unit } from '../../quantity/index.js';
import { type BinaryOperator, type Expression, type ExpressionValue, type FunctionName } from './expression.js';
import { ExpressionError } from './expression-error.js';

/** The last value of a device node: `null` when it is switched off. */
export type DeviceValue = Quantity | boolean | string | number | null;

export interface ExpressionEnvironment {
  /** `undefined`: no value was observed yet, or there is no such node. */
  deviceValue(path: string): DeviceValue | undefined;
  /** The nodes that exist, to tell one that does not from one without a value; left out when that is not known. */
  readonly devicePaths?: readonly string[];
}

/** A number, quantity or unit; what arithmetic works on. */
type Amount = number | Quantity | Unit;

/** What an expression gives. Raises ExpressionError with the innermost part that went wrong. A unit alone is one of it. */
export function evaluateExpression(expression: Expression, environment: ExpressionEnvironment): DeviceValue {
  const value = evaluate(expression, environment);
  return value instanceof Unit ? quantityOf(1, value) : value;
}

function evaluate(expression: Expression, environment: ExpressionEnvironment): ExpressionValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'unit':
      return expression.unit;
    case 'device':
      return deviceValue(expression, environment);
    case 'unary': {
      const value = evaluate(expression.operand, environment);
      return guarded(expression, () => {
        if (expression.operator === 'not') return !truth(value, 'not');
        const amount = amountOf(value, expression.operator);
        if (expression.operator === '+') return amount;
        if (amount instanceof Unit) return quantityOf(-1, amount);
        return amount instanceof Quantity ? amount.negated() : -amount;
      });
    }
    case 'binary': {
      const { operator } = expression;
      const left = evaluate(expression.left, environment);
      if (operator === 'and' || operator === 'or') {
        return guarded(expression, () =>
          truth(left, operator) === (operator === 'or') ? left : truth(evaluate(expression.right, environment), operator),
        );
      }
      const right = evaluate(expression.right, environment);
      return guarded(expression, () => binary(operator, left, right));
    }
    case 'call': {
      const values = expression.operands.map((operand) => evaluate(operand, environment));
      return guarded(expression, () => call(expression.name, values));
    }
  }
}

function deviceValue(
  expression: Extract<Expression, { kind: 'device' }>,
  { deviceValue: read, devicePaths }: ExpressionEnvironment,
): DeviceValue {
  const { path, start, end } = expression;
  const value = read(path);
  if (value !== undefined) return value;
  if (devicePaths === undefined || devicePaths.includes(path))
    throw new ExpressionError(`${path} has no value yet.`, 'Check that the device exists and is connected.', start, end);
  const near = suggest(path, devicePaths);
  throw new ExpressionError(
    `There is no device value ${path}.`,
    near === null ? `There are: ${devicePaths.join(', ') || 'none'}.` : `Did you mean ${near}?`,
    start,
    end,
  );
}

function binary(operator: Exclude<BinaryOperator, 'and' | 'or'>, left: ExpressionValue, right: ExpressionValue): ExpressionValue {
  if (operator === '==' || operator === '!=') return equal(left, right) === (operator === '==');
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  return arithmetic(operator, amountOf(left, operator), amountOf(right, operator));
}

function arithmetic(operator: Exclude<BinaryOperator, 'and' | 'or' | '==' | '!='>, left: Amount, right: Amount): ExpressionValue {
  switch (operator) {
    case '+':
      return numbers(
        left,
        right,
        (a, b) => a + b,
        (a, b) => a.plus(b),
      );
    case '-':
      return numbers(
        left,
        right,
        (a, b) => a - b,
        (a, b) => a.minus(b),
      );
    case '*':
      if (left instanceof Unit) return right instanceof Unit ? left.times(right) : arithmetic('*', right, left);
      if (right instanceof Unit) return typeof left === 'number' ? quantityOf(left, right) : left.times(quantityOf(1, right));
      return numbers(
        left,
        right,
        (a, b) => a * b,
        (a, b) => a.times(b),
      );
    case '/':
      if (left instanceof Unit && right instanceof Unit) return left.times(right, -1);
      if (right === 0) throw new QuantityError('It cannot be divided by zero.');
      return numbers(
        left,
        right,
        (a, b) => a / b,
        (a, b) => a.over(b),
      );
    case '**':
      return power(left, right);
    case '<':
      return quantity(left).compare(quantity(right)) < 0;
    case '<=':
      return quantity(left).compare(quantity(right)) <= 0;
    case '>':
      return quantity(left).compare(quantity(right)) > 0;
    case '>=':
      return quantity(left).compare(quantity(right)) >= 0;
  }
}

function power(left: Amount, right: Amount): Amount {
  const exponent = right instanceof Quantity && right.unit.symbol === '' ? right.value : right;
  if (typeof exponent !== 'number') throw new QuantityError('An exponent is a plain number.');
  if (left instanceof Unit) {
    if (!Number.isInteger(exponent) || exponent === 0 || Math.abs(exponent) > 12)
      throw new QuantityError('A unit is raised to a whole power between -12 and 12.');
    return left.pow(exponent);
  }
  return left instanceof Quantity ? left.pow(exponent) : left ** exponent;
}

function call(name: FunctionName, values: readonly ExpressionValue[]): ExpressionValue {
  const [first, ...rest] = values.map((value) => amountOf(value, `${name}()`));
  if (first === undefined) return null;
  switch (name) {
    case 'abs':
      return typeof first === 'number' ? Math.abs(first) : quantity(first).abs();
    case 'round':
      return typeof first === 'number'
        ? Math.round(first)
        : quantityOf(Math.round(quantity(first).valueIn(quantity(first).unit)), quantity(first).unit);
    case 'min':
      return rest.reduce((best, value) => (quantity(value).compare(quantity(best)) < 0 ? value : best), first);
    case 'max':
      return rest.reduce((best, value) => (quantity(value).compare(quantity(best)) > 0 ? value : best), first);
  }
}

function numbers(
  left: Amount,
  right: Amount,
  plain: (a: number, b: number) => number,
  withUnits: (a: Quantity, b: Quantity) => Quantity,
): number | Quantity {
  return typeof left === 'number' && typeof right === 'number' ? plain(left, right) : withUnits(quantity(left), quantity(right));
}

function quantity(amount: Amount): Quantity {
  if (amount instanceof Quantity) return amount;
  return amount instanceof Unit ? quantityOf(1, amount) : quantityOf(amount, '');
}

function equal(left: ExpressionValue, right: ExpressionValue): boolean {
  const one = left instanceof Unit ? quantityOf(1, left) : left;
  const other = right instanceof Unit ? quantityOf(1, right) : right;
  return one instanceof Quantity && other instanceof Quantity ? one.equals(other) : one === other;
}

function amountOf(value: ExpressionValue, operator: string): Amount {
  if (typeof value === 'number' || value instanceof Quantity || value instanceof Unit) return value;
  const what =
    value === null ? 'Nothing (nil)' : typeof value === 'boolean' ? `${value} is a truth value, which` : `“${value}” is text, which`;
  throw new QuantityError(`${what} cannot be used with ${operator}.`, 'A number or a quantity is needed.');
}

function truth(value: ExpressionValue, operator: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new QuantityError(
    `${operator} needs true or false on both sides.`.replace(/ on both sides/, operator === 'not' ? '' : ' on both sides'),
  );
}

/** Gives errors of quantities the place of the part that raised them, and refuses numbers that are none. */
function guarded(expression: Expression, run: () => ExpressionValue): ExpressionValue {
  try {
    const value = run();
    if (typeof value === 'number' && !Number.isFinite(value)) throw new QuantityError('The result is not a finite number.');
    return value;
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    throw new ExpressionError(error.message, error.hint, expression.start, expression.end);
  }
}
