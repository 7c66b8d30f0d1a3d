/**
 * The life of a process as a picture: the states of its owner, the arrows between them, and what leads along each (semantics 1.2, 1.3).
 * The tests hold it against the owner: `worker/process/owner-diagram.test.ts` sees every arrow taken, and none that is missing here.
 */
import { admit, type Form, type OwnerState, type RequestType } from './owner.js';
import type { StepPath } from './steps.js';
import type { Trace } from './trace.js';

/** `closing`: the mode halting, in which nothing of the process runs any more; the form halting is a body that cleans up. */
export type OwnerNode = 'collecting' | 'collectionFailed' | Form | 'failed' | 'closing' | 'done';

export const ownerNodes: readonly OwnerNode[] = [
  'collecting',
  'collectionFailed',
  'normal',
  'pausing',
  'paused',
  'jumping',
  'swapping',
  'failed',
  'halting',
  'closing',
  'done',
];

/** One way of getting from some states to others. `again`: with a new instance of the process. */
interface Way {
  readonly from: readonly OwnerNode[];
  readonly to: readonly OwnerNode[];
  readonly again?: true;
  /** What happens, as a sentence. */
  readonly by: string;
}

const awake = ['normal', 'pausing', 'paused', 'jumping', 'swapping'] as const;
const still = ['normal', 'pausing', 'paused'] as const;

export const ownerWays = {
  collected: { from: ['collecting'], to: ['normal'], by: 'The data is there, and the process starts.' },
  noData: { from: ['collecting'], to: ['collectionFailed'], by: 'The data cannot be evaluated, or is not what the process declares.' },
  retryData: { from: ['collectionFailed'], to: ['collecting'], by: 'Retry evaluates the data again.' },
  leaveData: { from: ['collecting', 'collectionFailed'], to: ['closing'], by: 'Halt or Skip: the process is not started at all.' },
  pause: { from: ['normal'], to: ['pausing'], by: 'Pause is pressed, or error handling asks for it; the process is pausable.' },
  checkpoint: { from: ['pausing'], to: ['paused'], by: 'The process has come to a checkpoint().' },
  resume: { from: ['paused'], to: ['normal'], by: 'Resume lets the checkpoint() return.' },
  leftCheckpoint: {
    from: ['paused'],
    to: ['pausing'],
    by: 'The task that waited in the checkpoint() was cancelled; the pause waits for another one.',
  },
  jump: { from: [...still, 'swapping'], to: ['jumping'], by: 'Jump is pressed, and the process has not looked yet.' },
  swap: { from: [...still, 'jumping'], to: ['swapping'], by: 'Swap data is pressed, and the process has not looked yet.' },
  taken: {
    from: ['jumping', 'swapping'],
    to: still,
    by: 'The process looks, with wait() or checkpoint(): the request is raised in it. A pause that waits behind it is next.',
  },
  recreated: {
    from: [...still, 'halting'],
    to: ['normal'],
    again: true,
    by: 'The process did not catch the request, or a jump was forced: it starts again with the new point or data.',
  },
  recreatedAsked: {
    from: ['jumping'],
    to: ['jumping'],
    again: true,
    by: 'The process starts again, and there is a new jump already.',
  },
  recreatedSwapping: {
    from: ['swapping'],
    to: ['swapping'],
    again: true,
    by: 'The process starts again, and there is new data already.',
  },
  halt: { from: awake, to: ['halting'], by: 'Halt or Skip: the process is cancelled at the await where it is suspended.' },
  returned: { from: awake, to: ['done'], by: 'The process returns, or ends with a cancellation that nobody asked for.' },
  raised: { from: [...still, 'jumping', 'swapping', 'halting'], to: ['failed'], by: 'An error leaves the process.' },
  cleaned: { from: ['halting'], to: ['done'], by: 'The process has cleaned up.' },
  retry: { from: ['failed'], to: ['normal'], again: true, by: 'Retry starts the process again, at its last point.' },
  retryChanged: {
    from: ['failed'],
    to: ['collecting'],
    again: true,
    by: 'Retry with a changed data document: it is evaluated first.',
  },
  leave: { from: ['failed'], to: ['closing'], by: 'Halt or Skip gives the process up.' },
  closed: { from: ['closing'], to: ['done'], by: 'The run of the process is over.' },
} as const satisfies Readonly<Record<string, Way>>;

export type OwnerWay = keyof typeof ownerWays;
const ways = Object.entries(ownerWays) as [OwnerWay, Way][];

