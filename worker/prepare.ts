import type { Failure } from '../model/failure.js';
import type { Json } from '../model/json.js';
import type { ProcessSource } from '../model/protocol.js';
import type { ProcessInfo } from '../model/snapshot.js';
import { type LoadEnvironment, loadProgram } from './languages.js';
import { importPoint } from './process/import-point.js';
import type { Program } from './process/program.js';
import { suggest } from './quantity/index.js';
import type { Block } from './steps/block.js';
import { readProtocol } from './steps/read-protocol.js';

export type Prepared =
  | {
      readonly ok: true;
      readonly program: Program;
      readonly info: ProcessInfo;
      readonly point: unknown;
      /** The protocol, when there is one, and the processes that its steps name. */
      readonly protocol: { readonly root: Block; program(name: string | null): Program } | null;
    }
  | { readonly ok: false; readonly failures: readonly Failure[] };

/** Loads a process, asks it what it is, and lets it say where `point` is (`null`: at the beginning). All of that runs code of the process. */
export function prepare(source: ProcessSource, point: Json, environment: LoadEnvironment): Prepared {
  const loaded = loadProgram(source, environment);
  if (!loaded.ok) return loaded;
  const { program, others } = loaded;
  try {
    const info = infoOf(program);
    if (source.protocol !== undefined) {
      const read = readProtocol(source.protocol);
      if (!read.ok) return read;
      const missing = missingProcesses(read.root, program, others);
      if (missing.length > 0) return { ok: false, failures: missing };
      const named = (name: string | null): Program => (name === null ? program : (others.get(name) ?? program));
      return { ok: true, program, info, point: null, protocol: { root: read.root, program: named } };
    }
    if (point === null) return { ok: true, program, info, point, protocol: null };
    const imported = importPoint(program, point);
    return imported.ok ? { ok: true, program, info, point: imported.point, protocol: null } : wrongPoint(imported.message);
  } catch (error) {
    return wrongType(program.describe(error).repr);
  }
}

/** Steps that name a process which the code does not export, each at its place in the protocol. */
function missingProcesses(block: Block, program: Program, others: ReadonlyMap<string, Program>): readonly Failure[] {
  if (block.kind !== 'process') return block.children.flatMap((child) => missingProcesses(child, program, others));
  const { process: name } = block;
  if (name === null || name === program.name || others.has(name)) return [];
  const names = [program.name, ...others.keys()];
  const near = suggest(name, names);
  const message = `The code exports no process “${name}”.`;
  const hint =
    near === null ? `There are: ${names.join(', ')}. Write export before a function to use it as a step.` : `Did you mean ${near}?`;
  return [{ kind: 'load', name: 'ProtocolError', message, hint, place: block.range }];
}

/** What the page learns of a loaded process. A type of its own making may raise here. */
function infoOf({ name, data, points }: Program): ProcessInfo {
  const pointsView = points !== null && 'type' in points ? { type: points.type.view() } : points;
  return { name, data: data?.view() ?? null, points: pointsView };
}

function wrongType(error: string): Prepared {
  const message = `The process declares a type of its own making, which fails when it is asked what it is: ${error}.`;
  return { ok: false, failures: [{ kind: 'load', name: 'ProcessError', message, hint: 'Use the types of am, such as am.record({ … }).' }] };
}

function wrongPoint(reason: string): Prepared {
  const message = `The process cannot start at this point: ${reason}`;
  const hint = 'Give a point that the process declares, or none to start at the beginning.';
  return { ok: false, failures: [{ kind: 'load', name: 'PointError', message, hint }] };
}
