import { LineTable } from '../worker/typescript/compile/line-table.js';
import { parse } from '../worker/typescript/compile/parse.js';
import { eachChild, known, type Node } from '../worker/typescript/compile/syntax.js';

export interface UsedNames {
  /** What it imports from `hardware` that is neither class nor function: devices and services. A blocking session of mail counts as `mail`. */
  readonly devices: readonly string[];
  /** In order: `am.quantity`, `context.wait`, `pump.flow.write`, `NodeUnavailableError`. */
  readonly names: readonly string[];
}

/** What the module `hardware` has besides devices, services and classes. */
const functions = ['watch'];

/** What of the process API a process uses. Throws when its text cannot be read. */
export function usedNames(code: string): UsedNames {
  const parsed = parse(new LineTable(code));
  if (!parsed.ok) throw new Error(parsed.failure.message);
  /** The local names of the modules. */
  const modules = new Map<string, string>();
  const devices: string[] = [];
  const names = new Set<string>();

  for (const statement of parsed.program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const specifier of statement.specifiers) {
      const local = specifier.local.name;
      if (specifier.type === 'ImportNamespaceSpecifier') modules.set(local, statement.source.value === 'automancer' ? 'am' : 'asyncio');
      else if (/^[A-Z]/.test(local) || functions.includes(local)) names.add(local);
      else devices.push(local);
    }
  }

  const visit = (node: Node): void => {
    const chain = chainOf(node);
    const root = chain?.[0];
    if (chain && chain.length > 1 && root !== undefined) {
      if (modules.has(root)) names.add(`${modules.get(root)}.${chain[1]}`);
      else if (root === 'context') names.add(`context.${chain[1]}`);
      else if (devices.includes(root)) names.add(chain.join('.'));
    }
    // Of `pump.flow.write` only the whole counts.
    if (chain === null) eachChild(node, visit);
  };
  visit(parsed.program);
  if (names.has('blocking.SMTP')) devices.push('mail');
  return { devices, names: [...names] };
}

/** `a.b.c` as its parts; `null` for anything else. */
function chainOf(node: Node): readonly string[] | null {
  const expression = known(node);
  if (expression.type === 'Identifier') return [expression.name];
  if (expression.type !== 'MemberExpression' || expression.computed || expression.property.type !== 'Identifier') return null;
  const object = chainOf(expression.object);
  return object === null ? null : [...object, expression.property.name];
}
