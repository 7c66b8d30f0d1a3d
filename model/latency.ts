/** How long a request took until it had its effect: measured from what a run tells. */
import type { RequestType } from './owner.js';
import type { RunLog } from './run-log.js';
import type { StepPath } from './steps.js';
import { durationText } from './time-text.js';

type Timed = Extract<RequestType, 'pause' | 'jump' | 'swap' | 'halt'>;
const timed: readonly RequestType[] = ['pause', 'jump', 'swap', 'halt'] satisfies readonly Timed[];

export interface Latency {
  readonly request: Timed;
  /** Virtual seconds from the request to its effect. */
  readonly seconds: number;
}

/**
 * Of the last request to a process (`step`: of a protocol, `''`: alone) that takes effect some time: a pause once it is paused, a jump or new data
 * once it has learned of it or begun anew, a halt once it has ended. `null`: there is none, or it is still on its way.
 */
export function latencyOf({ requests, segments }: RunLog, step: StepPath = ''): Latency | null {
  const last = requests.findLast(({ event }) => event.event === 'request' && (event.step ?? '') === step && event.accepted);
  if (last?.event.event !== 'request' || !timed.includes(last.event.type)) return null;
  const request = last.event.type as Timed;
  const effect = segments.find((segment) => segment.step === step && segment.id > last.id && isEffect(request, segment.state));
  return effect === undefined ? null : { request, seconds: effect.start - last.event.t };
}

function isEffect(request: Timed, state: RunLog['segments'][number]['state']): boolean {
  switch (request) {
    case 'pause':
      return state.mode === 'running' && state.form === 'paused';
    case 'halt':
      return state.mode === 'done';
    case 'jump':
    case 'swap':
      // What is still pending shows in the form; anything else comes after it.
      return state.mode === 'running' && state.form !== 'jumping' && state.form !== 'swapping' && state.form !== 'halting';
  }
}

const sentences: Readonly<Record<Timed, (after: string) => string>> = {
  pause: (after) => `It paused ${after}.`,
  jump: (after) => `It learned of the jump ${after}.`,
  swap: (after) => `It learned of the new data ${after}.`,
  halt: (after) => `It ended ${after}.`,
};

export function latencyText({ request, seconds }: Latency): string {
  return sentences[request](seconds === 0 ? 'at the instant of the request' : `${durationText(seconds, true)} after the request`);
}
