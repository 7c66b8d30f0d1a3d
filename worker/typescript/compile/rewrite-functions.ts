import type { ArrowFunctionExpression, Function, Identifier } from 'acorn';
import { Frame } from './frame.js';
import { isTaskCall } from './rewrite-awaits.js';
import type { Rewriter } from './rewriter.js';
import { findToken, skipSpace } from './scan.js';
import { SharedGenerators } from './shared-generators.js';
import { type Node, withoutTypes } from './syntax.js';

/** Any function. An async one becomes a plain function with the same name, length and `this` that starts a task over a generator. */
export function rewriteFunction(rewriter: Rewriter, node: Function & Node, parent: Node): void {
  const before = rewriter.frame;
  const arrow = node.type === 'ArrowFunctionExpression';
  const parameters = declaredParameters(node);
  const named = nameNode(node, parent);
  const id = rewriter.tables.function(node, nameText(named, parent), named ?? node, parameters.length);
  rewriter.frame = new Frame(before, arrow ? 'arrow' : 'function', node.async, node.generator, id);
  const { insideField, resources } = rewriter;
  rewriter.insideField = false;
  rewriter.resources = null;
  if (node.async) rewriteAsync(rewriter, node, parameters, isMethod(parent));
  else {
    visitParameters(rewriter, node);
    if (node.body.type === 'BlockStatement') rewriter.visit(node.body, node);
    else rewriter.withoutShared(() => rewriter.visit(node.body, node));
  }
  rewriter.frame = before;
  rewriter.insideField = insideField;
  rewriter.resources = resources;
}

/**
 * `async function f(a, b) { … }` becomes `function f(__p0,__p1){return __p.run(7,(__pg7??=function*(a, b) { … })(__p0,__p1))}`.
 *
 * The parameters belong to the generator. If making its object can fail or needs more than names, `__p.start` makes it, so that an
 * error in a default value makes the task fail instead of the call.
 */
function rewriteAsync(rewriter: Rewriter, node: Function & Node, parameters: readonly Node[], method: boolean): void {
  const { out, code, frame, shared } = rewriter;
  const arrow = frame.kind === 'arrow';
  if (!method) removeAsync(rewriter, node);
  const open = arrow ? skipSpace(code, node.start + 'async'.length) : findToken(code, '(', node.id?.end ?? node.start);
  const head = out.slot(open);
  visitParameters(rewriter, node);
  if (arrow && code[open] !== '(') wrapParameter(rewriter, node.params[0]!);
  if (arrow) rewriteArrowBody(rewriter, node as ArrowFunctionExpression, open);
  else rewriter.visit(node.body, node);

  const { captures, functionId, usesThis, usesArguments } = frame;
  const stored = captures.size === 0 ? (shared?.add(functionId) ?? null) : null;
  const declarations = [...captures].map((what) => captureText[what]).join('');
  const self = usesThis ? 'this' : 'void 0';
  const length = parameters.findIndex((parameter) => parameter.type === 'AssignmentPattern' || parameter.type === 'RestElement');
  const names = parameters.slice(0, length === -1 ? undefined : length).map((_, index) => `__p${index}`);
  const simple = parameters.every((parameter) => parameter.type === 'Identifier') && !usesArguments;
  const generator = `${stored === null ? '' : `${stored}??=`}function*`;
  const formal = arrow && !simple ? [...names, '...__pr'] : names;
  const braces = !arrow || declarations !== '';
  const start = `(${formal.join(',')})${arrow ? '=>' : ''}${braces ? `{${declarations}return ` : ''}`;
  const end = braces ? ')}' : ')';
  const kind = node.generator ? 'stream' : 'run';
  if (simple) {
    head.text = `${start}__p.${kind}(${functionId},(${generator}`;
    out.after(node.end, usesThis ? `).call(${[self, ...names].join(',')})${end}` : `)(${names.join(',')})${end}`, null);
  } else if (node.generator) {
    // An error in a default value is thrown by the call here, as the language has it.
    head.text = `${start}__p.stream(${functionId},(${generator}`;
    out.after(node.end, `).apply(${self},arguments)${end}`, null);
  } else {
    head.text = `${start}__p.start(${functionId},${generator}`;
    out.after(node.end, `,${self},${arrow ? `[${formal.join(',')}]` : 'arguments'}${end}`, null);
  }
}

const captureText = {
  arguments: 'const __pa=arguments;',
  super: 'const __ps=__p.parent(__pk=>super[__pk],(__pk,__pv)=>super[__pk]=__pv);',
  superMethods: 'const __pm=__p.parentMethods(__pk=>super[__pk],this);',
  newTarget: 'const __pt=new.target;',
} as const;

/** Names that the generator of an async function uses for what it cannot have of its own. */
export const capturedNames = { arguments: '__pa', super: '__ps', superMethods: '__pm', newTarget: '__pt' } as const;

function rewriteArrowBody(rewriter: Rewriter, node: ArrowFunctionExpression, open: number): void {
  const { out, code } = rewriter;
  const arrowAt = findToken(code, '=>', node.params.at(-1)?.end ?? open);
  if (!node.expression) {
    out.replace(arrowAt, arrowAt + 2, '');
    return rewriter.visit(node.body, node);
  }
  out.replace(arrowAt, arrowAt + 2, '{');
  const shared = rewriter.shared;
  rewriter.shared = new SharedGenerators(out.slot(arrowAt + 2));
  const awaited = isTaskCall(withoutTypes(node.body));
  out.before(arrowAt + 2, awaited ? `return(yield __p.at(${rewriter.site(node.body.start, node.body.end)},` : 'return(', node.body.start);
  rewriter.visit(node.body, node);
  rewriter.shared.declare();
  rewriter.shared = shared;
  out.after(node.end, awaited ? '))}' : ')}');
}

function removeAsync(rewriter: Rewriter, node: Function & Node): void {
  rewriter.out.replace(node.start, node.start + 'async'.length, '');
  if (!node.generator) return;
  const star = findToken(rewriter.code, '*', node.start);
  rewriter.out.replace(star, star + 1, '');
}

function wrapParameter(rewriter: Rewriter, parameter: Node): void {
  rewriter.out.before(parameter.start, '(');
  rewriter.out.after(parameter.end, ')');
}

function visitParameters(rewriter: Rewriter, node: Function): void {
  rewriter.withoutShared(() => rewriter.visitAll(declaredParameters(node), node as Function & Node));
}

/** Without a `this` parameter, which is only a type. */
function declaredParameters(node: Function): readonly Node[] {
  const [first, ...rest] = node.params;
  return first?.type === 'Identifier' && first.name === 'this' ? rest : node.params;
}

function isMethod(parent: Node): boolean {
  return parent.type === 'MethodDefinition' || (parent.type === 'Property' && (parent as Node & { method: boolean }).method);
}

/** The node that gives a function its name. */
function nameNode(node: Function, parent: Node): Node | null {
  if (node.id) return node.id;
  const around = parent as Node & { readonly id?: Node; readonly key?: Node; readonly left?: Node };
  switch (parent.type) {
    case 'VariableDeclarator':
      return around.id ?? null;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return around.key ?? null;
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return around.left ?? null;
    default:
      return null;
  }
}

function nameText(named: Node | null, parent: Node): string {
  if (named?.type === 'Identifier') return (named as Identifier).name;
  if (named?.type === 'PrivateIdentifier') return `#${(named as Node & { name: string }).name}`;
  if (named?.type === 'Literal') return String((named as Node & { value: unknown }).value);
  return parent.type === 'ExportDefaultDeclaration' ? 'process' : 'anonymous';
}
