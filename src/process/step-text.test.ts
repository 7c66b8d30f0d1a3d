import { expect, it } from 'vitest';
import { currentStep, findStep, processSteps, type StepView } from '../../model/steps.js';
import type { ProcessView } from '../../model/snapshot.js';
import { overdueText, stepStateText, stepTimeText } from './step-text.js';

const step = (change: Partial<StepView>): StepView => ({
  path: '1',
  kind: 'process',
  name: 'heat',
  state: 'active',
  outcome: null,
  haltedByHandling: false,
  overdueSince: null,
  term: { type: 'duration', value: 60 },
  handling: null,
  process: null,
  children: [],
  ...change,
});
const view = (mode: 'collecting' | 'failed'): ProcessView =>
  ({ state: mode === 'failed' ? { mode, errorId: 0, whileHalting: false } : { mode } }) as ProcessView;

it.each([
  [{ state: 'waiting' }, null, 'Waiting'],
  [{}, 'Paused', 'Paused'],
  [{ kind: 'repeat', round: { number: 2, of: 3 } }, null, 'Running · round 2 of 3'],
  [{ kind: 'repeat', round: { number: 2, of: null } }, null, 'Running · round 2'],
  [{ state: 'held', haltedByHandling: true }, null, 'Halted by the error'],
  [{ state: 'ended', outcome: 'halted' }, null, 'Halted'],
  [{ state: 'ended', outcome: 'completed' }, null, 'Done'],
] as const)('%j is %s', (change, process, text) => {
  expect(stepStateText(step(change), process)).toBe(text);
});

it('tells the time that is left only where there is any and it is known', () => {
  expect(stepTimeText(step({}), 0)).toContain('1 min');
  expect(stepTimeText(step({ state: 'ended' }), 0)).toBe('');
  expect(stepTimeText(step({ term: { type: 'unknown' } }), 0)).toBe('');
});

it('shows a failed step before one that is on, and that before one that is over', () => {
  const over = step({ path: '1', state: 'ended', process: view('collecting') });
  const on = step({ path: '2', process: view('collecting') });
  const failed = step({ path: '3', process: view('failed') });
  const root = (children: StepView[]): StepView => step({ path: '', kind: 'sequence', children });
  expect(currentStep(root([over, on, failed])).path).toBe('3');
  expect(currentStep(root([over, on])).path).toBe('2');
  expect(currentStep(root([over])).path).toBe('1');
  expect(findStep(root([over, on]), '2')).toBe(on);
  expect(findStep(root([]), '9')).toBeNull();
  expect(processSteps(root([over, on]))).toEqual([over, on]);
});

it('says how long a step has been asked to pause, and what it waits for', () => {
  const frame = { function: 'soak', line: 12, column: 3, endLine: 12, endColumn: 9, kind: 'plain' } as const;
  expect(overdueText(10, { at: [frame], since: 5 }, 55.4)).toBe(
    'Asked to pause 45 s ago, and not at a checkpoint() yet. It waits at an await that only a halt interrupts, line 12.',
  );
  expect(overdueText(10, null, 12)).toBe('Asked to pause 2 s ago, and not at a checkpoint() yet.');
});
