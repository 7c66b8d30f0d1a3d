import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { BenchDescription } from '../model/bench.js';
import { edgesOf } from '../model/bench-graph.js';
import { benches } from '../model/benches/index.js';
import { VirtualClock } from './clock/virtual-clock.js';
import { buildDevices, deviceTypes, Environment } from './hardware/index.js';
import { EventLoop } from './task/index.js';

type Device = ReturnType<typeof buildDevices>[number];
type Node = Device['nodes'][number];

const path = new URL('typescript/api/hardware.d.ts', import.meta.url);
const file = ts.createSourceFile(path.pathname, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true);
const module = file.statements.find(ts.isModuleDeclaration)!;
const statements = (module.body as ts.ModuleBlock).statements;

/** Members of a declared type with their own types, those of objects between with their path; methods as `action`. */
function members(of: ts.InterfaceDeclaration | ts.TypeLiteralNode, prefix = ''): readonly (readonly [path: string, type: string])[] {
  return of.members.flatMap((member) => {
    const name = `${prefix}${member.name?.getText() ?? ''}`;
    if (ts.isMethodSignature(member)) return [[name, 'action'] as const];
    const { type } = member as ts.PropertySignature;
    if (type && ts.isTypeLiteralNode(type)) return members(type, `${name}.`);
    return [[name, type?.getText().replace(/\s+/g, ' ') ?? ''] as const];
  });
}

const declared = new Map(statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, new Map(members(node))]));

function typeOfNode({ kind: { spec }, writer, nullable }: Node): string {
  const off = nullable ? 'null' : '';
  const writable = writer === null ? '' : 'Writable';
  if (spec.type === 'numeric') return `${writable}NumericNode${off && `<${off}>`}`;
  if (spec.type === 'boolean') return `${writable}BooleanNode${off && `<${off}>`}`;
  return `${writable}EnumNode<${spec.cases.map(({ id }) => `'${id}'`).join(' | ')}${off && ' | null'}>`;
}

/** `rotary-valve`: `RotaryValve`. */
const interfaceOf = (type: string): string => type.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

function devicesOf(bench: BenchDescription): readonly Device[] {
  return buildDevices(bench, { loop: new EventLoop(new VirtualClock()), seed: 1, environment: new Environment() });
}

const everyDevice = benches.flatMap(devicesOf);

describe('the declarations of the module hardware', () => {
  it.each(deviceTypes.map(({ type }) => type))('say what a device of the type %s has', (type) => {
    const device = everyDevice.find(({ kind }) => kind === type);
    expect(device, `No bench has a device of the type ${type}.`).toBeDefined();
    const nodes = device!.nodes.map((node) => [node.path.split('.').slice(1).join('.'), typeOfNode(node)] as const);
    const actions = device!.actions.map(({ name }) => [name, 'action'] as const);
    const sorted = (entries: Iterable<readonly [string, string]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(declared.get(interfaceOf(type)) ?? [])).toEqual(sorted([...nodes, ...actions]));
  });

  it('name the devices of all benches, each name with its one type', () => {
    const constants = new Map(
      statements
        .filter(ts.isVariableStatement)
        .map(({ declarationList }) => declarationList.declarations[0]!)
        .map(({ name, type }) => [name.getText(), type!.getText()] as const)
        .filter(([, type]) => deviceTypes.some((known) => interfaceOf(known.type) === type)),
    );
    const named = new Map(benches.flatMap(({ devices }) => devices.map(({ name, type }) => [name, interfaceOf(type)] as const)));
    for (const { devices } of benches)
      for (const { name, type } of devices) expect([name, named.get(name)]).toEqual([name, interfaceOf(type)]);
    expect(Object.fromEntries(constants)).toEqual(Object.fromEntries(named));
  });
});

describe('the schematic', () => {
  it('knows what passes through every port that a type of device has', () => {
    const ports = deviceTypes.flatMap(({ ports = {} }) => Object.keys(ports));
    const unknown = ports.filter((port) => edgesOf([{ id: 'one', wiring: { [port]: 'other' } }, { id: 'other' }]).length === 0);
    expect([ports.length > 0, unknown]).toEqual([true, []]);
  });
});
