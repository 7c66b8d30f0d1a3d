import type { Place } from '../../model/place.js';
import type { EventLoop, Task } from '../task/index.js';
import { chain } from './awaited-at.js';
import type { Program } from './program.js';

/** Tasks of one function of the process, at one place, that nobody waited for. */
export interface Left {
  /** Still running, or at its end. */
  readonly type: 'task-goes-on' | 'never-awaited';
  /** `The task rinse`. */
  readonly task: string;
  readonly place: Place | null;
  readonly count: number;
}

/** More of them are forgotten: by then the author knows. */
const most = 100;

/** What a body leaves behind: tasks of the user's functions that nobody has ever waited for. */
export class LeftBehind {
  /** Tasks that have ended well and that nobody had waited for by then, with the last await that they reached. */
  #ended: { readonly task: Task<unknown>; readonly place: Place | null }[] = [];
  /** What runs on is told once, not by each instance that follows. */
  readonly #told = new WeakSet<Task<unknown>>();

  constructor(
    private readonly loop: EventLoop,
    private readonly program: Program,
  ) {}

  /** A task ends, and nobody has waited for it so far. */
  finished(task: Task<unknown>): void {
    if (this.#ended.length >= most) this.#ended = this.#ended.filter((ended) => !ended.task.retrieved);
    if (this.#ended.length < most) this.#ended.push({ task, place: this.#placeOf(task) });
  }

  /** The body is over: what nobody waits for now, nobody ever will. */
  take(): readonly Left[] {
    const found = new Map<string, Left>();
    for (const task of [...this.loop.liveTasks()].reverse()) {
      if (task.awaited || this.#told.has(task) || this.program.frame(task) === null || aboutToGoOn(task)) continue;
      this.#told.add(task);
      add(found, 'task-goes-on', task, this.#placeOf(task));
    }
    for (const { task, place } of this.#ended) if (!task.retrieved && !this.#told.has(task)) add(found, 'never-awaited', task, place);
    this.#ended = [];
    return [...found.values()];
  }

  #placeOf(task: Task<unknown>): Place | null {
    const frame = this.program.frame(task);
    return frame === null ? null : { file: 'process', line: frame.line, column: frame.column };
  }
}

function add(found: Map<string, Left>, type: Left['type'], { name }: Task<unknown>, place: Place | null): void {
  const key = JSON.stringify([type, name, place]);
  const before = found.get(key);
  found.set(key, { type, task: name === '' ? 'A task' : `The task ${name}`, place, count: (before?.count ?? 0) + 1 });
}

/** What it waits for has ended: with the body, those who wait for requests and messages do. */
function aboutToGoOn(task: Task<unknown>): boolean {
  for (const next of chain(task)) if (next.done) return true;
  return false;
}
