import { describe, expect, it } from 'vitest';
import { emptyTrace, extendTrace } from '../../model/trace.js';
import {
  type Condition,
  conditionProblem,
  conditionText,
  holds,
  locationInstant,
  memberAt,
  memberPaths,
  nodeInstant,
  switchChoices,
} from './condition.js';

const location = { phase: 'hold', left: { value: 30, unit: 's' } };
const of = (more: Partial<Condition>): Condition => ({ of: 'location', path: 'phase', comparison: '=', value: 'hold', ...more });

describe('a condition', () => {
  it('compares numbers as numbers, and anything else for equality', () => {
    expect([holds(3, '≥', '3'), holds(3, '<', '2.5'), holds(3, '=', '3.0'), holds(3, '≠', '4')]).toEqual([true, false, true, true]);
    expect([holds('hold', '=', ' hold '), holds('hold', '≠', 'heat'), holds('hold', '<', 'z')]).toEqual([true, true, false]);
    expect([holds(undefined, '≠', '1'), holds(null, '≠', '1')]).toEqual([false, false]);
    expect(holds(true, '=', 'true')).toBe(true);
  });

  it('finds the members of a location', () => {
    expect(memberPaths(location)).toEqual(['phase', 'left.value', 'left.unit']);
    expect(memberPaths(7)).toEqual(['']);
    expect(memberAt(location, 'left.value')).toBe(30);
    expect(memberAt(location, 'left.value.more')).toBeUndefined();
    expect(memberAt(location, 'toString')).toBeUndefined();
  });

  it('has to say what is compared with', () => {
    expect(conditionProblem(of({}))).toBeNull();
    expect(conditionProblem(of({ value: ' ' }))).toBe('Enter what to compare with.');
    expect(conditionProblem(of({ comparison: '<' }))).toBe('Enter a number to compare with.');
    expect(conditionProblem(of({ of: 'node', path: 'thermostat.readout', value: '3,5' }))).toBeNull();
  });
});

it('is found in the locations of the step that is shown', () => {
  const trace = extendTrace(emptyTrace, [
    { t: 1, event: 'location', location: { n: 5 }, step: '2' },
    { t: 2, event: 'location', location: { n: 5 } },
    { t: 3, event: 'location', location: { n: 6 } },
  ]);
  const condition = of({ path: 'n', comparison: '≥', value: '5' });
  expect(locationInstant(trace, 0, condition, '')).toBe(2);
  expect(locationInstant(trace, 2, condition, '')).toBe(3);
  expect(locationInstant(trace, 3, condition, '')).toBeNull();
  expect(locationInstant(trace, 0, condition, '2')).toBe(1);
});

it('is found in what is kept of a node', () => {
  const samples = [
    [0, 20],
    [5, null],
    [9, 36.9],
    [12, 37.2],
  ] as const;
  const condition = of({ of: 'node', path: 'thermostat.readout', comparison: '>', value: '36' });
  expect(nodeInstant({ path: 'thermostat.readout', samples }, 0, condition)).toBe(9);
  expect(nodeInstant({ path: 'thermostat.readout', samples }, 9, condition)).toBe(12);
});

it('is found in what is kept of a switch, and of one of several cases', () => {
  const samples = [
    [0, 0],
    [4, 1],
    [6, null],
    [8, 2],
  ] as const;
  const on = of({ of: 'node', path: 'relays.valve1', value: 'true', choices: switchChoices });
  expect(nodeInstant({ path: 'relays.valve1', samples }, 0, on)).toBe(4);
  expect(nodeInstant({ path: 'relays.valve1', samples }, 0, { ...on, comparison: '≠' })).toBeNull();
  expect(conditionText(on)).toBe('relays.valve1 = on');
  const ports = ['1', '2', '3'].map((value) => ({ value, label: `Port ${value}` }));
  const third = of({ of: 'node', path: 'valve.position', value: '3', choices: ports });
  expect(nodeInstant({ path: 'valve.position', samples }, 0, third)).toBe(8);
  expect(conditionProblem(third)).toBeNull();
  expect(conditionProblem({ ...third, value: '4' })).toBe('Choose one of Port 1, Port 2, Port 3.');
  expect(conditionProblem({ ...third, comparison: '<' })).toBe('It can only be = or ≠.');
});
