import { createLogger, type LogLevel } from '../../process/logger.js';
import { createPromise, type EventLoop } from '../../task/index.js';
import { hiddenNames, sharedNames } from './host-names.js';
import { SuppressedError } from './resources.js';
import { createMath } from './seeded-math.js';
import { createDate } from './virtual-date.js';
import { createTimers } from './virtual-timers.js';

export interface GlobalsEnvironment {
  readonly loop: EventLoop;
  readonly seed: number;
  log(level: LogLevel, message: string): void;
}

/**
 * The global names of a process, each with its value: promises, timers and dates on the loop, chance from the seed, and `undefined`
 * for everything else that the host has. This keeps a process repeatable and catches mistakes; it is no wall against malice.
 */
export function createGlobals(environment: GlobalsEnvironment): Readonly<Record<string, unknown>> {
  const { loop } = environment;
  const own: Record<string, unknown> = {
    Promise: createPromise(loop),
    Date: createDate(loop.clock),
    Math: createMath(environment.seed),
    console: createConsole(environment),
    performance: Object.freeze({ now: () => loop.clock.now / 1000, timeOrigin: 0 }),
    SuppressedError,
    ...createTimers(loop),
  };
  const host = globalThis as unknown as Record<string, unknown>;
  const scope: Record<string, unknown> = {};
  for (const name of sharedNames(host)) scope[name] = host[name];
  Object.assign(scope, own);
  scope['globalThis'] = scope['self'] = scope;
  const hidden = Object.fromEntries(hiddenNames(host).map((name) => [name, undefined]));
  return { ...hidden, ...own, globalThis: scope, self: scope };
}

function createConsole({ log }: GlobalsEnvironment) {
  const { debug, info, warn, error } = createLogger((level, message) => log(level, message));
  return {
    debug,
    info,
    warn,
    error,
    log: info,
    trace: debug,
    dir: info,
    table: info,
    assert: (condition?: unknown, ...values: readonly unknown[]): void => {
      if (!condition) error('Assertion failed:', ...values);
    },
  };
}
