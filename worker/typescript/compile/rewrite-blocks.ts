import type { BlockStatement, StaticBlock, Statement, VariableDeclaration } from 'acorn';
import { Frame } from './frame.js';
import type { Rewriter } from './rewriter.js';
import { findToken, skipSpace } from './scan.js';
import { SharedGenerators } from './shared-generators.js';
import type { Node } from './syntax.js';

export function rewriteBlock(rewriter: Rewriter, node: BlockStatement): void {
  const { out, shared } = rewriter;
  const block = (rewriter.shared = new SharedGenerators(out.slot(node.start + 1)));
  rewriteStatements(rewriter, node, node.start + 1, node.end - 1);
  block.declare();
  rewriter.shared = shared;
}

export function rewriteStaticBlock(rewriter: Rewriter, node: StaticBlock): void {
  const { frame, code } = rewriter;
  rewriter.frame = new Frame(frame, 'static', false, false, frame.functionId);
  const open = findToken(code, '{', node.start) + 1;
  rewriter.withoutShared(() => rewriteStatements(rewriter, node, open, node.end - 1));
  rewriter.frame = frame;
}

function rewriteStatements(rewriter: Rewriter, node: Node & { body: readonly Statement[] }, start: number, end: number): void {
  const mode = disposalOf(node.body);
  if (mode === null) return rewriter.visitAll(node.body, node);
  withResources(rewriter, mode, start, end, () => rewriter.visitAll(node.body, node));
}

export type Disposal = 'using' | 'await using';

function disposalOf(statements: readonly Statement[]): Disposal | null {
  let mode: Disposal | null = null;
  for (const statement of statements) {
    if (statement.type !== 'VariableDeclaration') continue;
    if (statement.kind === 'await using') return 'await using';
    if (statement.kind === 'using') mode = 'using';
  }
  return mode;
}

/** Surrounds a stretch with what disposes of the resources that are declared in it. Engines do not all know `using` yet. */
export function withResources(rewriter: Rewriter, mode: Disposal, start: number, end: number, visit: (name: string) => void): void {
  const { out, resources, frame } = rewriter;
  const name = `__pd${rewriter.number()}`;
  out.before(start, `const ${name}=__p.resources();try{`);
  rewriter.resources = name;
  frame.tries++;
  if (mode === 'await using') frame.awaits++;
  visit(name);
  frame.tries--;
  rewriter.resources = resources;
  const release = mode === 'await using' ? `yield* ${name}.disposeAsync()` : `${name}.dispose()`;
  out.after(end, `}catch(__pe){${name}.fail(__pe)}finally{${release}}`);
}

/** `using x = e` becomes `const x = resources.use(e)`. Declarations of other kinds stay as they are. */
export function rewriteUsing(rewriter: Rewriter, node: VariableDeclaration, parent: Node): void {
  if (node.kind !== 'using' && node.kind !== 'await using') return rewriter.children(node);
  const { out, code, resources } = rewriter;
  if (resources === null || parent.type === 'Program' || parent.type === 'SwitchCase') {
    return rewriter.fail(node, `'${node.kind}' stands in a block only.`, 'Put it into the process function, or into a block { … }.');
  }
  usingKeyword(rewriter, node);
  for (const { id, init, start, end } of node.declarations) {
    if (!init) continue;
    const equals = findToken(code, '=', id.end, init.start);
    out.before(equals + 1, `${resources}.${useMethod(node.kind)}(`);
    rewriter.visit(init, node);
    out.after(end, `,${rewriter.site(start, end)})`);
  }
}

export function useMethod(kind: Disposal): 'use' | 'useAsync' {
  return kind === 'using' ? 'use' : 'useAsync';
}

/** Makes `const` of the words before the names. */
export function usingKeyword(rewriter: Rewriter, node: VariableDeclaration): void {
  const { out, code } = rewriter;
  const first = skipSpace(code, node.start);
  if (node.kind === 'await using') {
    out.replace(first, first + 'await'.length, '');
    const second = findToken(code, 'using', first + 'await'.length);
    return out.replace(second, second + 'using'.length, 'const');
  }
  out.replace(first, first + 'using'.length, 'const');
}
