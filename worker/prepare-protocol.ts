import type { Failure } from '../model/failure.js';
import type { ProtocolInfo } from '../model/snapshot.js';
import type { StepInfo } from '../model/steps.js';
import { problemsBeforehand } from './process/collect.js';
import type { Program } from './process/program.js';
import { infoOf } from './process-info.js';
import { suggest } from './quantity/index.js';
import type { Block, Protocol } from './steps/block.js';
import { blockName, walkBlocks } from './steps/block-tree.js';
import { readProtocol } from './steps/read-protocol.js';

export type PreparedProtocol = Protocol & {
  readonly info: ProtocolInfo;
  /** The process that a name stands for; all names of the protocol have been checked. `null`: the default export. */
  program(name: string | null): Program;
};

export type ProtocolResult =
  { readonly ok: true; readonly protocol: PreparedProtocol } | { readonly ok: false; readonly failures: readonly Failure[] };

/**
 * Reads a protocol for the processes that a file exports: every step has to name one of them, and its data has to be what that
 * process declares. May raise when a process declares a type of its own making.
 */
export function prepareProtocol(text: string, main: Program, others: ReadonlyMap<string, Program>): ProtocolResult {
  const read = readProtocol(text);
  if (!read.ok) return read;
  const { root } = read.protocol;
  const program = (name: string | null): Program => (name === null ? main : (others.get(name) ?? main));
  const failures = [...walkBlocks(root)].flatMap(([, block]) => wrongWith(block, main, others, program));
  if (failures.length > 0) return { ok: false, failures };
  const steps = [...walkBlocks(root)].map(([path, block]) => stepInfo(path, block, others, program));
  const processes = Object.fromEntries([...others].map(([name, other]) => [name, infoOf(other)]));
  return { ok: true, protocol: { ...read.protocol, program, info: { steps, processes } } };
}

function wrongWith(
  block: Block,
  main: Program,
  others: ReadonlyMap<string, Program>,
  program: (name: string | null) => Program,
): readonly Failure[] {
  if (block.kind !== 'process') return [];
  const { process: name } = block;
  if (name === null || name === main.name || others.has(name)) return problemsBeforehand(block.data, program(name));
  const names = [main.name, ...others.keys()];
  const near = suggest(name, names);
  const message = `The code exports no process “${name}”.`;
  const hint =
    near === null ? `There are: ${names.join(', ')}. Write export before a function to use it as a step.` : `Did you mean ${near}?`;
  return [{ kind: 'load', name: 'ProtocolError', message, hint, place: block.range }];
}

function stepInfo(path: string, block: Block, others: ReadonlyMap<string, Program>, program: (name: string | null) => Program): StepInfo {
  const own = block.kind === 'process' ? block.process : null;
  return {
    path,
    kind: block.kind,
    name: blockName(block, (name) => program(name).name),
    process: own !== null && others.has(own) ? own : null,
    data: block.kind === 'process' ? block.dataText : '',
    rounds: block.kind === 'repeat' ? block.count : null,
  };
}
