import type { CallExpression, Identifier, MemberExpression, MetaProperty, Property, Super, TaggedTemplateExpression } from 'acorn';
import { removeMethodAsync } from './rewrite-classes.js';
import { capturedNames } from './rewrite-functions.js';
import type { Rewriter } from './rewriter.js';
import { type Node, withoutTypes } from './syntax.js';

export function rewriteIdentifier(rewriter: Rewriter, node: Identifier, parent: Node): void {
  const { name } = node;
  if (parent.type === 'BreakStatement' || parent.type === 'ContinueStatement' || parent.type === 'LabeledStatement') return;
  if (name.startsWith('__p')) {
    rewriter.fail(node, `The name '${name}' is taken: names that begin with __p belong to the playground.`, 'Choose another name.');
  }
  rewriter.used.add(name);
  if (name !== 'arguments') return;
  const owner = rewriter.frame.owner.kind;
  if (owner !== 'function')
    return rewriter.fail(node, "'arguments' outside a function.", 'Only functions that are no arrow functions have it.');
  if (rewriter.frame.capture('arguments')) rewriter.out.replace(node.start, node.end, capturedNames.arguments);
}

/** The names of members are no names of values. */
export function rewriteMember(rewriter: Rewriter, node: MemberExpression): void {
  rewriter.visit(node.object, node);
  if (node.computed) rewriter.visit(node.property, node);
}

export function rewriteProperty(rewriter: Rewriter, node: Property): void {
  if (node.computed) rewriter.visit(node.key, node);
  if (node.method && node.value.type === 'FunctionExpression' && node.value.async) {
    removeMethodAsync(rewriter, node, node.value.generator, '');
  }
  const { value } = node;
  // `{ arguments }`: its key must keep its name.
  if (node.shorthand && value.type === 'Identifier' && value.name === 'arguments') rewriter.out.before(node.start, 'arguments:');
  rewriter.visit(value, node);
}

/** An async method's generator has no `super`; it uses a stand-in that the method makes (`__p.parent`). */
export function rewriteSuper(rewriter: Rewriter, node: Super, parent: Node): void {
  const { frame } = rewriter;
  if (parent.type !== 'CallExpression') replaceSuper(rewriter, node, 'super');
  else if (frame.kind === 'arrow' && frame.async)
    rewriter.fail(node, "'super(…)' in an async function.", 'Call it in the constructor itself.');
}

/** `super.m(a)` through a stand-in needs one that knows `this` (`__p.parentMethods`). */
export function rewriteCall(rewriter: Rewriter, node: CallExpression): void {
  rewriteCallee(rewriter, node.callee, node);
  rewriter.visitAll(node.arguments, node);
}

export function rewriteTagged(rewriter: Rewriter, node: TaggedTemplateExpression): void {
  rewriteCallee(rewriter, node.tag, node);
  rewriter.visit(node.quasi, node);
}

function rewriteCallee(rewriter: Rewriter, callee: Node, parent: Node): void {
  const inner = withoutTypes(callee) as MemberExpression;
  if (inner.type !== 'MemberExpression' || inner.object.type !== 'Super') return rewriter.visit(callee, parent);
  replaceSuper(rewriter, inner.object, 'superMethods');
  if (inner.computed) rewriter.visit(inner.property, inner);
}

function replaceSuper(rewriter: Rewriter, node: Super, what: 'super' | 'superMethods'): void {
  rewriter.frame.useThis();
  if (rewriter.frame.capture(what)) rewriter.out.replace(node.start, node.end, capturedNames[what]);
}

export function rewriteMetaProperty(rewriter: Rewriter, node: MetaProperty): void {
  if (node.meta.name === 'import') {
    return rewriter.fail(node, "'import.meta' is not available in a process.", 'A process has no address and no files of its own.');
  }
  if (rewriter.frame.capture('newTarget')) rewriter.out.replace(node.start, node.end, capturedNames.newTarget);
}
