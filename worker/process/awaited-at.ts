import type { Place } from '../../model/place.js';
import { type EventLoop, type Future, Task } from '../task/index.js';
import type { Program } from './program.js';

/** The innermost await of the process at which it waits for `future`, through whatever is in between; `null` when none does. */
export function awaitedAt(loop: EventLoop, program: Program, future: Future<unknown>): Place | null {
  let place: Place | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const task of loop.liveTasks()) {
    const frame = program.frame(task);
    const steps = frame === null ? null : distance(task, future);
    if (frame === null || steps === null || steps >= nearest) continue;
    nearest = steps;
    place = { file: 'process', line: frame.line, column: frame.column };
  }
  return place;
}

/** Through how many awaits `task` waits for `future`; `null` when it does not. */
function distance(task: Task<unknown>, future: Future<unknown>): number | null {
  let steps = 0;
  for (const next of chain(task)) {
    if (next === future) return steps;
    steps++;
  }
  return null;
}

/** The await of the process at which a task is suspended, or else the task that it waits for, and so on; `null` for the runtime's own. */
export function userFrame(program: Program, from: Task<unknown>): ReturnType<Program['frame']> {
  for (const next of chain(from)) {
    const frame = next instanceof Task ? program.frame(next) : null;
    if (frame !== null) return frame;
  }
  return null;
}

/** A future, what it waits for, what that waits for in turn, and so on. */
export function* chain(from: Future<unknown>): Generator<Future<unknown>, void> {
  const seen = new Set<Future<unknown>>();
  for (
    let next: Future<unknown> | null = from;
    next !== null && !seen.has(next);
    next = next instanceof Task ? next.waitingOn : next.inner
  ) {
    seen.add(next);
    yield next;
  }
}
