import type { Failure } from '../../model/failure.js';
import { type DataDocument, type DataSource, type DeviceValue, readData } from '../data/index.js';
import type { Coroutine, Future } from '../task/index.js';
import type { Program } from './program.js';

/** The devices as expressions in data see them. */
export interface DeviceValues {
  /** Every node that can be named. */
  readonly paths: readonly string[];
  /** The last value of a node, `undefined` while it was never observed; raises nothing. */
  value(path: string): DeviceValue | undefined;
  /** Observes a node until `stop` is called; `first` completes once it has a value. `null` for a node that does not exist. */
  watch(path: string): { readonly first: Future<unknown>; stop(): void } | null;
}

export type Collected =
  | { readonly ok: true; readonly value: unknown; readonly warnings: readonly Failure[] }
  | { readonly ok: false; readonly failures: readonly Failure[] };

/** Evaluates data at once, with what is known of the devices now. */
export function evaluateNow(input: DataSource, program: Program, devices: DeviceValues): Collected {
  const read = readData(input);
  return read.ok ? evaluated(read.document, program, devices) : read;
}

/** Evaluates data, and waits for the first observation of every device that it names: as long as that takes (semantics 5.2). */
export function* collect(input: DataSource, program: Program, devices: DeviceValues): Coroutine<Collected> {
  const read = readData(input);
  if (!read.ok) return read;
  // What is wrong whatever the devices say is told at once.
  const early = problemsBeforehand(read.document, program);
  if (early.length > 0) return { ok: false, failures: early };
  const watches = read.document.dependencies.map((path) => devices.watch(path)).filter((watch) => watch !== null);
  try {
    for (const watch of watches) yield watch.first;
    return evaluated(read.document, program, devices);
  } finally {
    for (const watch of watches) watch.stop();
  }
}

/** What is wrong with data whatever the devices say: before a run, and while it is being typed. */
export function problemsBeforehand(document: DataDocument, program: Program): readonly Failure[] {
  const checked = guarded(program, () => ({ ok: false, failures: document.check(program.data) }));
  return checked.ok ? [] : checked.failures;
}

function evaluated(document: DataDocument, program: Program, devices: DeviceValues): Collected {
  const environment = { deviceValue: (path: string) => devices.value(path), devicePaths: devices.paths };
  return guarded(program, () => document.evaluate(program.data, environment));
}

/** The type may be one of the process' own making, and fail. */
function guarded(program: Program, evaluate: () => Collected): Collected {
  try {
    return evaluate();
  } catch (error) {
    const { name, repr, place } = program.describe(error);
    const message = `The data cannot be checked, because the type that the process declares for it fails: ${repr}.`;
    return { ok: false, failures: [{ kind: 'process', name, message, ...(place ? { place } : {}) }] };
  }
}
