import type { Outcome } from './owner.js';
import type { ProcessInfo, ProcessView, ProtocolInfo } from './snapshot.js';
import type { Term } from './term.js';

/**
 * The place of a step in its protocol: indexes from 1, joined by dots; `''` is the whole protocol. `2.1` is the first step within
 * the second.
 */
export type StepPath = string;

export type StepKind = 'process' | 'sequence' | 'parallel' | 'repeat';

/** `waiting`: not reached yet. `held`: over, but nothing follows it before an error has been dealt with. */
export type StepState = 'waiting' | 'active' | 'halting' | 'held' | 'ended';

/** What error handling is doing in a scope: on the way to a stable state, or there (semantics 4.3). */
export type Handling = 'stabilising' | 'stable';

/**
 * What error handling does about a step (semantics 4.3): `started` by its failure, `pause` and `halt` of a step beside it, `overdue`
 * when one that was to pause has not come to a checkpoint within the grace time, `stable`
 * once nothing in the scope moves any more, `resume` of a step that was paused, `ended` when the last failure has been dealt with.
 */
export type HandlingAction = 'started' | 'pause' | 'halt' | 'overdue' | 'stable' | 'resume' | 'ended';

/** It has been reached and is not over. */
export function isOn(state: StepState | null): boolean {
  return state === 'active' || state === 'halting' || state === 'held';
}

/** A step of a protocol as it stands. Steps form a tree like the protocol's. */
export interface StepView {
  readonly path: StepPath;
  readonly kind: StepKind;
  /** Its name in the protocol, else that of its process or kind. */
  readonly name: string;
  readonly state: StepState;
  /** How it ended the last time, when it has. */
  readonly outcome: Outcome | null;
  /** It was halted because another step failed. It can be run again while its surroundings are active. */
  readonly haltedByHandling: boolean;
  /**
   * Since when error handling has waited for it to pause, in virtual seconds, once the grace time is over: it can be halted instead
   * (semantics 4.3.4). `null`: nothing is overdue.
   */
  readonly overdueSince: number | null;
  readonly term: Term;
  /** Of a repeat: which round is on, from 1, and how many there are (`null`: without end). */
  readonly round?: { readonly number: number; readonly of: number | null };
  /** What error handling does in the scope of which this step is the root; `null`: nothing. */
  readonly handling: Handling | null;
  /** Of a step that is a process and has been reached. */
  readonly process: ProcessView | null;
  readonly children: readonly StepView[];
}

/** A step of a protocol as it was written. */
export interface StepInfo {
  readonly path: StepPath;
  readonly kind: StepKind;
  readonly name: string;
  /** The export that it is, of a step that is a process; `null`: the default one. */
  readonly process: string | null;
  /** Its data as it was written; empty where there is none. */
  readonly data: string;
  /** Of a repeat: how often; `null`: without end. */
  readonly rounds: number | null;
}

/** What a step was written as; `null`: the protocol has none at that place. */
export function stepInfo(protocol: ProtocolInfo | null, path: StepPath): StepInfo | null {
  return protocol?.steps.find((step) => step.path === path) ?? null;
}

/** What the process of a step declares; `null` for steps of steps. `main`: what the default export declares. */
export function processInfo(main: ProcessInfo | null, protocol: ProtocolInfo | null, path: StepPath): ProcessInfo | null {
  const step = stepInfo(protocol, path);
  if (protocol === null || step?.kind !== 'process') return null;
  if (step.process === null) return main;
  return Object.hasOwn(protocol.processes, step.process) ? (protocol.processes[step.process] ?? null) : null;
}

/** A step by its place; `null`: there is none. */
export function findStep(root: StepView, path: StepPath): StepView | null {
  if (root.path === path) return root;
  for (const child of root.children) {
    const found = findStep(child, path);
    if (found !== null) return found;
  }
  return null;
}

/** What wants to be looked at: a process that has failed, else the first that is on, else the last one that was reached; the whole before that. */
export function currentStep(root: StepView): StepView {
  const leaves = processSteps(root);
  const on = leaves.filter(({ state }) => state === 'active' || state === 'halting');
  const failed = on.find(({ process }) => process?.state.mode === 'failed' || process?.state.mode === 'collectionFailed');
  return failed ?? on[0] ?? leaves.findLast(({ process }) => process !== null) ?? root;
}

/** The steps that are processes, in the order of the protocol. */
export function processSteps(step: StepView): readonly StepView[] {
  return step.kind === 'process' ? [step] : step.children.flatMap(processSteps);
}
