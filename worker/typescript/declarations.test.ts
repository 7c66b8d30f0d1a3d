import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { TestBed } from '../task/test-bed.js';
import { serviceErrors, Services } from '../services/index.js';
import { createModules, type ModuleEnvironment } from './modules.js';

const names = ['automancer', 'asyncio', 'hardware'] as const;

function parse(name: string): ts.SourceFile {
  const path = new URL(`api/${name}.d.ts`, import.meta.url);
  return ts.createSourceFile(path.pathname, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true);
}

/** What stands in a declared module, or in the file itself. */
function statements(file: ts.SourceFile): readonly ts.Statement[] {
  const module = file.statements.find(ts.isModuleDeclaration);
  return module?.body && ts.isModuleBlock(module.body) ? module.body.statements : file.statements;
}

function nameOf(node: ts.Node): string {
  return ts.isVariableStatement(node)
    ? node.declarationList.declarations[0]!.name.getText()
    : ((node as ts.NamedDeclaration).name?.getText() ?? 'export');
}

function exported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DeclareKeyword)
  );
}

function documented(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).some((comment) => ts.isJSDoc(comment) && (comment.comment?.length ?? 0) > 0);
}

/** Members of an interface, a class, or an object type of a constant that a learner sees. */
function members(node: ts.Statement): readonly ts.Node[] {
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) return [...node.members];
  if (!ts.isVariableStatement(node)) return [];
  const { type } = node.declarationList.declarations[0]!;
  return type && ts.isTypeLiteralNode(type) ? [...type.members] : [];
}

/** Members whose meaning the language defines. */
const selfExplaining = (node: ts.Node) => ts.isConstructorDeclaration(node) || nameOf(node).startsWith('[Symbol.');

describe.each([...names, 'services', 'globals'])('the declarations of %s', (name) => {
  it('explain every member', () => {
    const silent: string[] = [];
    const known = new Set<string>();
    for (const node of statements(parse(name))) {
      if (!exported(node) && !ts.isInterfaceDeclaration(node)) continue;
      // Overloads and declarations of one name share an explanation, as do the editor's hovers.
      if (documented(node)) known.add(nameOf(node));
      if (!known.has(nameOf(node)) && !(name === 'globals' && ['Promise', 'console'].includes(nameOf(node)))) silent.push(nameOf(node));
      const explained = new Set(members(node).filter(documented).map(nameOf));
      silent.push(
        ...members(node)
          .filter((member) => !selfExplaining(member) && !explained.has(nameOf(member)))
          .map((member) => `${nameOf(node)}.${nameOf(member)}`),
      );
    }
    expect(silent).toEqual([]);
  });
});

/** Names of the values that a module declares. */
function values(name: string): readonly string[] {
  return statements(parse(name)).flatMap((node) => {
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
      return node.exportClause.elements.map((element) => element.name.text);
    }
    const value = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isVariableStatement(node);
    return value && exported(node) ? [nameOf(node)] : [];
  });
}

/** Constants of the module `hardware` that are devices: of a type that extends `Device`. */
function deviceNames(): readonly string[] {
  const nodes = statements(parse('hardware'));
  const types = nodes.filter(ts.isInterfaceDeclaration).filter((node) => node.heritageClauses?.[0]?.types[0]?.getText() === 'Device');
  const names = new Set(types.map(({ name }) => name.text));
  return nodes.flatMap((node) => {
    const type = ts.isVariableStatement(node) ? node.declarationList.declarations[0]?.type : undefined;
    return type && names.has(type.getText()) ? [nameOf(node)] : [];
  });
}

describe('the modules of a run', () => {
  // Which devices there are is up to the bench (worker/declared-devices.test.ts); here only their names count.
  const devices = Object.fromEntries(deviceNames().map((name) => [name, {}]));
  const deviceErrors = {
    NodeUnavailableError: Error,
    OutOfRangeError: RangeError,
    ClaimedError: Error,
  } as unknown as ModuleEnvironment['deviceErrors'];
  const { loop } = new TestBed();
  const services = new Services({ loop, emitOfNow: () => () => undefined });
  const modules = createModules({ loop, bench: { devices, watchNodes: () => ({}) }, services, deviceErrors, serviceErrors });

  it.each(names)('export from %s exactly what is declared', (name) => {
    expect(Object.keys(modules[name]).sort()).toEqual(
      [...new Set(name === 'hardware' ? [...values(name), ...values('services')] : values(name))].sort(),
    );
  });
});
