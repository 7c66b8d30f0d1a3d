import { QuantityError, suggest, unitOf } from '../../quantity/index.js';
import { type BinaryOperator, type Expression, type FunctionName, functionNames, type UnaryOperator } from './expression.js';
import { ExpressionError } from './expression-error.js';
import { type Token, tokensOf } from './tokens.js';

/** Longer or deeper expressions are a mistake or an attack. */
const longest = 2000;
const deepest = 100;

/** From the weakest to the strongest; those of one line associate to the left. `**` and the unary signs are stronger. */
const levels: readonly (readonly BinaryOperator[])[] = [['or'], ['and'], ['==', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']];
const unaryLevel = 2;

const words: Readonly<Record<string, null | boolean>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  nil: null,
};
const unitRoots: readonly string[] = ['unit', 'ureg'];

/**
 * Parses the text between two offsets: the inside of `{{ … }}`.
 * Raises ExpressionError with the place of what is wrong.
 */
export function parseExpression(text: string, start: number, end: number): Expression {
  if (end - start > longest)
    throw new ExpressionError('The expression is too long.', `At most ${longest} characters are possible.`, start, end);
  const tokens = tokensOf(text, start, end);
  if (tokens.length === 1) throw new ExpressionError('The expression is empty.', 'Write something like {{ 30 * unit.min }}.', start, end);
  return new Parser(tokens, text).whole();
}

class Parser {
  #at = 0;
  #depth = 0;

  constructor(
    readonly tokens: readonly Token[],
    readonly text: string,
  ) {}

  whole(): Expression {
    const expression = this.#binary(0);
    if (this.#token.kind !== 'end') throw this.#unexpected();
    return expression;
  }

  get #token(): Token {
    return this.tokens[this.#at] ?? { kind: 'end', start: 0, end: 0 };
  }

  #operator(): string | null {
    const token = this.#token;
    if (token.kind === 'sign') return token.sign;
    const [word, ...rest] = token.kind === 'name' ? token.parts : [];
    return rest.length === 0 && (word === 'and' || word === 'or' || word === 'not') ? word : null;
  }

  #binary(level: number): Expression {
    const operators = levels[level];
    if (!operators) return this.#unary();
    if (level === unaryLevel && this.#operator() === 'not') return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((candidate) => candidate === this.#operator());
      if (operator === undefined) return left;
      this.#at += 1;
      const right = this.#binary(level + 1);
      left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
    }
  }

  #unary(): Expression {
    const { start, end } = this.#token;
    const operator = (['-', '+', 'not'] as const).find((candidate: UnaryOperator) => candidate === this.#operator());
    if (operator === undefined) return this.#power();
    this.#at += 1;
    this.#enter(start, end);
    const operand = operator === 'not' ? this.#binary(unaryLevel) : this.#unary();
    this.#depth -= 1;
    return { kind: 'unary', operator, operand, start, end: operand.end };
  }

  #power(): Expression {
    const left = this.#atom();
    if (this.#operator() !== '**') return left;
    const { start, end } = this.#token;
    this.#at += 1;
    this.#enter(start, end);
    const right = this.#unary();
    this.#depth -= 1;
    return { kind: 'binary', operator: '**', left, right, start: left.start, end: right.end };
  }

  #atom(): Expression {
    const token = this.#token;
    if (token.kind === 'number' || token.kind === 'text') {
      this.#at += 1;
      return { kind: 'literal', value: token.value, start: token.start, end: token.end };
    }
    if (token.kind === 'name' && this.#operator() === null) {
      this.#at += 1;
      return this.#name(token);
    }
    if (token.kind !== 'sign' || token.sign !== '(') throw this.#unexpected();
    this.#at += 1;
    this.#enter(token.start, token.end);
    const inner = this.#binary(0);
    this.#depth -= 1;
    const end = this.#close(token);
    return { ...inner, start: token.start, end };
  }

  #close(open: Token): number {
    const { end } = this.#token;
    if (this.#operator() === ')') {
      this.#at += 1;
      return end;
    }
    if (this.#token.kind === 'end') throw new ExpressionError('A parenthesis is not closed.', 'Add the missing ).', open.start, open.end);
    throw this.#unexpected();
  }

  #name(token: Extract<Token, { kind: 'name' }>): Expression {
    const { start, end, parts } = token;
    const [root = '', ...rest] = parts;
    if (rest.length > 0 && unitRoots.includes(root)) return this.#unit(token, rest);
    if (rest.length > 0) return { kind: 'device', path: parts.join('.'), start, end };
    const callee = functionNames.find((candidate) => candidate === root);
    if (callee && this.#operator() === '(') return this.#call(callee, token);
    if (Object.hasOwn(words, root)) return { kind: 'literal', value: words[root] ?? null, start, end };
    const near = suggest(root, [...Object.keys(words), ...functionNames]);
    const guess = unitHint(root) ?? (near === null ? knownHint : `Did you mean ${near}?`);
    const hint = unitRoots.includes(root) ? 'Write unit.min, unit.degC and so on.' : guess;
    throw new ExpressionError(`“${root}” is not known in an expression.`, hint, start, end);
  }

  #unit(token: Extract<Token, { kind: 'name' }>, rest: readonly string[]): Expression {
    const { start, end } = token;
    const offset = this.text.lastIndexOf(rest.at(-1) ?? '', end);
    try {
      if (rest.length > 1) throw new QuantityError(`unit.${rest.join('.')} is not a unit.`, 'Write unit.min, unit.degC and so on.');
      return { kind: 'unit', unit: unitOf(rest[0] ?? ''), start, end };
    } catch (error) {
      if (!(error instanceof QuantityError)) throw error;
      throw new ExpressionError(error.message, error.hint?.replace(/^Did you mean (.*)\?$/, 'Did you mean unit.$1?') ?? null, offset, end);
    }
  }

  #call(name: FunctionName, token: Token): Expression {
    const open = this.#token;
    this.#at += 1;
    this.#enter(token.start, token.end);
    const operands: Expression[] = [];
    while (this.#operator() !== ')') {
      operands.push(this.#binary(0));
      if (this.#operator() !== ',') break;
      this.#at += 1;
    }
    this.#depth -= 1;
    const end = this.#close(open);
    const single = name === 'abs' || name === 'round';
    if (operands.length === 0 || (single && operands.length > 1)) {
      throw new ExpressionError(`${name}() needs ${single ? 'exactly one value' : 'at least one value'}.`, null, token.start, end);
    }
    return { kind: 'call', name, operands, start: token.start, end };
  }

  #enter(start: number, end: number): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw new ExpressionError('The expression is nested too deeply.', null, start, end);
  }

  #unexpected(): ExpressionError {
    const token = this.#token;
    const before = this.tokens[this.#at - 1];
    if (token.kind === 'end')
      return new ExpressionError(
        'The expression is not complete: a value is missing at its end.',
        null,
        before?.start ?? token.start,
        before?.end ?? token.end,
      );
    const text = this.text.slice(token.start, token.end);
    const hint = token.kind === 'name' && before?.kind === 'number' ? unitHint(text, this.text.slice(before.start, before.end)) : null;
    return new ExpressionError(`“${text}” cannot stand here.`, hint, token.start, token.end);
  }
}

const knownHint = 'Known are units such as unit.min and device values such as thermostat.readout.';

/** What to write when a bare unit was meant; `null` if the name is none. */
function unitHint(name: string, amount = '10'): string | null {
  try {
    return unitOf(name).symbol === '' ? null : `Units are written with unit: ${amount} * unit.${name}.`;
  } catch {
    return null;
  }
}
