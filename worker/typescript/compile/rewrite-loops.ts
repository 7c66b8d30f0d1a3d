import type {
  DoWhileStatement,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  LabeledStatement,
  VariableDeclaration,
  WhileStatement,
} from 'acorn';
import { awaitOutside } from './rewrite-awaits.js';
import { type Disposal, useMethod, usingKeyword, withResources } from './rewrite-blocks.js';
import type { Rewriter } from './rewriter.js';
import { findLast, findToken } from './scan.js';
import { SharedGenerators } from './shared-generators.js';
import { eachChild } from './syntax.js';

type Loop = WhileStatement | DoWhileStatement | ForStatement | ForInStatement | ForOfStatement;

/** What is put around a labelled loop goes around its labels too. */
export function rewriteLabel(rewriter: Rewriter, node: LabeledStatement): void {
  rewriter.labelStart ??= node.start;
  const isLoop = /^(?:For|While|DoWhile|Labeled)/.test(node.body.type);
  if (!isLoop) rewriter.labelStart = null;
  rewriter.visit(node.body, node);
  rewriter.labelStart = null;
}

/** Every loop counts its rounds, all in one counter, so that an endless one can be told (`__p.round`). */
export function rewriteLoop(rewriter: Rewriter, node: Loop): void {
  const start = rewriter.labelStart ?? node.start;
  rewriter.labelStart = null;
  const disposal = headerDisposal(node);
  if (node.type === 'ForOfStatement' && node.await) return rewriteForAwait(rewriter, node, start, disposal);
  if (node.type === 'ForStatement' && disposal !== null) {
    rewriter.out.before(start, '{');
    withResources(rewriter, disposal.kind, start, node.end, () => plainLoop(rewriter, node));
    return rewriter.out.after(node.end, '}');
  }
  if (disposal !== null) return disposingLoop(rewriter, node as ForOfStatement, disposal);
  plainLoop(rewriter, node);
}

function plainLoop(rewriter: Rewriter, node: Loop): void {
  visitHeader(rewriter, node);
  rewriteBody(rewriter, node, () => rewriter.visit(node.body, node));
}

/** The parts of a header see other variables in every round. */
function visitHeader(rewriter: Rewriter, node: Loop): void {
  rewriter.withoutShared(() =>
    eachChild(node, (child) => {
      if (child !== node.body) rewriter.visit(child, node);
    }),
  );
}

/** The body in braces, with the counter at its beginning. */
function rewriteBody(rewriter: Rewriter, node: Loop, visit: () => void, extraBraces = false): void {
  const { out, shared } = rewriter;
  const { body } = node;
  const guard = `if(++__pn>2047)__pn=__p.round(${rewriter.site(node.start, headerEnd(rewriter.code, node))});`;
  if (body.type === 'BlockStatement' && !extraBraces) {
    out.before(body.start + 1, guard);
    return visit();
  }
  out.before(body.start, `{${guard}`);
  const block = (rewriter.shared = new SharedGenerators(out.slot(body.start)));
  visit();
  block.declare();
  rewriter.shared = shared;
  out.after(body.end, '}');
}

function headerEnd(code: string, node: Loop): number {
  return node.type === 'DoWhileStatement' ? node.start + 2 : code.slice(node.start, node.body.start).trimEnd().length + node.start;
}

interface HeaderDisposal {
  readonly kind: Disposal;
  readonly declaration: VariableDeclaration;
}

/** `for (using x of …)` and `for (using x = …; …; …)`. */
function headerDisposal(node: Loop): HeaderDisposal | null {
  const declaration = node.type === 'ForStatement' ? node.init : node.type === 'ForOfStatement' ? node.left : null;
  if (declaration?.type !== 'VariableDeclaration') return null;
  return declaration.kind === 'using' || declaration.kind === 'await using' ? { kind: declaration.kind, declaration } : null;
}

/** `for (using x of e) body`: each value is a resource of one round. */
function disposingLoop(rewriter: Rewriter, node: ForOfStatement, disposal: HeaderDisposal): void {
  usingKeyword(rewriter, disposal.declaration);
  rewriter.withoutShared(() => rewriter.visit(node.right, node));
  rewriteBody(rewriter, node, () => visitDisposingBody(rewriter, node, disposal), true);
}

function visitDisposingBody(rewriter: Rewriter, node: ForOfStatement, { kind, declaration }: HeaderDisposal): void {
  const { body } = node;
  const { id, start, end } = declaration.declarations[0]!;
  withResources(rewriter, kind, body.start, body.end, (name) => {
    rewriter.out.before(body.start, `${name}.${useMethod(kind)}(${rewriter.code.slice(id.start, id.end)},${rewriter.site(start, end)});`);
    rewriter.visit(body, node);
  });
}

/**
 * `for await (const x of e) body` becomes, in essence,
 *
 *     { const f = __p.each();
 *       try { for (; f.more(yield __p.at(SITE, f.pull())); ) for (const x of f.opened ? f : f.open(e)) body }
 *       catch (error) { f.fail(error) } finally { if (f.live) yield* f.close(SITE) } }
 *
 * Everything stays in its order, the binding included. The inner loop runs over the one value that was pulled last; in the first round
 * there is none yet. Labels stay with the inner loop, for which `continue` is an ordinary end.
 */
function rewriteForAwait(rewriter: Rewriter, node: ForOfStatement, start: number, disposal: HeaderDisposal | null): void {
  const { out, code, frame } = rewriter;
  if (!frame.async) return rewriter.fail({ start: node.start, end: node.left.start }, ...awaitOutside(rewriter));
  frame.awaits++;
  const name = `__pf${rewriter.number()}`;
  const site = rewriter.site(node.start, findLast(code, ')', node.right.end, node.body.start) + 1);
  out.before(start, `{const ${name}=__p.each();try{for(;${name}.more(yield __p.at(${site},${name}.pull()));)`);
  const keyword = findToken(code, 'await', node.start, node.left.start);
  out.replace(keyword, keyword + 'await'.length, '');
  if (disposal !== null) usingKeyword(rewriter, disposal.declaration);
  else rewriter.withoutShared(() => rewriter.visit(node.left, node));
  const of = findToken(code, 'of', node.left.end, node.right.start);
  out.before(of + 'of'.length, ` ${name}.opened?${name}:${name}.open(`);
  rewriter.withoutShared(() => rewriter.visit(node.right, node));
  out.after(findLast(code, ')', node.right.end, node.body.start), ')');
  frame.tries++;
  const visitBody = () => (disposal === null ? rewriter.visit(node.body, node) : visitDisposingBody(rewriter, node, disposal));
  rewriteBody(rewriter, node, visitBody, disposal !== null);
  frame.tries--;
  out.after(node.end, `}catch(__pe){${name}.fail(__pe)}finally{if(${name}.live)yield* ${name}.close(${site})}}`);
}
