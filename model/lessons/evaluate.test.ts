import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../events.js';
import { emptyScenario } from '../scenario.js';
import type { Check, CheckRun, Expected } from './check.js';
import { evaluate, nodesOf, probesOf } from './evaluate.js';

const state = (t: number, mode: string, form?: 'normal' | 'pausing' | 'paused'): TraceEvent => ({
  t,
  event: 'state',
  mode,
  instance: 1,
  ...(form === undefined ? {} : { form, pausable: true }),
});
const location = (t: number, step: string): TraceEvent => ({ t, event: 'location', location: { step } });
const end = (t: number, outcome: 'completed' | 'halted' | 'failed' | 'running'): TraceEvent => ({
  t,
  event: 'end',
  outcome,
  claims: [],
  detached: 0,
});

const events: readonly TraceEvent[] = [
  { t: 0, event: 'load', language: 'typescript', process: 'p' },
  state(0, 'running', 'normal'),
  location(0, 'mix'),
  location(5, 'rest'),
  state(12, 'running', 'pausing'),
  state(14, 'running', 'paused'),
  { t: 14, event: 'log', level: 'info', message: 'too hot' },
  end(20, 'running'),
];
const runOf = (some: readonly TraceEvent[], values: CheckRun['values'] = []): CheckRun => ({
  events: some,
  values,
  stop: { type: 'over' },
});
const checkOf = (...expect: readonly Expected[]): Check => ({
  title: 'It does',
  scenario: emptyScenario,
  data: null,
  bench: null,
  expect: expect.map((one) => ({ missing: 'It does not.', ...one })),
});
const verdict = (expected: Expected, run = runOf(events)) => evaluate(checkOf(expected), run);
const paused = { event: 'state', mode: 'paused' };
const once = { min: 1 };

describe('an expectation', () => {
  it.each<[string, Expected, CheckRun['values']?]>([
    ['an event that comes', { type: 'event', pattern: { event: 'location', location: { step: 'rest' } }, count: once }],
    ['one in its window, both ends included', { type: 'event', pattern: { event: 'location' }, from: 5, to: 5, count: 1 }],
    ['a form of running as a mode', { type: 'event', pattern: paused, count: once }],
    ['a mode as it is', { type: 'event', pattern: { event: 'state', mode: 'running' }, count: 3 }],
    ['a text between slashes', { type: 'event', pattern: { event: 'log', message: '/too (hot|cold)/' }, count: once }],
    ['a range of a number', { type: 'event', pattern: { event: 'location', t: { min: 4, max: 6 } }, count: 1 }],
    ['a number of events', { type: 'event', pattern: { event: 'location' }, count: { min: 2, max: 2 } }],
    ['what does not happen', { type: 'never', pattern: { event: 'error' } }],
    ['what happens only outside the window', { type: 'never', pattern: paused, to: 13.9 }],
    [
      'an order, with others between',
      { type: 'order', patterns: [{ event: 'location', location: { step: 'mix' } }, paused, { event: 'end' }] },
    ],
    ['an outcome', { type: 'outcome', outcome: 'running' }],
    ['a value', { type: 'device', node: 'pump.flow', at: 3, is: 2 }, [2]],
    ['a value in a range', { type: 'device', node: 'pump.flow', at: 3, min: 1, max: 2 }, [2]],
    ['a node that is off', { type: 'device', node: 'pump.flow', at: 3, is: null }, [null]],
  ])('is met by %s', (_, expected, values) => {
    expect(verdict(expected, runOf(events, values))).toEqual({ met: true });
  });

  it.each<[string, Expected, string, number, CheckRun?]>([
    [
      'the state that there was',
      { type: 'event', pattern: paused, from: 3, to: 10, count: once },
      'At 3 s the state was Running, and it stayed so until 10 s.',
      10,
    ],
    [
      'states that came',
      { type: 'event', pattern: { event: 'state', mode: 'failed' }, from: 3, count: once },
      'At 3 s the state was Running, then Pausing at 12 s, Paused at 14 s.',
      3,
    ],
    [
      'others of its kind',
      { type: 'event', pattern: { event: 'location', location: { step: 'x' } }, to: 9, count: once },
      'What there was until 9 s: at 0 s Location {step: mix}; at 5 s Location {step: rest}.',
      9,
    ],
    [
      'that there was none of its kind',
      { type: 'event', pattern: { event: 'warning' }, count: once },
      'There was no warning. The process had not ended at 20 s, when the check was over.',
      20,
    ],
    ['how often it came', { type: 'event', pattern: { event: 'location' }, count: 1 }, 'It happened 2 times, at 0 s, 5 s.', 5],
    ['what must not happen', { type: 'never', pattern: paused }, 'It happened once, at 14 s: Paused.', 14],
    [
      'how far an order came',
      {
        type: 'order',
        patterns: [
          { event: 'location', location: { step: 'mix' } },
          { event: 'state', mode: 'failed' },
        ],
      },
      'The first of them came, at 0 s: Location {step: mix}. After that: at 0 s the state was Running, then Pausing at 12 s, Paused at 14 s.',
      20,
    ],
    ['the end', { type: 'outcome', outcome: 'completed' }, 'The process had not ended at 20 s, when the check was over.', 20],
    [
      'the value',
      { type: 'device', node: 'pump.flow', at: 3, min: 3 },
      'At 3 s pump.flow was 2 µl/min.',
      3,
      { ...runOf(events, [2]), units: ['ul/min'] },
    ],
    ['that there is none', { type: 'device', node: 'pump.flow', at: 3, is: 1 }, 'At 3 s pump.flow had no value.', 3],
    ['when it ended', { type: 'takes', max: 10 }, 'The process ended as completed at 20 s.', 20, runOf([end(20, 'completed')])],
    ['that it had not ended', { type: 'takes', min: 10 }, 'The process had not ended at 20 s, when the check was over.', 20],
  ])('that is not met tells what was seen instead: %s', (_, expected, instead, at, run) => {
    expect(verdict(expected, run)).toEqual({ met: false, missing: 'It does not.', instead, at });
  });

  it('tells why a process could not be run, and why a run was given up', () => {
    const failure = { kind: 'load', name: 'SyntaxError', message: 'A bracket is missing.' } as const;
    expect(verdict({ type: 'outcome', outcome: 'completed' }, runOf([{ t: 0, event: 'load-error', failure }]))).toMatchObject({
      instead: 'It could not be run: A bracket is missing.',
    });
    const loop: CheckRun = { events: events.slice(0, 3), values: [], stop: { type: 'loop', line: 7 } };
    expect(verdict({ type: 'outcome', outcome: 'completed' }, loop)).toMatchObject({
      instead: expect.stringContaining('the loop at line 7 did not let go') as string,
    });
  });

  it('shows the instant that the lesson names, and none after the end', () => {
    expect(evaluate(checkOf({ type: 'outcome', outcome: 'completed', show: 4 } as Expected), runOf(events))).toMatchObject({ at: 4 });
    expect(evaluate(checkOf({ type: 'outcome', outcome: 'completed', show: 400 } as Expected), runOf(events))).toMatchObject({ at: 20 });
  });
});

