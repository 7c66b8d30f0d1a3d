import type { AnyNode, Node } from 'acorn';

export type { AnyNode, Node };

/** What the TypeScript plugin adds to nodes of the language itself. */
export interface TypeParts {
  readonly typeAnnotation?: Node | null;
  readonly returnType?: Node | null;
  readonly typeParameters?: Node | null;
  readonly typeArguments?: Node | null;
  readonly superTypeParameters?: Node | null;
  readonly implements?: readonly Node[];
  readonly decorators?: readonly Node[];
  readonly optional?: boolean;
  readonly definite?: boolean;
  readonly declare?: boolean;
  readonly abstract?: boolean;
  readonly accessor?: boolean;
  readonly importKind?: 'type' | 'value';
  readonly exportKind?: 'type' | 'value';
  /** The expression inside `as`, `satisfies`, `!`, `<T>x` and `f<T>`; it is not part of its type. */
  readonly expression?: Node;
}

export function typeParts(node: Node): TypeParts {
  return node as Node & TypeParts;
}

/** A node of any kind, for a `switch` over `type`. Nodes of the TypeScript plugin fall through to its default. */
export function known(node: Node): AnyNode {
  return node as AnyNode;
}

/** Calls `visit` with every child node, in order of the text within each member. */
export function eachChild(node: Node, visit: (child: Node) => void): void {
  for (const key in node) {
    if (key === 'loc') continue;
    const value: unknown = (node as unknown as Record<string, unknown>)[key];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) for (const item of value as unknown[]) visitIfNode(item, visit);
    else visitIfNode(value, visit);
  }
}

function visitIfNode(value: unknown, visit: (child: Node) => void): void {
  if (typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string') visit(value as Node);
}

/** Whether a node is an expression around another one that only says something about types. */
export function isTypeWrapper(node: Node): boolean {
  switch (node.type as string) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return true;
    default:
      return false;
  }
}

/** The expression itself, without `as T`, `!` and the like. */
export function withoutTypes(node: Node): Node {
  let inner = node;
  while (isTypeWrapper(inner)) inner = typeParts(inner).expression!;
  return inner;
}

/** Whether a node is part of a type, which is never run. */
export function isType(node: Node): boolean {
  return node.type.startsWith('TS') && !isTypeWrapper(node) && !typeStatements.has(node.type) && !refusedTypes.has(node.type);
}

const typeStatements = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction', 'TSIndexSignature']);

/** Where syntax that leaves code behind can stand. */
const refusedTypes = new Set([
  'TSEnumDeclaration',
  'TSModuleDeclaration',
  'TSParameterProperty',
  'TSImportEqualsDeclaration',
  'TSExportAssignment',
  'TSNamespaceExportDeclaration',
  'TSAbstractAccessorProperty',
]);

/** Whether a statement or a member of a class is nothing but a declaration for the type checker. */
export function isOnlyType(node: Node): boolean {
  const { declare, abstract, importKind, exportKind } = typeParts(node);
  if (declare === true || typeStatements.has(node.type)) return true;
  switch (node.type) {
    case 'PropertyDefinition':
      return abstract === true;
    case 'MethodDefinition':
      return abstract === true || (node as Node & { value: Node }).value.type === 'TSDeclareMethod';
    case 'ImportDeclaration':
      return importKind === 'type';
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration': {
      const { declaration } = node as Node & { declaration?: Node | null };
      return exportKind === 'type' || (declaration ? isOnlyType(declaration) : false);
    }
    default:
      return false;
  }
}
