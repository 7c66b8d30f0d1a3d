import type { Failure } from '../../model/failure.js';
import type { DataInput } from '../../model/requests.js';
import { type DeviceValue, readData } from '../data/index.js';
import type { DataType } from '../data/index.js';
import type { Coroutine, Future } from '../task/index.js';

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
export function evaluateNow(input: DataInput, type: DataType | null, devices: DeviceValues): Collected {
  const read = readData(input);
  return read.ok ? read.document.evaluate(type, environmentOf(devices)) : read;
}

/** Evaluates data, and waits for the first observation of every device that it names: as long as that takes (semantics 5.2). */
export function* collect(input: DataInput, type: DataType | null, devices: DeviceValues): Coroutine<Collected> {
  const read = readData(input);
  if (!read.ok) return read;
  // What is wrong whatever the devices say is told at once.
  const failures = read.document.check(type);
  if (failures.length > 0) return { ok: false, failures };
  const watches = read.document.dependencies.map((path) => devices.watch(path)).filter((watch) => watch !== null);
  try {
    for (const watch of watches) yield watch.first;
    return read.document.evaluate(type, environmentOf(devices));
  } finally {
    for (const watch of watches) watch.stop();
  }
}

function environmentOf(devices: DeviceValues) {
  return { deviceValue: (path: string) => devices.value(path), devicePaths: devices.paths };
}
