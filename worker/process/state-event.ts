import type { OwnerState } from '../../model/owner.js';

/** Whether two states look the same in a trace. */
export function sameState(a: OwnerState, b: OwnerState): boolean {
  if (a.mode === 'running') return b.mode === 'running' && a.form === b.form && a.pausable === b.pausable;
  if (a.mode === 'failed') return b.mode === 'failed' && a.errorId === b.errorId;
  return a.mode === b.mode;
}

/** A state as a `state` event tells it. */
export function stateMembers(state: OwnerState) {
  switch (state.mode) {
    case 'running':
      return { mode: state.mode, form: state.form, pausable: state.pausable };
    case 'done':
      return { mode: state.mode, outcome: state.outcome };
    default:
      return { mode: state.mode };
  }
}
