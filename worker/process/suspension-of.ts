import type { Suspension, SuspensionFrame, SuspensionKind } from '../../model/suspension.js';
import { type Future, Task } from '../task/index.js';
import type { Program } from './program.js';

/**
 * Where the process is suspended, from its outermost await to the innermost: follows what each task waits for (section 8.2).
 * `null` when no user function of it is suspended.
 */
export function suspensionOf(program: Program, root: Task<unknown>): Suspension | null {
  const at: SuspensionFrame[] = [];
  let since = 0;
  let kind: SuspensionKind = 'plain';
  let last: Future<unknown> = root;
  const seen = new Set<Future<unknown>>();
  for (
    let next: Future<unknown> | null = root;
    next !== null && !next.done && !seen.has(next);
    next = next instanceof Task ? next.waitingOn : next.inner
  ) {
    seen.add(next);
    last = next;
    kind = stronger(kind, next.kind);
    const frame = next instanceof Task ? program.frame(next) : null;
    if (next instanceof Task && frame !== null) {
      since = next.suspendedAt / 1e6;
      // What the await of this function waits for says how it can be interrupted.
      kind = stronger(kind, next.waitingOn?.kind ?? 'plain');
      at.push({ ...frame, kind });
    }
  }
  if (at.length === 0) return null;
  const { label, wakesAt } = last;
  return { at, since, ...(label === undefined ? {} : { detail: label }), ...(wakesAt === null ? {} : { until: wakesAt / 1e6 }) };
}

/** Inside a `wait()` every await is interrupted with it, unless a blocking action stands in between. */
function stronger(outer: SuspensionKind, inner: SuspensionKind): SuspensionKind {
  if (inner === 'blocking' || outer === 'blocking') return 'blocking';
  return inner === 'plain' ? outer : inner;
}