/** One arrow: from one state to another. */
export interface OwnerArrow {
  readonly from: OwnerNode;
  readonly to: OwnerNode;
  readonly again: boolean;
  readonly way: OwnerWay;
}

export const ownerArrows: readonly OwnerArrow[] = ways.flatMap(([way, { from, to, again }]) =>
  from.flatMap((source) => to.map((target) => ({ from: source, to: target, again: again === true, way }))),
);

/** The node of a state, as a view or an event of the trace tells it. */
export function ownerNode({ mode, form }: { readonly mode: string; readonly form?: Form }): OwnerNode {
  if (mode === 'running') return form ?? 'normal';
  return mode === 'halting' ? 'closing' : (mode as OwnerNode);
}

/** A state of the owner that stands for a node. */
export function exampleState(node: OwnerNode): OwnerState {
  switch (node) {
    case 'collecting':
    case 'collectionFailed':
      return { mode: node };
    case 'failed':
      return { mode: 'failed', errorId: 0, whileHalting: false };
    case 'closing':
      return { mode: 'halting' };
    case 'done':
      return { mode: 'done', outcome: 'completed' };
    default:
      return { mode: 'running', form: node, pausable: true };
  }
}

const requestTypes: readonly RequestType[] = ['pause', 'resume', 'halt', 'jump', 'swap', 'message', 'retry', 'skip'];

/** The requests that are admitted in a state, of a process that is pausable. */
export function admittedIn(node: OwnerNode): readonly RequestType[] {
  return requestTypes.filter((type) => admit(exampleState(node), type).accepted);
}

/** A change from one state to another, as it happened. */
export interface Transition {
  readonly from: OwnerNode;
  readonly to: OwnerNode;
  readonly again: boolean;
  /** Virtual seconds. */
  readonly at: number;
}

/**
 * The last change of state of the process of a step (`undefined`: of the only process); `null`: there was none. A change of `pausable` alone
 * is none, and a step that is entered once more begins anew.
 */
export function lastTransition({ events, length }: Trace, step: StepPath | undefined): Transition | null {
  let later: { readonly node: OwnerNode; readonly instance: number; readonly at: number } | null = null;
  for (let index = length - 1; index >= 0; index--) {
    const event = events[index]!;
    if (event.event !== 'state' || event.step !== step) continue;
    const node = ownerNode(event);
    if (later !== null && (node !== later.node || event.instance !== later.instance)) {
      return node === 'done' ? null : { from: node, to: later.node, again: event.instance !== later.instance, at: later.at };
    }
    later = { node, instance: event.instance, at: event.t };
  }
  return null;
}

/** The arrow along which a change went. */
export function arrowOf({ from, to, again }: Omit<Transition, 'at'>): OwnerArrow | null {
  return ownerArrows.find((arrow) => arrow.from === from && arrow.to === to && arrow.again === again) ?? null;
}

/** What a state is called in the picture: two have the same name. */
export const nodeNames: Readonly<Record<OwnerNode, string>> = {
  collecting: 'Collecting',
  collectionFailed: 'Collection failed',
  normal: 'Running',
  pausing: 'Pausing',
  paused: 'Paused',
  jumping: 'Jumping',
  swapping: 'Swapping',
  halting: 'Halting',
  failed: 'Failed',
  closing: 'Halting, closing',
  done: 'Done',
};

/** What a state means, after the words of Automancer's documentation. */
export const nodeTexts: Readonly<Record<OwnerNode, string>> = {
  collecting: 'The data that the user has provided is being evaluated. The process gets it once it is there.',
  collectionFailed: 'The data could not be used, so the process was not started. Correct the data document, and Retry.',
  normal: 'The process runs: its function is awaited, and nothing is asked of it.',
  pausing:
    'Somebody has asked for a pause. wait() cancels what it waits for and raises PauseRequest; the process pauses when it calls checkpoint().',
  paused: 'The process waits in checkpoint() until it is resumed. What it left switched on stays on.',
  jumping:
    'The process is to go from one of its internal states to another, which a point describes. wait() and checkpoint() raise JumpRequest; if it leaves the process, the process is created again with the new point.',
  swapping:
    'The whole input data is to be replaced. wait() and checkpoint() raise SwapRequest; if it leaves the process, the process is created again with the new data.',
  halting:
    'The task of the process has been cancelled: CancelledError is raised at its await, and what stands in finally cleans up. Another Halt cancels that, too.',
  failed: 'An error has left the process. The user can recover from it: Retry starts the process again, Skip gives it up.',
  closing: 'Nothing of the process runs any more; the run is being closed.',
  done: 'The process is over: it has returned, or was halted. What follows it can begin.',
};
