import type { Failure } from '../model/failure.js';
import type { Json } from '../model/json.js';
import type { ProcessSource } from '../model/protocol.js';
import type { ProcessInfo } from '../model/snapshot.js';
import { type LoadEnvironment, loadProgram } from './languages.js';
import { importPoint } from './process/import-point.js';
import type { Program } from './process/program.js';

export type Prepared =
  | { readonly ok: true; readonly program: Program; readonly info: ProcessInfo; readonly point: unknown }
  | { readonly ok: false; readonly failures: readonly Failure[] };

/** Loads a process, asks it what it is, and lets it say where `point` is (`null`: at the beginning). All of that runs code of the process. */
export function prepare(source: ProcessSource, point: Json, environment: LoadEnvironment): Prepared {
  const loaded = loadProgram(source, environment);
  if (!loaded.ok) return loaded;
  const { program } = loaded;
  try {
    const info = infoOf(program);
    if (point === null) return { ok: true, program, info, point };
    const imported = importPoint(program, point);
    return imported.ok ? { ok: true, program, info, point: imported.point } : wrongPoint(imported.message);
  } catch (error) {
    return wrongType(program.describe(error).repr);
  }
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
