/**
 * Every sentence for people about states, requests and their reasons: what happened, why, what to do.
 * Sentences about single events of a run are in `event-text.ts`.
 */
import type { Json } from './json.js';
import type { StepKind } from './steps.js';
import type { OwnerState, Reason, RequestType } from './owner.js';

/** The names of the controls, exactly as the buttons bear them. */
export const requestName: Readonly<Record<RequestType, string>> = {
  pause: 'Pause',
  resume: 'Resume',
  halt: 'Halt',
  jump: 'Jump',
  swap: 'Swap data',
  message: 'Send message',
  retry: 'Retry',
  skip: 'Skip',
};

/** What a control does, for a control that may be pressed. */
export const requestPurpose: Readonly<Record<RequestType, string>> = {
  pause: 'Asks the process to pause: it does so at its next checkpoint().',
  resume: 'Lets the paused process go on.',
  halt: 'Cancels the process at the await where it is suspended; its cleanup still runs.',
  jump: 'Sends the process to another point: it learns of it at its next wait() or checkpoint().',
  swap: 'Gives the process new data: it learns of it at its next wait() or checkpoint().',
  message: 'Sends a value that the process gets from receive().',
  retry: 'Starts the process again, with the data document as it is now.',
  skip: 'Gives this process up and goes on after it.',
};

/** The same of a step of a protocol, where it is something else. */
export const stepPurpose: Readonly<Partial<Record<RequestType, string>>> = {
  retry: 'Starts the step again, with the data that it was given last.',
  skip: 'Gives this step up; what follows it begins.',
};

const accepted: Readonly<Record<RequestType, string>> = {
  pause: 'Pause requested: the process pauses at its next checkpoint().',
  resume: 'The process goes on.',
  halt: 'Halt requested: the process is cancelled where it is suspended and cleans up.',
  jump: 'Jump requested: the process learns of it at its next wait() or checkpoint().',
  swap: 'New data requested: the process learns of it at its next wait() or checkpoint().',
  message: 'Message queued: the process gets it from receive().',
  retry: 'The process starts again.',
  skip: 'The process is given up; the run goes on after it.',
};

const sentences: Readonly<Record<Exclude<Reason, 'accepted' | 'queued' | 'replaced' | 'repeated'>, string>> = {
  'already-pausing': 'A pause is already pending: the process has not reached a checkpoint() yet.',
  'already-paused': 'The process is already paused.',
  stored: 'The new data is stored; Retry uses it.',
  'not-running': 'The process is not running.',
  'not-pausable': 'The process has not said that it can pause: it must set context.pausable = true first.',
  'not-paused': 'The process is not paused.',
  'not-paused-yet': 'The process is still on its way to a checkpoint(); it can be resumed once it is paused.',
  'not-failed': 'The process has not failed, so there is nothing to retry.',
  halting: 'The process is being halted and takes no other request.',
  ended: 'The process has ended. Press Run to start it again.',
  'invalid-point': 'The point is not one that this process declares, so the jump was not made.',
  'invalid-message': 'The message cannot be sent: it is not plain data.',
  'no-such-step': 'The protocol has no such step.',
  'not-a-process': 'This step consists of other steps: make the request to one of them.',
  'data-invalid': 'The data does not fit what the process declares, so nothing was changed.',
};

/** Why a request was or would be admitted or refused, in one sentence. */
export function reasonText(request: RequestType, reason: Reason): string {
  switch (reason) {
    case 'accepted':
      return accepted[request];
    case 'queued':
      return request === 'message' ? accepted.message : 'Pause queued: the process first gets the request that is already pending.';
    case 'replaced':
      return request === 'swap'
        ? 'The new data replaces the data that the process had not looked at yet.'
        : 'The new point replaces the one that the process had not looked at yet.';
    case 'repeated':
      return 'Halted once more: the process is cancelled again at the await of its cleanup.';
    case 'not-running':
      return request === 'message' ? 'The process is not running, so it cannot receive a message.' : sentences[reason];
    default:
      return sentences[reason];
  }
}

/** Why no control works while there is no run. */
export const noRunText = 'Nothing has been run yet: press Run first.';

/** Said once, when a run has more events than are kept of it. */
export function traceFullText(limit: number): string {
  return `This run has had ${limit.toLocaleString('en')} events. From here on, locations, terms, suspensions, values and log lines are left out of its trace.`;
}

/** Said once, when a process has been suspended so often that its trace has samples of it from then on. */
export function suspensionsSampledText(limit: number): string {
  return `The process has been suspended ${limit.toLocaleString('en')} times. From here on, the trace has only samples of where it is suspended.`;
}

/** Why no control works for a step that has no process: it has not been reached, or consists of other steps. */
export function noProcessText(kind: StepKind): string {
  return kind === 'process'
    ? 'This step has not begun: Jump here goes on with it, if the steps around it are on.'
    : 'This step consists of other steps: choose one of them to control its process.';
}

/** What a state means, in one sentence; `null` before the first run. `ofStep`: of a process that is a step of a protocol. */
export function stateText(state: OwnerState | null, ofStep = false): string {
  if (!state) return 'Press Run to start the process.';
  if (ofStep && state.mode === 'collectionFailed')
    return 'The data of this step could not be used. Retry evaluates it again, Skip gives the step up.';
  switch (state.mode) {
    case 'collecting':
      return 'The data is being evaluated; the process starts once it is there.';
    case 'collectionFailed':
      return 'The data could not be used. Correct the data document and press Retry.';
    case 'failed':
      return state.whileHalting
        ? 'The process failed while it was being halted.'
        : 'The process failed. Retry starts it again, Skip gives it up.';
    case 'halting':
      return 'The process has stopped; the run is being closed.';
    case 'done':
      return {
        completed: 'The process has run to its end.',
        halted: 'The process was halted.',
        cancelled: 'The process ended with a cancellation that nobody asked for.',
        stopped: 'The runtime was stopped, and the process with it: its cleanup did not run. Press Run to start again.',
      }[state.outcome];
    case 'running':
      return {
        normal: 'The process is running.',
        pausing: 'A pause is pending: the process has not reached a checkpoint() yet.',
        paused: 'The process waits in checkpoint() until it is resumed.',
        jumping: 'A jump is pending: the process has not looked yet.',
        swapping: 'New data is pending: the process has not looked yet.',
        halting: 'The process is being cancelled and cleans up.',
      }[state.form];
  }
}

/** Plain data on one line, in the short notation of YAML: `{index: 3}`. Cut after `limit` characters. */
export function dataText(value: Json | undefined, limit = 80): string {
  const text = flow(value ?? null);
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

function flow(value: Json): string {
  // Nobody reads seventeen digits.
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Number(value.toPrecision(6)));
  if (typeof value === 'string') return /^[\p{L}_][\p{L}\p{N} _.-]*$/u.test(value) ? value : JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${flow(item)}`)
    .join(', ')}}`;
}
