import type { Failure } from '../../model/failure.js';
import type { Place } from '../../model/place.js';
import { VirtualClock } from '../clock/virtual-clock.js';
import { quantity, record } from '../data/short-forms.js';
import { ProcessFailureError } from '../process/requests.js';
import type { ErrorDescription, Program } from '../process/program.js';
import { CancelledError, EventLoop, type Task, helpers } from '../task/index.js';
import { loadTypeScript } from './load.js';

/** For tests: a process in TypeScript on a loop of its own, with modules that have just enough. */
export class TypeScriptBed {
  readonly loop = new EventLoop(new VirtualClock());
  /** What the process wrote with `console`. */
  readonly lines: string[] = [];
  readonly swallowed: Place[] = [];
  readonly rounds: { readonly line: number; readonly column: number }[] = [];
  readonly loaded: ReturnType<typeof loadTypeScript>;

  constructor(code: string, seed = 1) {
    const { loop } = this;
    this.loaded = loadTypeScript(code, {
      loop,
      seed,
      modules: {
        asyncio: {
          CancelledError,
          sleep: (seconds: number) => loop.sleep(seconds),
          createTask: (body: () => unknown) => loop.task(callLater(body), { eager: false }),
          gather: (...awaitables: readonly unknown[]) => helpers.gather(loop, awaitables),
          currentTask: () => loop.currentTask,
          timeout: (seconds: number, body: () => unknown) => helpers.timeout(loop, seconds, body),
        },
        automancer: { record, quantity, ProcessFailureError, defineProcess: (definition: unknown) => definition },
        hardware: {},
      },
      log: (_level, message) => this.lines.push(message),
      swallowed: (place) => this.swallowed.push(place),
      guard: (line, column) => this.rounds.push({ line, column }),
    });
  }

  get program(): Program {
    if (!this.loaded.ok) throw new Error(this.loaded.failures.map(({ message }) => message).join(' '));
    return this.loaded.program;
  }

  get failure(): Failure {
    if (this.loaded.ok) throw new Error('It could be loaded.');
    return this.loaded.failures[0]!;
  }

  start(data: unknown = null, context: unknown = null): Task<unknown> {
    const task = this.program.start(data, context as never) as Task<unknown>;
    this.loop.drain();
    return task;
  }

  /** Lets so many virtual seconds pass. */
  pass(seconds: number): void {
    const { loop } = this;
    const end = loop.clock.now + seconds * 1e6;
    loop.drain();
    while (loop.clock.nextAt !== null && loop.clock.nextAt <= end) loop.advance();
    loop.clock.passTo(end);
  }

  /** Runs the process to its end and gives its result; raises what it raises. */
  run(): unknown {
    const task = this.start();
    this.pass(1000);
    return task.result();
  }

  /** Runs the process, which must fail, and describes its error. */
  error(): ErrorDescription {
    const task = this.start();
    this.pass(1000);
    if (!task.failed) throw new Error('It did not fail.');
    return this.program.describe(task.exception());
  }
}

function* callLater(body: () => unknown): Generator<unknown, unknown, unknown> {
  return yield body();
}

/** The place behind a mark, such as a comment, in a text. */
export function placeOfMark(text: string, mark: string): Place {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`There is no ${mark}.`);
  const before = text.slice(0, at + mark.length).split('\n');
  return { file: 'process', line: before.length, column: before.at(-1)!.length + 1 };
}
