/**
 * What pause, jump and swap would come to if they were asked for now, as far as the place of the process tells: the band under the
 * timeline and the notes of the buttons. Source: sections 1.3 to 1.5 of the process semantics.
 */
import { admit, type OwnerState, type Pending, nothingPending, type RequestType } from './owner.js';
import type { Place, Range } from './place.js';
import type { Suspension, SuspensionFrame } from './suspension.js';

/**
 * `now`: the process learns of it at once. `later`: at its next wait() or checkpoint(). `recreates`: it learns of it at once, nothing
 * catches it, so the process begins anew. `fails`: the same with a pause, which makes the process fail. `stored`: a failed process has
 * the new data when it is retried. `refused`: it is not admitted.
 */
export const promises = ['now', 'later', 'recreates', 'fails', 'stored', 'refused'] as const;
export type Promised = (typeof promises)[number];

export type Interruption = Extract<RequestType, 'pause' | 'jump' | 'swap'>;
export const interruptions: readonly Interruption[] = ['pause', 'jump', 'swap'];

/**
 * What a request would come to. `suspension`: the await at which the process stands; `null`: it does not stand at one. `guards`: where
 * its text can catch what an await raises.
 */
export function promiseOf(
  request: Interruption,
  state: OwnerState,
  suspension: Suspension | null,
  guards: readonly Range[],
  pending: Pending = nothingPending,
): Promised {
  const { accepted, reason } = admit(state, request, pending);
  if (!accepted) return 'refused';
  if (reason === 'stored') return 'stored';
  const raised = suspension === null ? null : raisedAt(suspension.at);
  if (raised === null) return 'later';
  if (raised.some((frame) => guards.some((guard) => within(frame, guard)))) return 'now';
  // A pause that is pending already is not raised a second time.
  if (request === 'pause') return reason === 'already-pausing' || reason === 'queued' ? 'later' : 'fails';
  return 'recreates';
}

/** The awaits through which a request would go that is raised now, innermost first; `null`: none is, where the process stands. */
function raisedAt(at: readonly SuspensionFrame[]): readonly SuspensionFrame[] | null {
  // What stands inside a wait() is of its kind too: the request is raised where the first of them begins.
  const index = at.findIndex(({ kind }) => kind === 'wait' || kind === 'checkpoint');
  return index === -1 ? null : at.slice(0, index + 1).reverse();
}

function within({ line, column }: Pick<Place, 'line' | 'column'>, guard: Range): boolean {
  const afterStart = line > guard.line || (line === guard.line && column >= guard.column);
  return afterStart && (line < guard.endLine || (line === guard.endLine && column < guard.endColumn));
}

const names: Readonly<Record<Interruption, { readonly what: string; readonly raised: string }>> = {
  pause: { what: 'The pause', raised: 'PauseRequest' },
  jump: { what: 'The jump', raised: 'JumpRequest' },
  swap: { what: 'The new data', raised: 'SwapRequest' },
};

/** The same in a sentence; `null` for what the admission table has its own sentence for. */
export function promiseText(request: Interruption, promised: Promised, suspension: Suspension | null): string | null {
  const { what, raised } = names[request];
  const first = suspension?.at.find(({ kind }) => kind === 'wait' || kind === 'checkpoint');
  const line = (first ?? suspension?.at.at(-1))?.line;
  const where = line === undefined ? '' : ` at line ${line}`;
  switch (promised) {
    case 'now':
      return `${what} takes effect at once: ${raised} is raised${where}, inside a try block.`;
    case 'later':
      return `${what} takes effect at the next wait() or checkpoint()${where === '' ? '' : `; the process stands${where}, where nothing but a halt is heard`}.`;
    case 'recreates':
      return `${what} takes effect at once: ${raised} is raised${where}, where nothing catches it, so the process begins anew.`;
    case 'fails':
      return `The process would fail: ${raised} is raised${where}, where nothing catches it.`;
    case 'stored':
    case 'refused':
      return null;
  }
}

/** One or two words for the band. */
export const promiseNames: Readonly<Record<Promised, string>> = {
  now: 'at once',
  later: 'at the next checkpoint',
  recreates: 'by beginning anew',
  fails: 'would fail',
  stored: 'with Retry',
  refused: 'refused',
};
