import type { Failure } from '../model/failure.js';
import type { Place } from '../model/place.js';
import type { ProcessSource } from '../model/protocol.js';
import { deviceElsewhere } from './choose-bench.js';
import { type Bench, deviceErrors } from './hardware/index.js';
import type { LogLevel } from './process/logger.js';
import type { Program } from './process/program.js';
import { serviceErrors, type Services } from './services/index.js';
import type { EventLoop } from './task/index.js';
import { createModules } from './typescript/modules.js';
import { loadTypeScript, type MissingImport } from './typescript/load.js';

/** What a language needs of the run that it is loaded for. */
export interface LoadEnvironment {
  readonly loop: EventLoop;
  readonly bench: Bench;
  readonly services: Services;
  readonly seed: number;
  log(level: LogLevel, message: string): void;
  /** A catch clause swallowed a cancellation. */
  swallowed(place: Place): void;
  /** A loop at this place goes round; called every few thousand rounds. */
  guard?(line: number, column: number): void;
}

export type Loaded =
  | { readonly ok: true; readonly program: Program; readonly others: ReadonlyMap<string, Program> }
  | { readonly ok: false; readonly failures: readonly Failure[] };

/** Loads a process in its language. */
export function loadProgram(source: ProcessSource, environment: LoadEnvironment): Loaded {
  switch (source.language) {
    case 'typescript':
      return loadTypeScript(source.code, {
        ...environment,
        modules: createModules({ ...environment, deviceErrors, serviceErrors }),
        missing: (module, name) => (module === 'hardware' ? missingDevice(name, environment.bench) : null),
      });
  }
}

/** Why the module `hardware` does not have a device that another bench has. */
function missingDevice(name: string, { description }: Bench): MissingImport | null {
  const hint = deviceElsewhere(name);
  return hint === null ? null : { message: `There is no ${name} on the bench ${description.name}.`, hint };
}
