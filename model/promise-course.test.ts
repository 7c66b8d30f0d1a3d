import { expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import { PromiseCourse } from './promise-course.js';
import type { SuspensionKind } from './suspension.js';

const state = (t: number, pausable: boolean): TraceEvent => ({ t, event: 'state', mode: 'running', form: 'normal', pausable, instance: 1 });
const at = (line: number, kind: SuspensionKind) => [{ function: 'main', line, column: 3, endLine: line, endColumn: 9, kind }];
const suspended = (t: number, line: number, kind: SuspensionKind): TraceEvent => ({ t, event: 'suspended', at: at(line, kind) });
const resumed = (t: number, line: number, kind: SuspensionKind): TraceEvent => ({ t, event: 'resumed', at: at(line, kind) });
const guard = { file: 'process', line: 4, column: 1, endLine: 6, endColumn: 2 } as const;

const course = (...events: TraceEvent[]): PromiseCourse => {
  const made = new PromiseCourse('', [guard]);
  for (const event of events) made.add(event);
  return made;
};

it('follows the process from await to await', () => {
  const run = course(
    state(0, true),
    suspended(0, 5, 'wait'),
    resumed(2, 5, 'wait'),
    suspended(2, 8, 'plain'),
    resumed(5, 8, 'plain'),
    suspended(5, 9, 'wait'),
    { t: 9, event: 'state', mode: 'done', outcome: 'completed', instance: 1 },
  );
  expect(run.spans('jump')).toEqual([
    { start: 0, end: 2, promised: 'now' },
    { start: 2, end: 5, promised: 'later' },
    { start: 5, end: 9, promised: 'recreates' },
  ]);
  expect(run.spans('pause').map(({ promised }) => promised)).toEqual(['now', 'later', 'fails']);
});

it('leaves no span for what lasts no time, and one for what stays the same', () => {
  const run = course(
    state(0, true),
    suspended(0, 5, 'wait'),
    resumed(1, 5, 'wait'),
    suspended(1, 5, 'wait'),
    state(2, false),
    resumed(3, 5, 'wait'),
    suspended(3, 5, 'wait'),
  );
  expect(run.spans('jump')).toEqual([{ start: 0, end: null, promised: 'now' }]);
  expect(run.spans('pause')).toEqual([
    { start: 0, end: 2, promised: 'now' },
    { start: 2, end: null, promised: 'refused' },
  ]);
});

it('hears its own step only', () => {
  const run = new PromiseCourse('1', []);
  run.add({ ...state(0, true), step: '2' });
  expect(run.spans('pause')).toEqual([]);
});

it('does not fall to pieces when somebody looks in the middle of an instant', () => {
  const run = course(state(0, true), suspended(0, 5, 'wait'), resumed(2, 5, 'wait'));
  expect(run.spans('jump').at(-1)).toEqual({ start: 2, end: null, promised: 'later' });
  run.add(suspended(2, 5, 'wait'));
  expect(run.spans('jump')).toEqual([{ start: 0, end: null, promised: 'now' }]);
});
