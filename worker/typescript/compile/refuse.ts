import type { Failure } from '../../../model/failure.js';
import type { LineTable } from './line-table.js';
import { loadFailure } from './load-failure.js';
import { type Node, typeParts } from './syntax.js';

/** Type parameters of a function; the parser also lets them pass in the place of a value. */
export const typeParameterList = 'TSTypeParameterDeclaration';

/** The failure for syntax that would leave code behind when its types are taken out, or that no engine knows yet; `null` for everything else. */
export function refusal(node: Node, lines: LineTable): Failure | null {
  const refuse = (message: string, hint: string, at: Node = node) =>
    loadFailure('SyntaxError', message, hint, lines.range(at.start, at.end));
  const { declare, decorators, accessor } = typeParts(node);
  const decorator = decorators?.[0];
  if (decorator) return refuse('Decorators (@…) are not supported.', 'Call the function on the class or method instead.', decorator);
  if (declare) return null;
  switch (node.type as string) {
    case 'TSEnumDeclaration':
      return refuse('An enum is not supported.', enumHint(node, lines.text), { ...node, end: headEnd(node, lines.text) });
    case 'TSModuleDeclaration':
      return refuse('A namespace is not supported.', 'A process is a module already: leave out the namespace around its contents.', {
        ...node,
        end: headEnd(node, lines.text),
      });
    case 'TSParameterProperty':
      return refuse(
        'A parameter that declares a field is not supported.',
        'Declare the field in the class, and assign it in the constructor: this.name = name;',
      );
    case 'TSImportEqualsDeclaration':
      return refuse("'import … =' is not supported.", "Write import * as am from 'automancer';");
    case 'TSExportAssignment':
      return refuse("'export =' is not supported.", 'Write export default.');
    case 'TSNamespaceExportDeclaration':
      return refuse("'export as namespace' is not supported.", 'Leave it out.');
    case typeParameterList:
      return refuse('Something is missing behind the type in <…>.', 'Write the value that has this type.');
    case 'PropertyDefinition':
      return accessor ? refuse("'accessor' fields are not supported.", 'Write a get and a set method.') : null;
    case 'AccessorProperty':
    case 'TSAbstractAccessorProperty':
      return refuse("'accessor' fields are not supported.", 'Write a get and a set method.');
    default:
      return null;
  }
}

/** Just before the `{`. */
function headEnd(node: Node, text: string): number {
  const brace = text.indexOf('{', node.start);
  return brace === -1 ? node.end : text.slice(node.start, brace).trimEnd().length + node.start;
}

/** The same thing as an object, with the names and values of the enum, if it is a plain one. */
function enumHint(node: Node, text: string): string {
  const { id, members } = node as Node & { id: Node; members?: readonly (Node & { id: Node; initializer?: Node | null })[] };
  const name = text.slice(id.start, id.end);
  const first = members?.[0];
  if (!first) return `Write const ${name} = { … } as const;`;
  const key = text.slice(first.id.start, first.id.end);
  const value = first.initializer ? text.slice(first.initializer.start, first.initializer.end) : `'${key}'`;
  return `Write an object: const ${name} = { ${key}: ${value}${members.length > 1 ? ', …' : ''} } as const;`;
}
