/**
 * Every sentence with which a run explains itself: what happened, why, and, where there is something to do, what to do.
 * The name of a sentence is the `name` of its event. Sentences about states and answers to requests are in `messages.ts`; those of
 * errors come from what failed. `conformance/explanations.test.ts` shows each of them happening.
 */
import type { FaultShows } from './faults.js';

/** What the author of a process should change. Events of the kind `warning`. */
export const warningTexts = {
  blocked: (label: string, seconds: number) =>
    `Everything stood still for ${seconds} s during a call that blocks (${label}): make it inside asyncio.toThread().`,

  standstill: (turns: number) =>
    `The process has gone on ${turns.toLocaleString('en')} times without letting time pass, so virtual time stands still. ` +
    'Await something that takes time in the loop, such as asyncio.sleep(1).',

  'cancellation-swallowed': (line: number) =>
    `A cancellation was swallowed by the catch clause in line ${line}: the halt was ignored there. Throw the error again.`,

  'not-async': (name: string) =>
    'The process function is not async, so it completed as soon as it returned. Did you forget async? ' +
    `A process is written: export default async function ${name}(context) { … }`,

  cancelled: () => 'The process ended by a cancellation nobody requested: a CancelledError left its body although it was not halted.',

  'jump-not-taken': (point: string) =>
    `The jump to ${point} was not taken: the process ended first. A process looks at its wait() and checkpoint() calls.`,

  'swap-not-taken': () => 'The new data was not taken: the process ended first. A process looks at its wait() and checkpoint() calls.',

  'pause-not-kept': () => 'The pause could not be kept: the process was started again and did not set context.pausable = true.',

  'messages-lost': (count: number) =>
    `${counted(count, 'message was', 'messages were')} lost: the process was started again before it received ${count === 1 ? 'it' : 'them'}.`,

  'effect-repeated': (what: string) =>
    `The effect “${what}” came about again: the process had reported it already before it was started again from its first line. ` +
    'Catch the request that leaves the body, or start at a point behind the effect.',

  'negative-duration': () => 'The time that is left was given as less than zero; it is taken as 0.',

  'duration-failed': (error: string) => `The duration(data) of the process failed, so the time that is left is unknown: ${error}.`,

  'error-lost': (error: string) => `What wait() was waiting for failed while it was being cancelled: ${error}.`,

  abandoned: (work: string) => `A second cancellation stopped the waiting for ${work}: it goes on, detached.`,

  'unhandled-error': (task: string, error: string) => `${task} failed and nobody awaited it: ${error}.`,

  'uncaught-error': (error: string) => `A callback failed: ${error}.`,

  overridden: (path: string) => `${path} was taken over by hand: what the process writes there waits until it is given back.`,

  'override-over': (path: string) => `${path} was given back: the process' last value was written again.`,
} as const;

/** Why the process started again. */
export type RestartReason = 'jump' | 'swap' | 'forced' | 'retry';

/** What happened as the rules have it, and is easily missed. Events of the kind `note`. */
export const noteTexts = {
  restarted: (instance: number, reason: RestartReason, point: string | null, data: string | null) =>
    `Instance ${instance} starts ${point === null ? 'at the beginning' : `at the point ${point}`}${data === null ? '' : `, with the data ${data}`}: ` +
    restartReasons[reason],

  'pause-carried': () =>
    'The pause is still wanted: the new instance pauses once it sets context.pausable = true and comes to a checkpoint().',

  'pause-not-taken': () => 'The pause was not taken: the process ended before it came to a checkpoint().',

  'dropped-by-halt': (what: readonly string[]) => `The halt dropped what was still pending: ${what.join(', ')}.`,

  'stored-data-dropped': () => 'The new data that was stored is not used: the data document was changed since, and the retry takes that.',

  'request-refused': (detail: string) => `The request was refused because of what came with it: ${detail}`,

  'messages-not-received': (count: number) =>
    `${counted(count, 'message was', 'messages were')} not received: the process ended without another receive().`,

  'result-lost': (result: string) =>
    `What wait() was waiting for had a result when it was given up, ${result}: it is lost, because wait() raised a request or a cancellation instead.`,

  detached: (action: string) =>
    `A blocking action cannot be stopped: the waiting for it was cancelled, and it goes on, detached, until its time is over (${action}).`,

  'task-goes-on': (task: string, count: number) =>
    `${task} goes on${count === 1 ? '' : ` ${count} times`} although the process has ended: nobody waited for it or cancelled it.`,

  'never-awaited': (what: string, count: number) =>
    `${what} was ${count === 1 ? '' : 'started several times and '}never awaited: the process did not wait for it and did not see how it ended. Did you forget await?`,

  'fault-without-effect': (fault: string, target: string, shows: FaultShows) =>
    `The fault “${fault}” of ${target} made no difference: ${unnoticed[shows]} while it was on.`,

  'fault-not-begun': (fault: string, target: string, at: number) =>
    `The fault “${fault}” of ${target} did not begin: the run was over before ${at} s.`,

  'locations-dropped': (count: number, turns: number) =>
    turns === 1
      ? `${counted(count, 'earlier location', 'earlier locations')} in this turn ${count === 1 ? 'was' : 'were'} dropped: only the last one that is sent before the process waits for something is shown.`
      : `${count} locations in ${turns} turns were dropped: only the last one that is sent before the process waits for something is shown.`,
} as const;

const unnoticed: Readonly<Record<FaultShows, string>> = {
  read: 'nobody read it',
  written: 'nobody wrote to it',
  asked: 'nobody asked anything of it',
  moved: 'it did not move',
};

const restartReasons: Readonly<Record<RestartReason, string>> = {
  jump: 'the jump left the body of the process, so the process runs again from its first line. Catch JumpRequest to go on instead.',
  swap: 'the new data left the body of the process, so the process runs again from its first line. Catch SwapRequest to go on instead.',
  forced: 'the jump was forced, so the process was cancelled and runs again from its first line.',
  retry: 'the process had failed and was told to try again.',
};

export type WarningName = keyof typeof warningTexts;
export type NoteName = keyof typeof noteTexts;
/** What a sentence has to be told. */
export type WarningFacts<Name extends WarningName> = Parameters<(typeof warningTexts)[Name]>;
export type NoteFacts<Name extends NoteName> = Parameters<(typeof noteTexts)[Name]>;

export function warningText<Name extends WarningName>(name: Name, ...facts: WarningFacts<Name>): string {
  return (warningTexts[name] as (...facts: WarningFacts<Name>) => string)(...facts);
}

export function noteText<Name extends NoteName>(name: Name, ...facts: NoteFacts<Name>): string {
  return (noteTexts[name] as (...facts: NoteFacts<Name>) => string)(...facts);
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
