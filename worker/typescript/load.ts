import type { Failure } from '../../model/failure.js';
import type { Place } from '../../model/place.js';
import type { LogLevel } from '../process/logger.js';
import type { Program } from '../process/program.js';
import { suggest } from '../quantity/index.js';
import type { EventLoop } from '../task/index.js';
import { type Compiled, type CompiledProgram, compile } from './compile/compile.js';
import { loadFailure } from './compile/load-failure.js';
import type { ModuleName } from './compile/modules.js';
import { CallPlaces } from './runtime/call-places.js';
import { describeError } from './runtime/describe-error.js';
import { ErrorTrail } from './runtime/error-trail.js';
import { evaluate } from './runtime/evaluate.js';
import { createGlobals } from './runtime/globals.js';
import { createGlue } from './runtime/glue.js';
import { Positions, placeOf } from './runtime/positions.js';
import { processNames, readExports } from './runtime/process-exports.js';
import { ensureDisposeSymbols } from './runtime/resources.js';
import { TypeScriptProgram } from './runtime/typescript-program.js';

export interface TypeScriptEnvironment {
  readonly loop: EventLoop;
  /** Of `Math.random`. */
  readonly seed: number;
  readonly modules: Readonly<Record<ModuleName, object>>;
  log(level: LogLevel, message: string): void;
  /** A catch clause let a cancellation go without raising an error; told once per clause and task. */
  swallowed(place: Place): void;
  /** What is to be said of an import that a module does not have; absent or `null`: that it does not. */
  missing?(module: ModuleName, name: string): MissingImport | null;
  /** The loop at this place goes round; called every few thousand rounds of loops altogether. */
  guard?(line: number, column: number): void;
}

export interface MissingImport {
  readonly message: string;
  readonly hint: string;
}

export type LoadedTypeScript =
  | {
      readonly ok: true;
      readonly program: Program;
      /** The other processes that the file exports, by name. */
      readonly others: ReadonlyMap<string, Program>;
    }
  | { readonly ok: false; readonly failures: readonly Failure[] };

/** Compiles a text, runs its top level and finds the process in its exports. One program belongs to one event loop. */
export function loadTypeScript(code: string, environment: TypeScriptEnvironment): LoadedTypeScript {
  const compiled = compiledOnce(code);
  if (!compiled.ok) return compiled;
  const { program } = compiled;
  const missing = missingImports(program, environment);
  if (missing.length > 0) return { ok: false, failures: missing };
  ensureDisposeSymbols();
  const positions = new Positions(program);
  const trail = watchErrors(environment.loop);
  const calls = new CallPlaces(positions);
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = runTopLevel(program, positions, trail, calls, environment);
    const read = readExports(exported, program);
    if (!read.ok) return read;
    const others = new Map<string, Program>();
    for (const name of processNames(exported)) {
      const other = readExports(exported, program, name);
      if (other.ok) others.set(name, new TypeScriptProgram(other.process, positions, trail, calls));
    }
    return { ok: true, program: new TypeScriptProgram(read.process, positions, trail, calls), others };
  } catch (error) {
    return { ok: false, failures: [topLevelFailure(error, positions, trail)] };
  }
}

/** The text that was compiled last: it is usually loaded several times in a row (for its form, its data, and to run it). */
let latest: { readonly code: string; readonly compiled: Compiled } | null = null;

function compiledOnce(code: string): Compiled {
  if (latest?.code !== code) latest = { code, compiled: compile(code) };
  return latest.compiled;
}

function missingImports(program: CompiledProgram, { modules, missing }: TypeScriptEnvironment): readonly Failure[] {
  const failures: Failure[] = [];
  for (const { module, imported, place } of program.imports) {
    if (imported === null || imported in modules[module]) continue;
    const known = missing?.(module, imported) ?? null;
    if (known !== null) {
      failures.push(loadFailure('ImportError', known.message, known.hint, place));
      continue;
    }
    const names = Object.keys(modules[module]);
    const other = (Object.keys(modules) as ModuleName[]).find((name) => name !== module && imported in modules[name]);
    const near = suggest(imported, names);
    const hint =
      other !== undefined ? `It is in '${other}'.` : near !== null ? `Did you mean ${near}?` : `There are: ${names.sort().join(', ')}.`;
    failures.push(loadFailure('ImportError', `The module '${module}' has no '${imported}'.`, hint, place));
  }
  return failures;
}

function watchErrors(loop: EventLoop): ErrorTrail {
  const trail = new ErrorTrail();
  loop.observer = {
    ...loop.observer,
    arrived: (task, error) => trail.arrived(task, error),
    raised: (task, error) => trail.left(task, error),
  };
  return trail;
}

function runTopLevel(
  program: CompiledProgram,
  positions: Positions,
  trail: ErrorTrail,
  calls: CallPlaces,
  environment: TypeScriptEnvironment,
): Readonly<Record<string, unknown>> {
  const told = new WeakMap<object, Set<number>>();
  const glue = createGlue(environment.loop, program.functions, environment.modules as Readonly<Record<string, unknown>>, {
    swallowed(site, task) {
      const sites = told.get(task) ?? new Set<number>();
      if (sites.has(site)) return;
      told.set(task, sites.add(site));
      const frame = positions.siteFrame(site);
      if (frame !== null) environment.swallowed(placeOf(frame));
    },
    raised: (site, value) => trail.thrown(site, value),
    started: (task) => calls.started(task),
    round(site) {
      const at = positions.site(site);
      if (at !== null) environment.guard?.(at.line, at.column);
    },
  });
  const globals = createGlobals(environment);
  const names = ['__p', ...Object.keys(globals)];
  return evaluate(program.code, names, [glue, ...Object.values(globals)])() as Readonly<Record<string, unknown>>;
}

function topLevelFailure(error: unknown, positions: Positions, trail: ErrorTrail): Failure {
  const { name, message, repr, place, causes, stack } = describeError(error, positions, trail);
  return {
    ...loadFailure(
      name,
      message === '' ? repr : message,
      'It was raised while the file was being loaded, before the process started.',
      place,
    ),
    ...(causes.length > 0 ? { causes } : {}),
    ...(stack.length > 0 ? { stack } : {}),
  };
}
