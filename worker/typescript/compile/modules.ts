import type { ExportDefaultDeclaration, ExportNamedDeclaration, ImportDeclaration, Literal, Identifier, Pattern, Program } from 'acorn';
import type { Failure } from '../../../model/failure.js';
import type { Range } from '../../../model/place.js';
import type { LineTable } from './line-table.js';
import { loadFailure } from './load-failure.js';
import type { Output } from './output.js';
import { findToken } from './scan.js';
import { type Node, isOnlyType, typeParts } from './syntax.js';

/** The modules that a process can import. */
export const moduleNames = ['automancer', 'asyncio', 'hardware'] as const;
export type ModuleName = (typeof moduleNames)[number];

export interface ImportedName {
  readonly module: ModuleName;
  /** Name in the module; `null`: the module as a whole. */
  readonly imported: string | null;
  readonly local: string;
  readonly place: Range;
}

export interface ExportedName {
  readonly exported: string;
  readonly local: string;
  readonly place: Range;
}

export interface ModuleSyntax {
  readonly imports: readonly ImportedName[];
  readonly exports: readonly ExportedName[];
  readonly failures: readonly Failure[];
  finish(): void;
}

/** The variable of a default export that has no name. */
const anonymousDefault = '__pdefault';

/** Reads imports and exports, and takes them out of the text: a process is a function body. Imports are gone from the text already. */
export function rewriteModules(program: Program, out: Output, lines: LineTable): ModuleSyntax {
  const reader = new ModuleReader(program, out, lines);
  for (const statement of program.body) reader.read(statement);
  return reader;
}

class ModuleReader implements ModuleSyntax {
  readonly imports: ImportedName[] = [];
  readonly exports: ExportedName[] = [];
  readonly failures: Failure[] = [];
  private readonly types: ReadonlySet<string>;
  private endOfDefault: number | null = null;

  constructor(
    program: Program,
    private readonly out: Output,
    private readonly lines: LineTable,
  ) {
    this.types = typeNames(program);
  }

  read(node: Node): void {
    if (isOnlyType(node)) return;
    switch (node.type) {
      case 'ImportDeclaration':
        return this.import(node as ImportDeclaration);
      case 'ExportNamedDeclaration':
        return this.named(node as ExportNamedDeclaration);
      case 'ExportDefaultDeclaration':
        return this.default(node as ExportDefaultDeclaration);
      case 'ExportAllDeclaration':
        return this.fail(node, ...noReexport);
    }
  }

  /** Closes an anonymous default export, behind everything else that ends where its value does: call it when the rest is rewritten. */
  finish(): void {
    if (this.endOfDefault !== null) this.out.after(this.endOfDefault, '};');
  }

  private import(node: ImportDeclaration): void {
    const source = String(node.source.value);
    const module = moduleNames.find((name) => name === source);
    if (module === undefined) return this.fail(node.source, ...unknownModule(source));
    for (const specifier of node.specifiers) {
      if (typeParts(specifier).importKind === 'type') continue;
      const local = specifier.local.name;
      const place = this.place(specifier);
      if (specifier.type === 'ImportNamespaceSpecifier') this.imports.push({ module, imported: null, local, place });
      else if (specifier.type === 'ImportSpecifier') this.imports.push({ module, imported: nameOf(specifier.imported), local, place });
      else {
        const hint = `Write import * as ${local} from '${module}'; or import { … } from '${module}';`;
        this.fail(specifier, `The module '${module}' has no default export.`, hint);
      }
    }
  }

  private named(node: ExportNamedDeclaration): void {
    if (node.source) return this.fail(node, ...noReexport);
    const { declaration } = node;
    if (!declaration) {
      for (const specifier of node.specifiers) {
        const local = nameOf(specifier.local);
        if (typeParts(specifier).exportKind === 'type' || this.types.has(local)) continue;
        this.exports.push({ exported: nameOf(specifier.exported), local, place: this.place(specifier) });
      }
      return;
    }
    this.out.replace(node.start, node.start + 'export'.length, '');
    if (declaration.type !== 'VariableDeclaration') return this.add(declaration.id.name, declaration.id);
    for (const { id } of declaration.declarations) for (const name of boundNames(id)) this.add(name, id);
  }

  private default(node: ExportDefaultDeclaration): void {
    const { out, lines } = this;
    const { declaration } = node;
    const keyword = findToken(lines.text, 'default', node.start);
    const end = keyword + 'default'.length;
    const named = (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id;
    out.replace(node.start, node.start + 'export'.length, '');
    const place = named ? this.place(named) : lines.range(node.start, end);
    this.exports.push({ exported: 'default', local: named ? named.name : anonymousDefault, place });
    if (named) return out.replace(keyword, end, '');
    // In an object, so that it gets the name `default`, as the language has it.
    out.replace(keyword, end, `const {default:${anonymousDefault}}={default:`);
    this.endOfDefault = lines.text[node.end - 1] === ';' ? node.end - 1 : node.end;
  }

  private add(name: string, at: Node): void {
    this.exports.push({ exported: name, local: name, place: this.place(at) });
  }

  private place(node: Node): Range {
    return this.lines.range(node.start, node.end);
  }

  private fail(node: Node, message: string, hint: string): void {
    this.failures.push(loadFailure('ImportError', message, hint, this.place(node)));
  }
}

const noReexport = [
  'A process exports its own things only.',
  'Import what you need, and export the process: export default async function …',
] as const;

function unknownModule(source: string): readonly [message: string, hint: string] {
  const available = "A process can import 'automancer', 'asyncio' and 'hardware'.";
  if (/^[./]/.test(source))
    return [`There is no file '${source}': a process is a single file.`, `${available} Put the code of other files into this one.`];
  return [`There is no module '${source}'.`, available];
}

function nameOf(node: Identifier | Literal): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}

/** Names of interfaces and type aliases that stand for no value too. */
function typeNames(program: Program): ReadonlySet<string> {
  const types = new Set<string>();
  for (const statement of program.body as readonly Node[]) {
    const { declaration } = statement as Node & { declaration?: Node | null };
    const node = declaration ?? statement;
    if (node.type === ('TSInterfaceDeclaration' as string) || node.type === ('TSTypeAliasDeclaration' as string)) {
      types.add((node as Node & { id: Identifier }).id.name);
    }
  }
  for (const statement of program.body) {
    if (statement.type === 'VariableDeclaration')
      for (const { id } of statement.declarations) for (const name of boundNames(id)) types.delete(name);
    else if ((statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') && statement.id)
      types.delete(statement.id.name);
  }
  return types;
}

function boundNames(pattern: Pattern): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => boundNames(property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    default:
      return [];
  }
}
