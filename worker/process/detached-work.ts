import type { DetachedView } from '../../model/snapshot.js';
import type { EventLoop, Task } from '../task/index.js';
import { userFrame } from './awaited-at.js';
import type { Program } from './program.js';

/**
 * Work that goes on although nobody waits for it (semantics 3.2): blocking actions that were abandoned, and, once the body is
 * over (`body` is null), the tasks of the process' own functions that run on. `scope`: the owner whose work it is.
 */
export function detachedWork(loop: EventLoop, program: Program, scope: object, body: Task<unknown> | null): readonly DetachedView[] {
  const work: DetachedView[] = [];
  for (const job of loop.detached)
    if (job.scope === scope) work.push({ label: job.label ?? 'a blocking action', since: job.startedAt / 1e6 });
  if (body !== null) return work;
  for (const task of loop.liveTasks()) {
    if (task.scope === scope && !task.awaited && userFrame(program, task) !== null)
      work.push({ label: task.name || 'a task', since: task.suspendedAt / 1e6 });
  }
  return work;
}
