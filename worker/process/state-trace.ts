import type { OwnerState } from '../../model/owner.js';
import type { Emit } from './reporter.js';

/** Tells of a state when it looks other than the last one. */
export class StateTrace {
  #last = '';

  constructor(private readonly emit: Emit) {}

  show(state: OwnerState, instance: number): void {
    const event = { event: 'state', ...membersOf(state), instance } as const;
    const text = JSON.stringify([event, state.mode === 'failed' ? state.errorId : null]);
    if (text === this.#last) return;
    this.#last = text;
    this.emit(event);
  }
}

function membersOf(state: OwnerState) {
  switch (state.mode) {
    case 'running':
      return { mode: state.mode, form: state.form, pausable: state.pausable };
    case 'done':
      return { mode: state.mode, outcome: state.outcome };
    default:
      return { mode: state.mode };
  }
}
