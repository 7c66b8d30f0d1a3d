import type { DetachedView } from '../../model/snapshot.js';
import { type EventLoop, type Future, Task } from '../task/index.js';
import type { Program } from './program.js';

/**
 * Work that goes on although nobody waits for it (semantics 3.2): blocking actions that were abandoned, and tasks of the process'
 * own functions that the body's chain of awaits does not reach once the body is over.
 */
export function detachedWork(loop: EventLoop, program: Program, body: Task<unknown> | null): readonly DetachedView[] {
  const work: DetachedView[] = [];
  for (const job of loop.detached) work.push({ label: job.label ?? 'a blocking action', since: job.startedAt / 1e6 });
  if (body !== null) return work;
  const tasks: Task<unknown>[] = [];
  for (let task = loop.newestTask; task !== null; task = task.older) if (!task.done && program.frame(task) !== null) tasks.push(task);
  const awaited = new Set<Future<unknown>>(tasks.map((task) => task.waitingOn).filter((future) => future !== null));
  for (const task of tasks.reverse()) {
    if (!awaited.has(task)) work.push({ label: task.name || 'a task', since: task.suspendedAt / 1e6 });
  }
  return work;
}
