import type {
  ArrowFunctionExpression,
  Class,
  ExportNamedDeclaration,
  Function,
  MethodDefinition,
  Program,
  PropertyDefinition,
} from 'acorn';
import type { Failure } from '../../../model/failure.js';
import { Blanks } from './blanks.js';
import type { LineTable } from './line-table.js';
import { refusal, typeParameterList } from './refuse.js';
import { findLast, findToken, hasLineEnd, skipSpace } from './scan.js';
import { type Node, eachChild, isOnlyType, isType, typeParts } from './syntax.js';

export interface Blanked {
  /** As long as the text that came in, with every remaining token where it was. */
  readonly code: string;
  /** Statements and fields that ended by a line break behind a type: they need a semicolon now (`1 as any⏎(foo)` is no call). */
  readonly open: ReadonlySet<Node>;
  /** What cannot be left out because it would leave code behind. */
  readonly failures: readonly Failure[];
}

/** Removes everything that is only there for the type checker, and imports and lists of exports, which the loader deals with. */
export function blankTypes(program: Program, lines: LineTable): Blanked {
  const blanker = new TypeBlanker(lines);
  for (const statement of program.body) blanker.visit(statement, program);
  return { code: blanker.blanks.toString(), open: blanker.open, failures: blanker.failures };
}

class TypeBlanker {
  readonly blanks: Blanks;
  readonly open = new Set<Node>();
  readonly failures: Failure[] = [];
  private readonly text: string;

  constructor(private readonly lines: LineTable) {
    this.text = lines.text;
    this.blanks = new Blanks(lines.text);
  }

  visit(node: Node, parent: Node): void {
    const refused = refusal(node, this.lines);
    if (refused !== null) {
      this.failures.push(refused);
      return;
    }
    if (isOnlyType(node) || isList(node)) this.blanks.blankStatement(node.start, node.end);
    else this.inside(node, parent);
  }

