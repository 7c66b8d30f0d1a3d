import type { Failure } from '../model/failure.js';
import type { Json } from '../model/json.js';
import type { ProcessSource } from '../model/protocol.js';
import type { ProcessInfo } from '../model/snapshot.js';
import { type LoadEnvironment, loadProgram } from './languages.js';
import { importPoint } from './process/import-point.js';
import type { Program } from './process/program.js';
import { type PreparedProtocol, prepareProtocol } from './prepare-protocol.js';
import { infoOf } from './process-info.js';

export type Prepared =
  | {
      readonly ok: true;
      readonly program: Program;
      readonly info: ProcessInfo;
      readonly point: unknown;
      readonly protocol: PreparedProtocol | null;
    }
  | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly failures: readonly Failure[];
}

/** Loads a process, asks it what it is, and lets it say where `point` is (`null`: at the beginning; that of a protocol is checked by its steps). All of that runs code of the process. */
export function prepare(source: ProcessSource, point: Json, environment: LoadEnvironment): Prepared {
  const loaded = loadProgram(source, environment);
  if (!loaded.ok) return loaded;
  const { program, others } = loaded;
  try {
    const info = infoOf(program);
    if (source.protocol !== undefined) {
      const read = prepareProtocol(source.protocol, program, others);
      return read.ok ? { ok: true, program, info, point: null, protocol: read.protocol } : read;
    }
    if (point === null) return { ok: true, program, info, point, protocol: null };
    const imported = importPoint(program, point);
    return imported.ok ? { ok: true, program, info, point: imported.point, protocol: null } : wrongPoint(imported.message);
  } catch (error) {
    return wrongType(program.describe(error).repr);
  }
}

function wrongType(error: string): Refusal {
  const message = `The process declares a type of its own making, which fails when it is asked what it is: ${error}.`;
  return { ok: false, failures: [{ kind: 'load', name: 'ProcessError', message, hint: 'Use the types of am, such as am.record({ … }).' }] };
}

/** A run cannot begin where it was to begin. */
export function wrongPoint(reason: string): Refusal {
  const message = `It cannot start at this point: ${reason}`;
  const hint = 'Give a point that there is, or none to start at the beginning.';
  return { ok: false, failures: [{ kind: 'load', name: 'PointError', message, hint }] };
}
