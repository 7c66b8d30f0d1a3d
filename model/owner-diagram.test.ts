import { describe, expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import { admittedIn, arrowOf, exampleState, lastTransition, ownerArrows, ownerNode, ownerNodes, ownerWays } from './owner-diagram.js';
import { extendTrace, emptyTrace } from './trace.js';

const state = (t: number, mode: string, form?: 'normal' | 'pausing' | 'paused', more: { instance?: number; step?: string } = {}) =>
  ({ t, event: 'state', mode, instance: 1, ...(form ? { form, pausable: true } : {}), ...more }) as TraceEvent;
const trace = (...events: TraceEvent[]) => extendTrace(emptyTrace, events);

describe('the diagram of the owner', () => {
  it('has a node for each state', () => {
    for (const node of ownerNodes) {
      const example = exampleState(node);
      expect(ownerNode(example)).toBe(node);
    }
  });

  it('says of one change only one thing', () => {
    const names = ownerArrows.map(({ from, to, again }) => `${from} ${to} ${again}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has an arrow that Halt leads along exactly where a halt that does something is admitted', () => {
    const leads = ownerArrows.filter(({ way }) => ownerWays[way].by.startsWith('Halt or Skip')).map(({ from }) => from);
    const admitted = ownerNodes.filter((node) => node !== 'halting' && admittedIn(node).includes('halt'));
    expect(new Set(leads)).toEqual(new Set(admitted));
  });

  it.each([
    ['pause', 'pausing'],
    ['jump', 'jumping'],
    ['swap', 'swapping'],
    ['resume', 'normal'],
  ] as const)('%s leads to %s only from where it is admitted', (way, to) => {
    for (const { from } of ownerArrows.filter((arrow) => arrow.way === way && arrow.to === to)) expect(admittedIn(from)).toContain(way);
  });

  it('tells the last change, past changes of pausable alone', () => {
    const events = [state(0, 'collecting'), state(0, 'running', 'normal'), state(3, 'running', 'pausing'), state(4, 'running', 'pausing')];
    expect(lastTransition(trace(...events), undefined)).toEqual({ from: 'normal', to: 'pausing', again: false, at: 3 });
  });

  it('tells that of one step, and a new instance', () => {
    const run = trace(
      state(1, 'failed', undefined, { step: '1' }),
      state(2, 'running', 'normal', { step: '1', instance: 2 }),
      state(5, 'running', 'paused', { step: '2' }),
    );
    expect(lastTransition(run, '1')).toEqual({ from: 'failed', to: 'normal', again: true, at: 2 });
    expect(lastTransition(run, '2')).toBeNull();
    expect(arrowOf({ from: 'failed', to: 'normal', again: true })?.way).toBe('retry');
  });

  it('begins anew with a step that is entered once more', () => {
    expect(lastTransition(trace(state(1, 'done'), state(1, 'collecting')), undefined)).toBeNull();
  });
});