describe('a check', () => {
  it('is met when all of its expectations are, and the first that is not is told', () => {
    const check = checkOf(
      { type: 'outcome', outcome: 'running' },
      { type: 'never', pattern: { event: 'location' } },
      { type: 'outcome', outcome: 'halted' },
    );
    expect(evaluate(check, runOf(events))).toMatchObject({ met: false, instead: expect.stringContaining('It happened 2 times') as string });
  });

  it('asks for the values and the nodes of its expectations, each value for its own', () => {
    const check = checkOf(
      { type: 'device', node: 'a.b', at: 1, is: 1 },
      { type: 'event', pattern: { event: 'device', path: 'c.d' }, count: once },
      { type: 'device', node: 'a.b', at: 2, is: 2 },
      { type: 'never', pattern: { event: 'device', path: 'c.d', value: 3 } },
    );
    expect(probesOf(check)).toEqual([
      { node: 'a.b', at: 1 },
      { node: 'a.b', at: 2 },
    ]);
    expect(nodesOf(check)).toEqual(['c.d']);
    const changed: TraceEvent = { t: 1, event: 'device', path: 'c.d', value: 1 };
    expect(evaluate(check, runOf([changed, ...events], [1, 2]))).toEqual({ met: true });
    expect(evaluate(check, runOf([changed, ...events], [1, 3]))).toMatchObject({ met: false, at: 2 });
  });
});

describe('whatever happens', () => {
  const anyEvent = fc.oneof(
    fc.record({ t: fc.nat(50), step: fc.constantFrom('mix', 'rest') }).map(({ t, step }) => location(t, step)),
    fc
      .record({ t: fc.nat(50), form: fc.constantFrom('normal' as const, 'pausing' as const, 'paused' as const) })
      .map(({ t, form }) => state(t, 'running', form)),
  );
  const anyRun = fc.array(anyEvent, { maxLength: 30 }).map((some) => runOf([...[...some].sort((a, b) => a.t - b.t), end(60, 'running')]));
  const window = fc.record({ from: fc.nat(50), to: fc.nat(50) });

  it('an event that must never come is the opposite of one that must', () => {
    fc.assert(
      fc.property(anyRun, window, ({ ...run }, bounds) => {
        const comes = verdict({ type: 'event', pattern: paused, count: once, ...bounds }, run).met;
        expect(verdict({ type: 'never', pattern: paused, ...bounds }, run).met).toBe(!comes);
      }),
    );
  });

  it('an order of two comes only if both do, and what is shown lies in the run', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const patterns = [{ event: 'location', location: { step: 'mix' } }, paused];
        const order = verdict({ type: 'order', patterns }, run);
        const both = patterns.every((pattern) => verdict({ type: 'event', pattern, count: once }, run).met);
        if (order.met) expect(both).toBe(true);
        else expect(order.at).toBeLessThanOrEqual(60);
        if (!order.met) expect(order.instead).toMatch(/[.!?]$/);
      }),
    );
  });
});
