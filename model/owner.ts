/**
 * The process owner's states and the one table that says which request is admitted in which state.
 * Source: sections 1.1, 1.4 and 1.5 of the process semantics. The owner, the buttons and the tests all read it.
 */

/** What a running process is doing about the requests made of it, most urgent first in `formOf`. */
export type Form = 'normal' | 'pausing' | 'paused' | 'jumping' | 'swapping' | 'halting';
/**
 * How a process ended. `cancelled`: it raised a cancellation that nobody asked for.
 * `stopped`: the runtime ended under it, so no cleanup ran; only the page says so, no trace does.
 */
export type Outcome = 'completed' | 'halted' | 'cancelled' | 'stopped';

export type OwnerState =
  | { readonly mode: 'collecting' }
  | { readonly mode: 'collectionFailed' }
  | { readonly mode: 'running'; readonly form: Form; readonly pausable: boolean }
  | { readonly mode: 'failed'; readonly errorId: number; readonly whileHalting: boolean }
  | { readonly mode: 'halting' }
  | { readonly mode: 'done'; readonly outcome: Outcome };

export type RequestType = 'pause' | 'resume' | 'halt' | 'jump' | 'swap' | 'message' | 'retry' | 'skip';

/** Fixed identifiers; the sentences for people are in `model/messages.ts`. */
export const reasons = [
  'accepted',
  'already-pausing',
  'already-paused',
  'queued',
  'replaced',
  'repeated',
  'stored',
  'not-running',
  'not-pausable',
  'not-paused',
  'not-paused-yet',
  'not-failed',
  'halting',
  'ended',
  'invalid-point',
  'invalid-message',
  'data-invalid',
  'no-such-step',
  'not-a-process',
] as const;
export type Reason = (typeof reasons)[number];

export interface Verdict {
  readonly accepted: boolean;
  readonly reason: Reason;
}

/** What is pending besides the state: needed because two jumps, or a pause behind a jump, look alike from outside. */
export interface Pending {
  readonly pause: boolean;
  readonly jump: boolean;
  readonly swap: boolean;
}
export const nothingPending: Pending = { pause: false, jump: false, swap: false };

const yes = (reason: Reason = 'accepted'): Verdict => ({ accepted: true, reason });
const no = (reason: Reason): Verdict => ({ accepted: false, reason });

/** Whether `request` is admitted now, and why (not). Validation of a point or of data comes after, and may still refuse. */
export function admit(state: OwnerState, request: RequestType, pending: Pending = nothingPending): Verdict {
  switch (state.mode) {
    case 'done':
      return no('ended');
    case 'halting':
      return request === 'halt' || request === 'skip' ? no('ended') : no('halting');
    case 'collecting':
      return request === 'halt' || request === 'skip' ? yes() : no(request === 'retry' ? 'not-failed' : 'not-running');
    case 'collectionFailed':
      return request === 'halt' || request === 'skip' || request === 'retry' ? yes() : no('not-running');
    case 'failed':
      if (request === 'halt' || request === 'skip' || request === 'retry') return yes();
      return request === 'swap' ? yes('stored') : no('not-running');
    case 'running':
      return admitRunning(state.form, state.pausable, request, pending);
  }
}

function admitRunning(form: Form, pausable: boolean, request: RequestType, pending: Pending): Verdict {
  if (request === 'retry') return no('not-failed');
  if (form === 'halting') return request === 'halt' || request === 'skip' ? yes('repeated') : no('halting');
  switch (request) {
    case 'halt':
    case 'skip':
      return yes();
    case 'pause':
      if (form === 'paused') return no('already-paused');
      if (pending.pause) return yes('already-pausing');
      if (!pausable) return no('not-pausable');
      return form === 'normal' ? yes() : yes('queued');
    case 'resume':
      if (form === 'paused') return yes();
      return no(pending.pause ? 'not-paused-yet' : 'not-paused');
    case 'jump':
      return yes(pending.jump ? 'replaced' : 'accepted');
    case 'swap':
      return yes(pending.swap ? 'replaced' : 'accepted');
    case 'message':
      return yes('queued');
  }
}

/** The form to show when several requests are pending: delivery order of 1.5.2 (halt, swap, jump, pause). */
export function formOf(slots: { halt: boolean; swap: boolean; jump: boolean; pause: boolean; paused: boolean }): Form {
  if (slots.halt) return 'halting';
  if (slots.swap) return 'swapping';
  if (slots.jump) return 'jumping';
  if (slots.paused) return 'paused';
  return slots.pause ? 'pausing' : 'normal';
}

/** The state's name as people read it: chip, announcements, docs. Stable: outside checks use it. */
export function stateName(state: OwnerState): string {
  switch (state.mode) {
    case 'collecting':
      return 'Collecting';
    case 'collectionFailed':
      return 'Collection failed';
    case 'failed':
      return 'Failed';
    case 'halting':
      return 'Halting';
    case 'done':
      return { completed: 'Done', halted: 'Halted', cancelled: 'Done', stopped: 'Stopped' }[state.outcome];
    case 'running':
      return {
        normal: 'Running',
        pausing: 'Pausing',
        paused: 'Paused',
        jumping: 'Jumping',
        swapping: 'Swapping',
        halting: 'Halting',
      }[state.form];
  }
}
