/** The parts of the page of which the text of a lesson can show a picture: `part:<kind>/<name>`. */
import type { OwnerState } from '../owner.js';

const running = (form: Extract<OwnerState, { mode: 'running' }>['form'], pausable = false): OwnerState => ({
  mode: 'running',
  form,
  pausable,
});

const states: Readonly<Record<string, OwnerState>> = {
  collecting: { mode: 'collecting' },
  'collection-failed': { mode: 'collectionFailed' },
  running: running('normal'),
  pausable: running('normal', true),
  pausing: running('pausing'),
  paused: running('paused'),
  jumping: running('jumping'),
  swapping: running('swapping'),
  failed: { mode: 'failed', errorId: 0, whileHalting: false },
  halting: { mode: 'halting' },
  halted: { mode: 'done', outcome: 'halted' },
  completed: { mode: 'done', outcome: 'completed' },
};
const buttons = [
  'Run',
  'Pause',
  'Resume',
  'Halt',
  'Jump',
  'Swap-data',
  'Send-message',
  'Retry',
  'Skip',
  'Check',
  'Reset',
  'Solution',
] as const;
const regions = ['Lesson', 'Code', 'Process', 'Hardware', 'Timeline'] as const;

export type Part =
  | { readonly type: 'state'; readonly state: OwnerState }
  | { readonly type: 'button'; readonly name: (typeof buttons)[number] }
  | { readonly type: 'region'; readonly name: (typeof regions)[number] };

/** The part that a name means; `null`: there is none of that name. */
export function partNamed(name: string): Part | null {
  const [kind, rest = ''] = name.split('/', 2);
  const state = Object.hasOwn(states, rest) ? states[rest] : undefined;
  if (kind === 'state') return state === undefined ? null : { type: 'state', state };
  const button = buttons.find((one) => one === rest);
  if (kind === 'button') return button === undefined ? null : { type: 'button', name: button };
  const region = regions.find((one) => one === rest);
  return kind !== 'region' || region === undefined ? null : { type: 'region', name: region };
}
