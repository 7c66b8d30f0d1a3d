import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import type { ProcessView } from '../../model/snapshot.js';
import type { StepView } from '../../model/steps.js';
import { snapshotOf, updateOf } from './fakes.js';
import { emptyView, lose, receive, remark } from './page-view.js';

const location = (t: number): TraceEvent => ({ t, event: 'location', location: t });
const running: ProcessView = {
  name: 'main',
  state: { mode: 'running', form: 'jumping', pausable: true },
  pending: { pause: false, jump: true, swap: false },
  instance: 2,
  location: { value: { index: 3 }, at: 4 },
  term: { type: 'forever' },
  suspension: { at: [], since: 3 },
  failure: null,
  detached: [],
};
const started = receive(emptyView, 1, {
  run: 1,
  snapshot: snapshotOf(5, { process: running, clock: { now: 4, speed: 10, rate: 10, held: false } }),
  events: [{ t: 0, event: 'state', mode: 'running', form: 'normal', pausable: true, instance: 2 }],
  first: 0,
  dropped: 0,
});

describe('newest wins', () => {
  it('keeps the newest revision', () => {
    expect(receive(started, 1, updateOf(1, 6)).snapshot.revision).toBe(6);
    expect(receive(started, 1, updateOf(1, 4)).snapshot.revision).toBe(5);
  });

  it('still takes the events of a late update of the present run', () => {
    expect(receive(started, 1, updateOf(1, 4, { events: [location(1)] })).log.count).toBe(2);
  });

  it('ignores late answers of an older run and of an older worker', () => {
    const second = receive(started, 1, updateOf(2, 6));
    expect(receive(second, 1, updateOf(1, 7, { events: [location(1)] }))).toBe(second);
    const replaced = receive(second, 2, updateOf(0, 0));
    expect(receive(replaced, 1, updateOf(3, 9))).toBe(replaced);
  });

  it('begins a new log with a new run, in whichever worker', () => {
    expect(receive(started, 1, updateOf(2, 6, { events: [location(0)] })).log.count).toBe(1);
    expect(receive(started, 2, updateOf(1, 1, { events: [location(0)] })).log.count).toBe(1);
  });

  it('keeps the log while a new worker only shows its bench', () => {
    expect(receive(started, 2, updateOf(0, 0, { events: [location(0)] })).log).toBe(started.log);
  });
});

describe('a lost run', () => {
  const lost = lose(started, 4, 'The runtime was stopped by hand.');

  it('is over, and says why in its log', () => {
    expect(lost.snapshot.process).toMatchObject({ state: { mode: 'done', outcome: 'stopped' }, suspension: null, location: { at: 4 } });
    expect(lost.log.newest.map(({ event }) => event)).toMatchObject([
      { event: 'state' },
      { event: 'log', level: 'error', message: 'The runtime was stopped by hand.' },
      { event: 'state', mode: 'done', outcome: 'stopped', instance: 2 },
    ]);
    expect(lost.log.segments.at(-2)).toMatchObject({ start: 0, end: 4 });
  });

  it('tells the line of the loop that it was in', () => {
    const view = lose(started, 4, 'Stopped.', 7);
    expect(view.log.newest.at(-2)).toMatchObject({ event: { event: 'log', place: { file: 'process', line: 7, column: 1 } } });
  });

  it('stops the clock where it was', () => {
    expect(lost.snapshot.clock).toEqual({ now: 4, speed: 10, rate: 0, held: false });
  });

  it('stays on the page while the new worker shows its bench, until a run begins', () => {
    const clock = { now: 0, speed: 100, rate: 0, held: true } as const;
    const bench = receive(lost, 2, { run: 0, snapshot: snapshotOf(0, { clock }), events: [], first: 0, dropped: 0 });
    expect(bench.snapshot.process).toBe(lost.snapshot.process);
    expect(bench.snapshot.clock).toEqual({ now: 4, speed: 100, rate: 0, held: true });
    expect(receive(bench, 2, updateOf(1, 1)).snapshot).toEqual(snapshotOf(1));
  });

  it('does not change how a run ended that had ended before', () => {
    const done: ProcessView = { ...running, state: { mode: 'done', outcome: 'completed' } };
    const view = lose({ ...started, snapshot: { ...started.snapshot, process: done } }, 4, 'x');
    expect(view.snapshot.process).toBe(done);
    expect(view.log.newest.at(-1)).toMatchObject({ event: { event: 'log' } });
  });
});

describe('a remark of the page', () => {
  const told = remark(started, 9, 'Odd.');

  it('stands behind the events that there were, and is none of the run', () => {
    expect(told.remarks).toEqual([{ after: 1, event: { t: 9, event: 'log', level: 'warn', message: 'Odd.' } }]);
    expect(told.trace).toBe(started.trace);
    expect(told.log).toBe(started.log);
  });

  it('goes with its run', () => {
    expect(receive(told, 1, updateOf(1, 6)).remarks).toBe(told.remarks);
    expect(receive(told, 1, updateOf(2, 6)).remarks).toEqual([]);
  });
});

it('keeps what it had heard of a lost run, and says how much it had not', () => {
  const hole = receive(started, 1, { ...updateOf(1, 6, { events: [location(2), location(3)] }), first: 1, dropped: 5 });
  expect(hole.trace).toMatchObject({ length: 1, total: 8 });
  const { trace } = lose(hole, 4, 'Gone.');
  expect(trace.total).toBe(trace.length);
  expect(trace.events.slice(1, trace.length)).toMatchObject([
    { t: 2, event: 'log', message: '5 events of this run had not reached the page when its runtime ended.' },
    location(2),
    location(3),
    { event: 'log', message: 'Gone.' },
  ]);
});

it('ends every step of a protocol with the runtime', () => {
  const leaf = (path: string, state: StepView['state'], process: ProcessView | null): StepView => ({
    path,
    kind: 'process',
    name: 'heat',
    state,
    outcome: null,
    haltedByHandling: false,
    overdueSince: null,
    term: { type: 'unknown' },
    handling: null,
    process,
    children: [],
  });
  const steps: StepView = {
    ...leaf('', 'active', null),
    kind: 'sequence',
    handling: 'stable',
    children: [leaf('1', 'active', running), leaf('2', 'waiting', null)],
  };
  const view = lose(
    receive(emptyView, 1, { run: 1, snapshot: snapshotOf(1, { process: running, steps }), events: [], first: 0, dropped: 0 }),
    4,
    'gone',
  );
  expect(view.snapshot.steps).toMatchObject({ state: 'ended', outcome: 'stopped', handling: null });
  expect(view.snapshot.steps?.children.map(({ state }) => state)).toEqual(['ended', 'waiting']);
  expect(view.snapshot.steps?.children[0]?.process?.state).toEqual({ mode: 'done', outcome: 'stopped' });
  expect(view.log.newest.filter(({ event }) => event.event === 'state').map(({ event }) => event.step)).toEqual(['1']);
});
