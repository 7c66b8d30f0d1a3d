import type { Failure } from '../../../model/failure.js';
import type { Json } from '../../../model/json.js';
import type { Place } from '../../../model/place.js';
import { DataType } from '../../data/index.js';
import { plain } from '../../process/export-location.js';
import { inspect } from '../../process/inspect.js';
import type { Points } from '../../process/program.js';
import type { CompiledProgram } from '../compile/compile.js';
import { loadFailure } from '../compile/load-failure.js';
import { declaredFunction } from './declared-function.js';

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** What the exports of a file say about the process. */
export interface ProcessExports {
  readonly name: string;
  readonly data: DataType | null;
  readonly points: Points;
  readonly asynchronous: boolean;
  /** Calls the process function; one with two parameters gets the data first (semantics D1). */
  start(data: unknown, context: unknown): unknown;
  readonly duration: ((data: unknown) => unknown) | null;
  readonly importPoint: ((raw: unknown) => unknown) | null;
}

type Exported = Readonly<Record<string, unknown>>;

export type ReadExports =
  { readonly ok: true; readonly process: ProcessExports } | { readonly ok: false; readonly failures: readonly Failure[] };

/** How processes are written, for hints. */
const howTo = 'Write: export default async function main(context) { … }';

/** Names under which a file exports something that may be a process, beside the default. */
export function processNames(exported: Exported): readonly string[] {
  return Object.keys(exported).filter(
    (name) => name !== 'default' && name !== 'data' && name !== 'points' && bodyOf(exported[name]) !== null,
  );
}

/** Reads a process out of the exports of its file: the default export, or one by its name. */
export function readExports(exported: Exported, program: CompiledProgram, which = 'default'): ReadExports {
  const fail = (name: string, message: string, hint: string, place: Place | null = placeOfExport(program, name)): ReadExports => ({
    ok: false,
    failures: [loadFailure('ProcessError', message, hint, place)],
  });
  if (which === 'default' && !('default' in exported))
    return fail('', 'The file exports no process.', missingHint(program), candidate(program) ?? null);
  const body = bodyOf(exported[which]);
  if (body === null) {
    const what = inspect(exported[which]);
    return fail(
      which,
      `The ${which === 'default' ? 'default export' : `export ${which}`} is no process: it is ${what}.`,
      `It must be a function, or an object with a function run(context). ${howTo}`,
    );
  }
  const declaration = declaredFunction(body.run, program.functions);
  if (declaration?.generator === true || Object.prototype.toString.call(body.run) === '[object GeneratorFunction]') {
    return fail(which, 'The process function is a generator (function*), which nobody would run.', `Leave out the *. ${howTo}`);
  }
  const parameters = declaration?.parameters ?? body.run.length;
  if (parameters > 2) {
    const what = `The process function takes ${parameters} parameters`;
    return fail(
      which,
      `${what}; it is called with the context, or with the data and the context.`,
      'Declare (context) or (data, context).',
    );
  }
  // What stands beside the functions is about the default one.
  const declared = (name: 'data' | 'points'): unknown => body.owner?.[name] ?? (which === 'default' ? exported[name] : undefined);
  const data = declared('data') ?? null;
  if (data !== null && !(data instanceof DataType)) {
    return fail(
      'data',
      `“data” is no type of data: it is ${inspect(data)}.`,
      'Declare what data the process takes, such as am.record({ … }) or am.quantity("second").',
    );
  }
  const points = readPoints(declared('points') ?? null);
  if (points === undefined) {
    return fail(
      'points',
      `“points” says nothing about points: it is ${inspect(declared('points'))}.`,
      'Declare a type, such as am.record({ … }), or a list of examples.',
    );
  }
  const { owner, run } = body;
  return {
    ok: true,
    process: {
      name: nameOf(exported[which], body, which === 'default' ? 'process' : which),
      data: data as DataType | null,
      points,
      asynchronous: declaration !== null,
      start: (value, context) => (parameters === 2 ? run.call(owner, value, context) : run.call(owner, context)),
      duration: memberOf(owner, 'duration'),
      importPoint: memberOf(owner, 'importPoint'),
    },
  };
}

interface Body {
  readonly run: AnyFunction;
  /** The object whose method it is; `undefined` for a function. */
  readonly owner: Exported | undefined;
}

/** A function, an object with `run`, or a class of such objects, of which one is made. */
function bodyOf(value: unknown): Body | null {
  if (typeof value === 'function') {
    const { prototype } = value as { prototype?: Partial<Record<string, unknown>> };
    if (!isClass(value)) return { run: value as AnyFunction, owner: undefined };
    return typeof prototype?.['run'] === 'function' ? bodyOf(new (value as unknown as new () => unknown)()) : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const owner = value as Exported;
  return typeof owner['run'] === 'function' ? { run: owner['run'] as AnyFunction, owner } : null;
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

/** `undefined`: it is none. */
function readPoints(value: unknown): Points | undefined {
  if (value === null) return null;
  if (value instanceof DataType) return { type: value as DataType };
  if (!Array.isArray(value)) return undefined;
  try {
    return { examples: value.map((example: unknown, index): Json => plain(example, `points[${index}]`)) };
  } catch {
    return undefined;
  }
}

function memberOf(owner: Exported | undefined, name: string): AnyFunction | null {
  const member = owner?.[name];
  return typeof member === 'function' ? (...args) => (member as AnyFunction).apply(owner, args as unknown[]) : null;
}

/** The name that a definition gives itself, that of the function or class, or `otherwise`. */
function nameOf(exported: unknown, { owner, run }: Body, otherwise: string): string {
  const given = owner?.['name'];
  const candidates = [given, typeof exported === 'function' ? exported.name : owner?.constructor?.name, run.name];
  const usable = candidates.find((name) => typeof name === 'string' && name !== '' && !/^(?:default|Object|run|__p.*)$/.test(name));
  return typeof usable === 'string' ? usable : otherwise;
}

function placeOfExport(program: CompiledProgram, name: string): Place | null {
  return program.exports.find(({ exported }) => exported === name)?.place ?? null;
}

/** The function that was probably meant to be exported. */
function candidate(program: CompiledProgram): Place | undefined {
  const last = program.functions.findLast((info) => info.async && info.name !== 'anonymous');
  return last === undefined ? undefined : { file: 'process', line: last.line, column: last.column };
}

function missingHint(program: CompiledProgram): string {
  const last = program.functions.findLast((info) => info.async && info.name !== 'anonymous');
  return last === undefined
    ? howTo
    : `Is ${last.name} the process? Then write export default before it: export default async function ${last.name}(context) { … }`;
}
