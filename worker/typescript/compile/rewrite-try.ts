import type { CatchClause, SwitchStatement, TryStatement } from 'acorn';
import type { Rewriter } from './rewriter.js';
import { findLast, findToken } from './scan.js';

export function rewriteTry(rewriter: Rewriter, node: TryStatement): void {
  const { frame } = rewriter;
  const awaits = frame.awaits;
  frame.tries++;
  rewriter.visit(node.block, node);
  const awaited = frame.async && frame.awaits > awaits;
  if (awaited && node.handler) rewriter.tables.guard(node.block);
  if (!node.finalizer) frame.tries--;
  if (node.handler) rewriteCatch(rewriter, node.handler, awaited);
  if (!node.finalizer) return;
  frame.tries--;
  rewriter.visit(node.finalizer, node);
}

/**
 * A catch clause around an await can swallow a cancellation. `__p.caught` tells whether it has one in its hands; unless it then ends
 * by an error, that is reported, in whatever way it is left:
 *
 *     catch (e) { let held = __p.caught(e); try { … } catch (error) { held = false; throw error } finally { if (held) __p.swallowed(SITE) } }
 */
function rewriteCatch(rewriter: Rewriter, node: CatchClause, awaited: boolean): void {
  const { out, code } = rewriter;
  const { param, body } = node;
  if (!awaited) return rewriter.children(node);
  const open = body.start;
  const opening = 'try{';
  if (!param) {
    out.before(open, '(__pe)');
    out.before(open + 1, `let __pc=__p.caught(__pe);${opening}`);
  } else if (param.type === 'Identifier') {
    rewriter.visit(param, node);
    out.before(open + 1, `let __pc=__p.caught(${param.name});${opening}`);
  } else {
    const parenthesis = findToken(code, '(', node.start, param.start);
    out.replace(parenthesis, parenthesis + 1, '(__pe){let __pc=__p.caught(__pe);let ');
    rewriter.withoutShared(() => rewriter.visit(param, node));
    const close = findLast(code, ')', param.end, open);
    out.replace(close, close + 1, `=__pe;${opening}`);
    out.replace(open, open + 1, '');
  }
  rewriter.visit(body, node);
  const site = rewriter.site(node.start, node.start + 'catch'.length);
  const closing = `}catch(__pe){__pc=false;throw __pe}finally{if(__pc)__p.swallowed(${site})}`;
  // In an empty block both stand at the same place, the opening first.
  if (body.body.length === 0) out.before(body.end - 1, closing);
  else out.after(body.end - 1, closing);
}

/** The cases of a switch are one block, in which nothing can be declared that every case is sure to reach. */
export function rewriteSwitch(rewriter: Rewriter, node: SwitchStatement): void {
  rewriter.visit(node.discriminant, node);
  rewriter.withoutShared(() => rewriter.visitAll(node.cases, node));
}