  private inside(node: Node, parent: Node): void {
    const { text, blanks } = this;
    const { typeParameters, typeArguments, expression } = typeParts(node);
    switch (node.type as string) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression': {
        this.visit(expression!, node);
        const word = node.type.startsWith('TSAs') ? 'as' : 'satisfies';
        return blanks.blank(findToken(text, word, expression!.end, node.end), node.end);
      }
      case 'TSNonNullExpression':
        this.visit(expression!, node);
        return blanks.blank(node.end - 1, node.end);
      case 'TSTypeAssertion':
        return this.assertion(node);
      case 'TSInstantiationExpression':
        this.visit(expression!, node);
        return blanks.blank(typeArguments!.start, typeArguments!.end);
    }
    if (typeParameters) blanks.blank(typeParameters.start, typeParameters.end);
    if (typeArguments) blanks.blank(typeArguments.start, typeArguments.end);
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        this.function(node as Function);
        break;
      case 'ArrowFunctionExpression':
        this.function(node as Function);
        this.arrowResult(node as ArrowFunctionExpression);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.class(node as Class);
        break;
      case 'MethodDefinition':
      case 'PropertyDefinition':
        this.member(node as MethodDefinition | PropertyDefinition);
        break;
    }
    this.annotation(node);
    this.children(node);
    if (endsWithLineBreak(node, parent) && blanks.endsAt(node.end) && text[node.end - 1] !== ';') this.open.add(node);
  }

  private children(node: Node): void {
    const { returnType, superTypeParameters } = typeParts(node);
    for (const part of [superTypeParameters, returnType]) if (part) this.blanks.blank(part.start, part.end);
    eachChild(node, (child) => {
      const value = !isType(child) || (child.type === typeParameterList && child !== typeParts(node).typeParameters);
      if (value) this.visit(child, node);
    });
  }

  /** `name?: T`, `name!: T`, and so for patterns, fields and methods. */
  private annotation(node: Node): void {
    const { typeAnnotation, optional, definite } = typeParts(node);
    if (typeAnnotation) this.blanks.blank(typeAnnotation.start, typeAnnotation.end);
    if (node.type === 'VariableDeclarator' && definite) {
      const { id } = node as Node & { id: Node };
      this.blankToken('!', id.start, typeParts(id).typeAnnotation?.start ?? id.end);
    }
    if (optional && node.type === 'Identifier') this.blankToken('?', node.start, typeAnnotation?.start ?? node.end);
  }

  /** A `this` parameter is only a type. */
  private function(node: Function): void {
    const [first, second] = node.params;
    if (first?.type !== 'Identifier' || first.name !== 'this') return;
    const comma = findToken(this.text, ',', first.end, second?.start ?? node.body.start);
    this.blanks.blank(first.start, comma === -1 ? first.end : comma + 1);
  }

  /** No line break may stand between `)` and `=>`; one in the type would. */
  private arrowResult(node: ArrowFunctionExpression): void {
    const { returnType } = typeParts(node);
    if (!returnType) return;
    const from = node.params.at(-1)?.end ?? node.start;
    const close = findLast(this.text, ')', from, returnType.start);
    if (close === -1 || !hasLineEnd(this.text.slice(close, returnType.end))) return;
    this.blanks.blank(close, close + 1);
    this.blanks.mark(returnType.end - 1, ')');
  }

  private class(node: Class): void {
    const { abstract, superTypeParameters, typeParameters, implements: interfaces } = typeParts(node);
    if (abstract) this.blankToken('abstract', node.start, node.body.start);
    const last = interfaces?.at(-1);
    if (!last) return;
    const from = superTypeParameters?.end ?? node.superClass?.end ?? typeParameters?.end ?? node.id?.end ?? node.start;
    this.blanks.blank(findToken(this.text, 'implements', from, last.start), last.end);
  }

  private member(node: MethodDefinition | PropertyDefinition): void {
    this.modifiers(node);
    const { optional, definite, typeAnnotation } = typeParts(node);
    if (!optional && !definite) return;
    const end = typeAnnotation?.start ?? (node.type === 'MethodDefinition' ? node.value.start : (node.value?.start ?? node.end));
    const from = node.computed ? findToken(this.text, ']', node.key.end, end) : node.key.end;
    this.blankToken(optional ? '?' : '!', from, end);
  }

  /** Words before the name of a member that say something about types. The first becomes a semicolon: a field without one stands before it perhaps. */
  private modifiers(node: MethodDefinition | PropertyDefinition): void {
    for (let at = skipSpace(this.text, node.start); at < node.key.start;) {
      const word = /^\w+/.exec(this.text.slice(at, node.key.start))?.[0] ?? '';
      if (/^(?:public|private|protected|readonly|override)$/.test(word)) {
        this.blanks.blank(at, at + word.length);
        if (at === node.start) this.blanks.mark(at, ';');
      }
      at = skipSpace(this.text, at + Math.max(1, word.length));
    }
  }

  /** `<T>x`. */
  private assertion(node: Node): void {
    const { expression, typeAnnotation } = typeParts(node);
    this.visit(expression!, node);
    this.blanks.blank(node.start, findToken(this.text, '>', typeAnnotation!.end) + 1);
  }

  private blankToken(token: string, from: number, to: number): void {
    const at = findToken(this.text, token, from, to);
    if (at !== -1) this.blanks.blank(at, at + token.length);
  }
}

/** An import, or an export without a declaration. */
function isList(node: Node): boolean {
  if (node.type === 'ExportNamedDeclaration') return !(node as ExportNamedDeclaration).declaration;
  return node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration';
}

/** Whether a node can end by a line break instead of a semicolon. */
function endsWithLineBreak(node: Node, parent: Node): boolean {
  switch (node.type) {
    case 'VariableDeclaration':
      return !/^For/.test(parent.type);
    case 'ExpressionStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'PropertyDefinition':
      return true;
    default:
      return false;
  }
}
