import type { Place } from '../../model/place.js';
import { type EventLoop, type Future, Task } from '../task/index.js';
import { chain, userFrame } from './awaited-at.js';
import type { Program } from './program.js';

/** Tasks of one function of the process, at one place, that nobody waited for. */
export interface Left {
  /** Still running, or at its end. */
  readonly type: 'task-goes-on' | 'never-awaited';
  /** `The task rinse`, `context.wait()`. */
  readonly task: string;
  readonly place: Place | null;
  readonly count: number;
}

/** More of them are forgotten: by then the author knows. */
const most = 100;
/** Looking where the process stands costs much more than starting a wait(): of those that are made all the time the first have to do. */
const mostLooks = 20;

/** What a body leaves behind: tasks that run on, and what nobody has ever waited for although it took time. */
export class LeftBehind {
  /** What has ended well and nobody had waited for by then. */
  #ended: { readonly future: Future<unknown>; readonly place: Place | null }[] = [];
  /** Where the process started what has no function of it. */
  readonly #starts = new WeakMap<Future<unknown>, Place>();
  #looks = 0;
  /** What runs on is told once, not by each instance that follows. */
  readonly #told = new WeakSet<Task<unknown>>();

  constructor(
    private readonly loop: EventLoop,
    private readonly program: Program,
  ) {}

  /** The process has just started something that it should await. */
  started(future: Future<unknown>): void {
    if (future.done || this.#looks >= mostLooks) return;
    this.#looks++;
    const place = this.program.here();
    if (place !== null) this.#starts.set(future, place);
  }

  /** Something ends, and nobody has waited for it so far. */
  finished(future: Future<unknown>): void {
    if (future instanceof Task && (future.background || isOurs(future))) return;
    if (this.#ended.length >= most) this.#ended = this.#ended.filter((ended) => !ended.future.retrieved);
    if (this.#ended.length < most) this.#ended.push({ future, place: this.#startOf(future) });
  }

  /**
   * The body is over: what nobody waits for now, nobody ever will. A body that did not come to its end (`returned`) may have been about to
   * await something; that it started the same again and again without looking at it is a mistake all the same.
   */
  take(returned: boolean): readonly Left[] {
    const found = new Map<string, Left>();
    for (const task of [...this.loop.liveTasks()].reverse()) {
      if (task.awaited || this.#told.has(task) || userFrame(this.program, task) === null || aboutToGoOn(task)) continue;
      this.#told.add(task);
      add(found, 'task-goes-on', nameOf(task), this.#placeOf(task));
    }
    for (const { future, place } of this.#ended) {
      if (future.retrieved || (future instanceof Task && this.#told.has(future))) continue;
      add(found, 'never-awaited', nameOf(future), place);
    }
    this.#ended = [];
    return [...found.values()].filter(({ type, count }) => type === 'task-goes-on' || returned || count > 1);
  }

  #startOf(future: Future<unknown>): Place | null {
    const start = this.#starts.get(future);
    if (start !== undefined || !(future instanceof Task)) return start ?? null;
    return this.program.startOf?.(future) ?? this.#placeOf(future);
  }

  #placeOf(task: Task<unknown>): Place | null {
    const frame = userFrame(this.program, task);
    return frame === null ? null : { file: 'process', line: frame.line, column: frame.column };
  }
}

function add(found: Map<string, Left>, type: Left['type'], task: string, place: Place | null): void {
  const key = JSON.stringify([type, task, place]);
  const before = found.get(key);
  found.set(key, { type, task, place, count: (before?.count ?? 0) + 1 });
}

/** Made by the runtime for itself, not for the process to await. */
function isOurs(task: Task<unknown>): boolean {
  return task.functionId < 0 && task.kind !== 'wait' && task.kind !== 'checkpoint';
}

function nameOf(future: Future<unknown>): string {
  if (!(future instanceof Task)) return `“${future.label ?? 'a future'}”`;
  if (future.functionId < 0 && (future.kind === 'wait' || future.kind === 'checkpoint')) return `context.${future.kind}()`;
  return future.name === '' ? 'A task' : `The task ${future.name}`;
}

/** What it waits for has ended: with the body, those who wait for requests and messages do. */
function aboutToGoOn(task: Task<unknown>): boolean {
  for (const next of chain(task)) if (next.done) return true;
  return false;
}
