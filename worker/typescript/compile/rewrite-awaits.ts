import type { AwaitExpression, ExpressionStatement, ReturnStatement, ThrowStatement, YieldExpression } from 'acorn';
import type { Rewriter } from './rewriter.js';
import { findToken } from './scan.js';
import { type Node, withoutTypes } from './syntax.js';

/** `await e` becomes `(yield __p.at(SITE,e))`. */
export function rewriteAwait(rewriter: Rewriter, node: AwaitExpression, parent: Node): void {
  const { out, frame } = rewriter;
  if (!frame.async) return rewriter.fail({ start: node.start, end: node.start + 5 }, ...awaitOutside(rewriter));
  frame.awaits++;
  const bare = isWholeStatement(node, parent);
  // An unknown name in the argument is reported by V8 where the call begins.
  const site = rewriter.site(node.start, node.end);
  out.replace(node.start, node.start + 'await'.length, `${bare ? '' : '('}yield __p.at(${site},`, node.argument.start);
  rewriter.visit(node.argument, node);
  out.after(node.end, bare ? ')' : '))');
}

/** What to say about an await that no async function is around. */
export function awaitOutside(rewriter: Rewriter): [message: string, hint: string] {
  if (rewriter.frame.kind === 'module') {
    return ["'await' at the top level: nothing can be waited for while the file is being loaded.", 'Put it into the process function.'];
  }
  return ["'await' outside an async function.", 'Put it into an async function.'];
}

/** In an async generator `yield v` awaits `v` and hands it out; `yield* e` hands out what `e` does. */
export function rewriteYield(rewriter: Rewriter, node: YieldExpression, parent: Node): void {
  const { out, frame, code } = rewriter;
  if (!frame.async) return rewriter.children(node);
  frame.awaits++;
  const bare = isWholeStatement(node, parent);
  const site = rewriter.site(node.start, node.end);
  const open = bare ? '' : '(';
  const close = bare ? '' : ')';
  const keywordEnd = node.start + 'yield'.length;
  if (!node.argument) return out.replace(node.start, keywordEnd, `${open}yield __p.out()${close}`);
  if (node.delegate) {
    const star = findToken(code, '*', keywordEnd);
    out.replace(node.start, star + 1, `${open}yield __p.delegate(${site},`, node.argument.start);
    rewriter.visit(node.argument, node);
    return out.after(node.end, `)${close}`);
  }
  out.replace(node.start, keywordEnd, `${open}yield __p.out(yield __p.at(${site},`, node.argument.start);
  rewriter.visit(node.argument, node);
  out.after(node.end, `))${close}`);
}

/**
 * A statement that is nothing but an await needs no parentheses, and must have none: without a semicolon before it, it would become
 * a call. One that begins with something that will open a parenthesis gets a harmless beginning instead.
 */
export function rewriteStatement(rewriter: Rewriter, node: ExpressionStatement): void {
  const { expression, start } = node;
  const bare = isWholeStatement(withoutTypes(expression), node) && /^(?:Await|Yield)/.test(withoutTypes(expression).type);
  if (!bare && /^(?:await|async|yield)\b/.test(rewriter.code.slice(start, start + 6)) && rewriter.frame.kind !== 'module') {
    rewriter.out.before(start, '0,');
  }
  rewriter.visit(expression, node);
}

function isWholeStatement(node: Node, parent: Node): boolean {
  return parent.type === 'ExpressionStatement' && node.start === parent.start;
}

/**
 * `return f()` is taken as `return await f()`, which comes to the same outside a try block: so it is known where the function is
 * while it waits for what it returns. An async generator awaits what it returns in any case.
 */
export function rewriteReturn(rewriter: Rewriter, node: ReturnStatement): void {
  const { out, frame, code } = rewriter;
  const { argument } = node;
  if (!argument) return;
  const awaited = frame.async && (frame.generator || (frame.tries === 0 && isTaskCall(withoutTypes(argument))));
  if (awaited) {
    frame.awaits++;
    out.before(node.start + 'return'.length, `(yield __p.at(${rewriter.site(node.start, node.end)},`, argument.start);
  }
  rewriter.visit(argument, node);
  if (awaited) out.after(statementEnd(code, node), '))');
}

/** Something that is thrown and is no error knows no place; the runtime remembers it. */
export function rewriteThrow(rewriter: Rewriter, node: ThrowStatement): void {
  const { out, code } = rewriter;
  const noted = node.argument.type !== 'NewExpression';
  if (noted) out.before(node.start + 'throw'.length, ` __p.raised(${rewriter.site(node.start, node.end)},`, node.argument.start);
  rewriter.visit(node.argument, node);
  if (noted) out.after(statementEnd(code, node), ')');
}

/** Whether an expression may well be a task that is returned. */
export function isTaskCall(node: Node): boolean {
  return node.type === 'CallExpression' || node.type === 'NewExpression' || node.type === 'ChainExpression';
}

function statementEnd(code: string, node: Node): number {
  return code[node.end - 1] === ';' ? node.end - 1 : node.end;
}
