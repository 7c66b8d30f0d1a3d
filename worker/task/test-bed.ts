import { VirtualClock } from '../clock/virtual-clock.js';
import { CancelledError } from './cancelled-error.js';
import { EventLoop } from './event-loop.js';
import type { Future } from './future.js';
import { type Coroutine, type Task, join } from './task.js';

/** A loop for tests that owns time, with a log whose entries carry the virtual milliseconds: `cleanup@150`. */
export class TestBed {
  readonly loop = new EventLoop(new VirtualClock());
  readonly log: string[] = [];
  /** Errors of which nobody took notice. */
  readonly unnoticed: unknown[] = [];

  constructor() {
    this.loop.observer = {
      unretrieved: (future) => this.unnoticed.push(future.exception()),
      blocked: (seconds, label) => this.note(`blocked ${seconds} s by ${label}`),
    };
  }

  get milliseconds(): number {
    return this.loop.clock.now / 1000;
  }

  note(text: string): void {
    this.log.push(`${text}@${this.milliseconds}`);
  }

  sleep(milliseconds: number): Future<void> {
    return this.loop.sleep(milliseconds / 1000);
  }

  task<T>(coroutine: Coroutine<T>): Task<T> {
    return this.loop.task(coroutine);
  }

  at(milliseconds: number, action: () => void): void {
    this.loop.clock.schedule(milliseconds * 1000, action);
  }

  /** Notes how `future` ends under a name: `name: value`, `name! error`, `name cancelled`. */
  watch(name: string, future: Future<unknown>): void {
    future.addDoneCallback(() => this.note(`${name}${outcomeOf(future)}`));
  }

  /** Lets time pass until nothing is left to happen. */
  run(): readonly string[] {
    this.loop.drain();
    while (this.loop.advance());
    return this.log;
  }

  /** A task that sleeps, says when it begins, ends and is cancelled, and takes a while to clean up. */
  sleeper(name: string, milliseconds: number, cleanup = 0): Task<string> {
    return this.task(sleeper(this, name, milliseconds, cleanup));
  }

  /** A task that fails after a while. */
  failing(name: string, milliseconds: number): Task<never> {
    return this.task(failing(this, name, milliseconds));
  }
}

export function outcomeOf(future: Future<unknown>): string {
  if (!future.done) return ' pending';
  if (future.cancelled) return ' cancelled';
  return future.failed ? `! ${describe(future.exception())}` : `: ${describe(future.result())}`;
}

function describe(value: unknown): string {
  if (value instanceof AggregateError) return `several(${value.errors.map(describe).join(', ')})`;
  if (value instanceof Error) return value.message;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

function* sleeper(bed: TestBed, name: string, milliseconds: number, cleanup: number): Coroutine<string> {
  try {
    yield* join(bed.sleep(milliseconds));
    return name;
  } catch (error) {
    if (error instanceof CancelledError) bed.note(`${name} hit`);
    throw error;
  } finally {
    if (cleanup > 0) {
      yield* join(bed.sleep(cleanup));
      bed.note(`${name} clean`);
    }
  }
}

function* failing(bed: TestBed, name: string, milliseconds: number): Coroutine<never> {
  yield* join(bed.sleep(milliseconds));
  throw new Error(name);
}
