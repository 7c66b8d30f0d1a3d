import type { Suspension, SuspensionFrame, SuspensionKind } from '../../model/suspension.js';
import { type Future, Task } from '../task/index.js';
import type { Program } from './program.js';

/** What an await of the process looks like; `null`: it is none of the process. */
export type FrameOf = (task: Task<unknown>, kind: SuspensionKind) => SuspensionFrame | null;

/**
 * Where the process is suspended, from its outermost await to the innermost: follows what each task waits for (section 8.2).
 * `null` when no user function of it is suspended.
 */
export function suspensionOf(program: Program, root: Task<unknown>): Suspension | null {
  const { at, innermost, last } = awaitsOf(root, (task, kind) => {
    const frame = program.frame(task);
    return frame === null ? null : { ...frame, kind };
  });
  if (innermost === null) return null;
  const { label, wakesAt } = last;
  const since = innermost.suspendedAt / 1e6;
  return { at, since, ...(label === undefined ? {} : { detail: label }), ...(wakesAt === null ? {} : { until: wakesAt / 1e6 }) };
}

/** Every await at which a function of the process is suspended, the task of the innermost one, and the last thing that is waited for. */
export function awaitsOf(root: Task<unknown>, frameOf: FrameOf) {
  const at: SuspensionFrame[] = [];
  let innermost: Task<unknown> | null = null;
  let kind: SuspensionKind = 'plain';
  let last: Future<unknown> = root;
  const seen = new Set<Future<unknown>>();
  for (let next: Future<unknown> | null = root; next !== null && !next.done && !seen.has(next); next = afterThat(next)) {
    seen.add(next);
    last = next;
    kind = stronger(kind, next.kind);
    if (!isOfProcess(next)) continue;
    // What the await of this function waits for says how it can be interrupted.
    const awaited = stronger(kind, next.waitingOn?.kind ?? 'plain');
    const frame = frameOf(next, awaited);
    if (frame === null) continue;
    kind = awaited;
    innermost = next;
    at.push(frame);
  }
  return { at, innermost, last };
}

/** The task of the innermost await of the process; `null`: no function of it is suspended. */
export function innermostOf(root: Task<unknown>): Task<unknown> | null {
  let innermost: Task<unknown> | null = null;
  let hops = 0;
  for (let next: Future<unknown> | null = root; next !== null && !next.done && hops++ < mostHops; next = afterThat(next)) {
    if (isOfProcess(next)) innermost = next;
  }
  return innermost;
}

/** Tasks that wait for each other would be followed round and round. */
const mostHops = 1000;

function afterThat(future: Future<unknown>): Future<unknown> | null {
  return future instanceof Task ? future.waitingOn : future.inner;
}

/** It runs a function of the process. */
function isOfProcess(future: Future<unknown>): future is Task<unknown> {
  return future instanceof Task && future.functionId >= 0;
}

/** Inside a `wait()` every await is interrupted with it, unless a blocking action stands in between. */
function stronger(outer: SuspensionKind, inner: SuspensionKind): SuspensionKind {
  if (inner === 'blocking' || outer === 'blocking') return 'blocking';
  return inner === 'plain' ? outer : inner;
}
