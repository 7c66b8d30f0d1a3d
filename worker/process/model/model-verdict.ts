import type { RequestType } from '../../../model/owner.js';
import type { Pending } from './model-pending.js';

export type Mode = 'collecting' | 'collectionFailed' | 'running' | 'failed' | 'halting' | 'done';

/** What a verdict looks at. */
export interface Situation {
  readonly mode: Mode;
  readonly pausable: boolean;
  readonly pending: Pending;
}

/** Whether a request is taken, and why (not): the table of 1.4. */
export function verdict(type: RequestType, situation: Situation): [accepted: boolean, reason: string] {
  const { mode, pausable } = situation;
  const { form, pause, jump, swap } = situation.pending;
  const isHalt = type === 'halt' || type === 'skip';
  if (mode === 'done' || (mode === 'halting' && isHalt)) return [false, 'ended'];
  if (mode === 'halting') return [false, 'halting'];
  if (mode !== 'running') {
    if (isHalt || (type === 'retry' && mode !== 'collecting')) return [true, 'accepted'];
    if (type === 'retry') return [false, 'not-failed'];
    return mode === 'failed' && type === 'swap' ? [true, 'stored'] : [false, 'not-running'];
  }
  if (type === 'retry') return [false, 'not-failed'];
  if (form === 'halting') return isHalt ? [true, 'repeated'] : [false, 'halting'];
  if (type === 'pause') {
    if (form === 'paused') return [false, 'already-paused'];
    if (pause !== 'none') return [true, 'already-pausing'];
    if (!pausable) return [false, 'not-pausable'];
    return [true, form === 'normal' ? 'accepted' : 'queued'];
  }
  if (type === 'resume') return form === 'paused' ? [true, 'accepted'] : [false, pause === 'none' ? 'not-paused' : 'not-paused-yet'];
  if (type === 'message') return [true, 'queued'];
  const replaces = (type === 'jump' && jump !== null) || (type === 'swap' && swap !== null);
  return [true, replaces ? 'replaced' : 'accepted'];
}
