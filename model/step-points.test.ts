import { describe, expect, it } from 'vitest';
import { canJumpTo, jumpBase, pointTo, repeatsOn } from './step-points.js';
import type { StepInfo, StepKind, StepState, StepView } from './steps.js';

const info = (path: string, kind: StepKind): StepInfo => ({ path, kind, name: kind, process: null, data: '', rounds: null });
/** Two steps, a repeat of two, and a parallel of a process and a sequence. */
const steps = [
  info('', 'sequence'),
  info('1', 'process'),
  info('2', 'repeat'),
  info('2.1', 'sequence'),
  info('2.1.1', 'process'),
  info('2.1.2', 'process'),
  info('3', 'parallel'),
  info('3.1', 'process'),
  info('3.2', 'sequence'),
  info('3.2.1', 'process'),
  info('3.2.2', 'process'),
];

describe('the point that leads to a step', () => {
  it.each([
    ['1', { index: 0 }],
    ['2', { index: 1, child: { iteration: 0 } }],
    ['2.1.2', { index: 1, child: { iteration: 0, child: { index: 1 } } }],
    ['3', { index: 2 }],
  ])('step %s of the whole', (path, point) => {
    expect(jumpBase(steps, path)).toBe('');
    expect(pointTo(steps, '', path, {})).toEqual(point);
  });

  it('takes the round of each repeat and the point within the step along', () => {
    expect(pointTo(steps, '', '2.1.2', { '2': 3 }, { phase: 1 })).toEqual({
      index: 1,
      child: { iteration: 2, child: { index: 1, child: { phase: 1 } } },
    });
    expect(pointTo(steps, '', '2', { '2': 4 })).toEqual({ index: 1, child: { iteration: 3 } });
    expect(repeatsOn(steps, '', '2.1.2').map(({ path }) => path)).toEqual(['2']);
  });

  it('begins within a parallel, whose steps have no points', () => {
    expect(jumpBase(steps, '3.2.2')).toBe('3.2');
    expect(pointTo(steps, '3.2', '3.2.2', {})).toEqual({ index: 1 });
    expect(jumpBase(steps, '3.1')).toBeNull();
    expect(jumpBase(steps, '')).toBeNull();
  });
});

describe('a jump to a step', () => {
  const view = (path: string, state: StepState, children: readonly StepView[] = []): StepView => ({
    path,
    kind: 'sequence',
    name: path,
    state,
    outcome: null,
    haltedByHandling: false,
    overdueSince: null,
    term: { type: 'unknown' },
    handling: null,
    process: null,
    children,
  });
  const root = (state: StepState) =>
    view('', state, [view('1', 'ended'), view('2', 'waiting'), view('3', 'active', [view('3.1', 'active'), view('3.2', 'ended')])]);

  it.each([
    ['1', true],
    ['2', true],
    ['3', false],
    ['3.1', false],
    ['3.2.2', false],
    ['', false],
  ])('to %j: %j', (path, possible) => {
    expect(canJumpTo(steps, root('active'), path)).toBe(possible);
  });

  it('is possible only while the step around it goes on', () => {
    expect(canJumpTo(steps, root('halting'), '1')).toBe(false);
    expect(canJumpTo(steps, root('ended'), '1')).toBe(false);
  });
});
