import type { ExportNamedDeclaration, Program } from 'acorn';
import type { Failure } from '../../../model/failure.js';
import { Frame } from './frame.js';
import type { LineTable } from './line-table.js';
import { loadFailure } from './load-failure.js';
import { Output } from './output.js';
import { rewriteAwait, rewriteReturn, rewriteStatement, rewriteThrow, rewriteYield } from './rewrite-awaits.js';
import { rewriteBlock, rewriteStaticBlock, rewriteUsing } from './rewrite-blocks.js';
import { rewriteClass, rewriteField, rewriteMethod } from './rewrite-classes.js';
import { rewriteFunction } from './rewrite-functions.js';
import { rewriteLabel, rewriteLoop } from './rewrite-loops.js';
import {
  rewriteCall,
  rewriteIdentifier,
  rewriteMember,
  rewriteMetaProperty,
  rewriteProperty,
  rewriteSuper,
  rewriteTagged,
} from './rewrite-names.js';
import { rewriteSwitch, rewriteTry } from './rewrite-try.js';
import { hasLineEnd } from './scan.js';
import { SharedGenerators } from './shared-generators.js';
import { type Node, eachChild, isOnlyType, isType, isTypeWrapper, typeParts } from './syntax.js';
import { Tables } from './tables.js';

type Rewrite = (rewriter: Rewriter, node: never, parent: Node) => void;

const rewrites: Readonly<Record<string, Rewrite>> = {
  AwaitExpression: rewriteAwait,
  YieldExpression: rewriteYield,
  ReturnStatement: rewriteReturn,
  ThrowStatement: rewriteThrow,
  ExpressionStatement: rewriteStatement,
  FunctionDeclaration: rewriteFunction,
  FunctionExpression: rewriteFunction,
  ArrowFunctionExpression: rewriteFunction,
  ClassDeclaration: rewriteClass,
  ClassExpression: rewriteClass,
  MethodDefinition: rewriteMethod,
  PropertyDefinition: rewriteField,
  StaticBlock: rewriteStaticBlock,
  BlockStatement: rewriteBlock,
  VariableDeclaration: rewriteUsing,
  LabeledStatement: rewriteLabel,
  WhileStatement: rewriteLoop,
  DoWhileStatement: rewriteLoop,
  ForStatement: rewriteLoop,
  ForInStatement: rewriteLoop,
  ForOfStatement: rewriteLoop,
  TryStatement: rewriteTry,
  SwitchStatement: rewriteSwitch,
  Identifier: rewriteIdentifier,
  Super: rewriteSuper,
  ThisExpression: (rewriter) => rewriter.frame.useThis(),
  MetaProperty: rewriteMetaProperty,
  MemberExpression: rewriteMember,
  Property: rewriteProperty,
  CallExpression: rewriteCall,
  TaggedTemplateExpression: rewriteTagged,
  ImportDeclaration: () => undefined,
  ExportNamedDeclaration: (rewriter, node: ExportNamedDeclaration) => rewriter.visitAll([node.declaration], node),
  ExportAllDeclaration: () => undefined,
  ImportExpression: (rewriter, node: Node) =>
    rewriter.fail(node, "'import(…)' is not available in a process.", "Write import * as am from 'automancer' at the top of the file."),
};

/**
 * Rewrites async functions into generators that tasks of the runtime drive, and puts in what lets the runtime know where the
 * process is. Walks the tree once; each `rewrite…` function deals with its kind of node and visits what is inside.
 */
export class Rewriter {
  readonly out: Output;
  readonly tables: Tables;
  readonly failures: Failure[] = [];
  /** Names that stand for values somewhere, as opposed to types. */
  readonly used = new Set<string>();
  frame = new Frame(null, 'module', false, false, -1);
  /** Where generators are kept here; `null`: they are made with every call. */
  shared: SharedGenerators | null = null;
  /** Variable of the innermost block's resources (`using`). */
  resources: string | null = null;
  /** Where the labels in front of the next statement begin. */
  labelStart: number | null = null;
  /** Inside the initial value of a class field, which is evaluated once per object. */
  insideField = false;
  private lastNumber = 0;

  /** `code`: the text without types, in which everything stands where it stands in the text of `lines`. `open`: statements that need a semicolon. */
  constructor(
    readonly code: string,
    private readonly open: ReadonlySet<Node>,
    readonly lines: LineTable,
  ) {
    this.out = new Output(code);
    this.tables = new Tables(lines);
  }

  program(program: Program): void {
    if (this.code.startsWith('#!')) this.out.replace(0, 2, '//');
    for (const statement of program.body) this.visit(statement, program);
  }

  visit(node: Node, parent: Node): void {
    if (isType(node) || isOnlyType(node)) return;
    if (isTypeWrapper(node)) return this.wrapped(node, typeParts(node).expression!, parent);
    const rewrite = rewrites[node.type];
    if (rewrite) rewrite(this, node as never, parent);
    else this.children(node);
    if (this.open.has(node)) this.out.after(node.end, ';');
  }

  /** `<T>x`, `x as T`, … A line break that is left of a type must not end the statement (`return <T>⏎x`). */
  private wrapped(node: Node, inner: Node, parent: Node): void {
    const broken = inner.start > node.start && hasLineEnd(this.code.slice(node.start, inner.start));
    if (broken) this.out.before(node.start, '(');
    this.visit(inner, parent);
    if (broken) this.out.after(node.end, ')');
  }

  visitAll(nodes: readonly (Node | null | undefined)[], parent: Node): void {
    for (const node of nodes) if (node) this.visit(node, parent);
  }

  children(node: Node): void {
    eachChild(node, (child) => this.visit(child, node));
  }

  /** Visits what cannot keep generators: a place that is evaluated again with other variables, or has no room for a declaration. */
  withoutShared(visit: () => void): void {
    const before = this.shared;
    this.shared = null;
    visit();
    this.shared = before;
  }

  /** Keeps the generators of the top level at the beginning of the text. */
  keepModuleGenerators(): SharedGenerators {
    return (this.shared = new SharedGenerators(this.out.slot(0)));
  }

  /** A number that makes a generated name unique. */
  number(): number {
    return ++this.lastNumber;
  }

  site(start: number, end: number): number {
    return this.tables.site(start, end, this.frame.functionId);
  }

  fail(node: { readonly start: number; readonly end: number }, message: string, hint: string): void {
    this.failures.push(loadFailure('SyntaxError', message, hint, this.lines.range(node.start, node.end)));
  }
}
