import type { Class, MethodDefinition, PropertyDefinition } from 'acorn';
import { Frame } from './frame.js';
import type { Rewriter } from './rewriter.js';
import { skipSpace } from './scan.js';
import type { Node } from './syntax.js';

/** A class in a field's initial value is made anew with every object, with other private names. */
export function rewriteClass(rewriter: Rewriter, node: Class & Node): void {
  const { insideField, shared } = rewriter;
  if (insideField) rewriter.shared = null;
  rewriter.children(node);
  rewriter.shared = shared;
}

export function rewriteMethod(rewriter: Rewriter, node: MethodDefinition): void {
  if (node.computed) rewriter.visit(node.key, node);
  if (node.value.async) removeMethodAsync(rewriter, node, node.value.generator, ';');
  rewriter.visit(node.value, node);
}

export function rewriteField(rewriter: Rewriter, node: PropertyDefinition): void {
  if (node.computed) rewriter.visit(node.key, node);
  if (!node.value) return;
  const { frame, insideField } = rewriter;
  rewriter.frame = new Frame(frame, 'field', false, false, frame.functionId);
  rewriter.insideField = true;
  rewriter.visit(node.value, node);
  rewriter.insideField = insideField;
  rewriter.frame = frame;
}

/**
 * Takes `async` and `*` away from before the name of a method. In a class `separator` takes their place, so that a field without a
 * semicolon before them does not run on into the method.
 */
export function removeMethodAsync(rewriter: Rewriter, node: Node & { key: Node }, generator: boolean, separator: string): void {
  const { out, code } = rewriter;
  for (let at = skipSpace(code, node.start); at < node.key.start;) {
    const word = /^(?:\w+|\*|;)/.exec(code.slice(at, node.key.start))?.[0] ?? '';
    if (word === 'async' || (word === '*' && generator))
      out.replace(at, at + word.length, word === 'async' && at === node.start ? separator : '');
    if (word === '') return;
    at = skipSpace(code, at + word.length);
  }
}
