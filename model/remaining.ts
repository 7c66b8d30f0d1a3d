import type { ProcessView } from './snapshot.js';
import { clockText, durationText, remainingText } from './time-text.js';
import { declaredLength } from './progress.js';

export interface Remaining {
  /** The large line: `17 min 24 s left`. */
  readonly main: string;
  /** The small line beside it: `of 30 min · ends 00:42:08`. */
  readonly detail: string;
  /** How much of the whole has passed, from 0 to 1; `null` when that is not known. */
  readonly share: number | null;
}

const endings = { completed: 'Finished', halted: 'Ended by a halt', cancelled: 'Finished', stopped: 'Stopped' } as const;

/**
 * What the page says about the time that is left, at the virtual time `now` (seconds).
 * `whole` is the length that the process announced first, in seconds, when it announced one.
 */
export function remainingOf(process: ProcessView | null, now: number, whole: number | null): Remaining {
  if (!process) return { main: 'Not running', detail: '', share: null };
  const { state, term } = process;
  switch (state.mode) {
    case 'collecting':
      return { main: 'Evaluating the data', detail: '', share: null };
    case 'collectionFailed':
      return { main: 'The data cannot be used', detail: '', share: null };
    case 'failed':
      return { main: 'Stopped by a failure', detail: '', share: null };
    case 'halting':
      return { main: 'Closing', detail: '', share: null };
    case 'done':
      return { main: endings[state.outcome], detail: '', share: null };
    case 'running': {
      const length = (process.location && declaredLength(process.location.value)) ?? whole;
      const known = term.type === 'datetime' || term.type === 'duration';
      const parts = [
        known && length !== null && length > 0 ? `of ${durationText(length, true)}` : '',
        term.type === 'datetime' ? `ends ${clockText(term.value)}` : '',
      ];
      const left = term.type === 'datetime' ? term.value - now : term.type === 'duration' ? term.value : null;
      const share = left === null || length === null || length <= 0 ? null : Math.min(1, Math.max(0, 1 - left / length));
      return { main: remainingText(term, now), detail: parts.filter(Boolean).join(' · '), share };
    }
  }
}
