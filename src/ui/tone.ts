import type { OwnerState } from '../../model/owner.js';

/** The colour family of a state, everywhere it is drawn: chip, live line, timeline. */
export type Tone = 'idle' | 'run' | 'pause' | 'jump' | 'halt' | 'fail' | 'done';

export function toneOf(state: OwnerState | null): Tone {
  switch (state?.mode) {
    case undefined:
    case 'collecting':
      return 'idle';
    case 'collectionFailed':
    case 'failed':
      return 'fail';
    case 'halting':
      return 'halt';
    case 'done':
      return state.outcome === 'completed' ? 'done' : 'halt';
    case 'running':
      return ({ normal: 'run', pausing: 'pause', paused: 'pause', jumping: 'jump', swapping: 'jump', halting: 'halt' } as const)[
        state.form
      ];
  }
}
