import { expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import type { Interruption } from './promise.js';
import { PromiseCourse } from './promise-course.js';
import type { SuspensionKind } from './suspension.js';

const state = (t: number, pausable: boolean): TraceEvent => ({ t, event: 'state', mode: 'running', form: 'normal', pausable, instance: 1 });
const at = (line: number, kind: SuspensionKind) => [{ function: 'main', line, column: 3, endLine: line, endColumn: 9, kind }];
const suspended = (t: number, line: number, kind: SuspensionKind): TraceEvent => ({ t, event: 'suspended', at: at(line, kind) });
const resumed = (t: number, line: number, kind: SuspensionKind): TraceEvent => ({ t, event: 'resumed', at: at(line, kind) });
const guard = { file: 'process', line: 4, column: 1, endLine: 6, endColumn: 2 } as const;

const changes = (steps: '' | '1', ...events: TraceEvent[]) => {
  const told: Record<Interruption, [number, string | null][]> = { pause: [], jump: [], swap: [] };
  const course = new PromiseCourse(
    steps,
    () => [guard],
    (request, t, promised) => told[request].push([t, promised]),
  );
  for (const event of events) course.add(event);
  course.pass(Infinity);
  return told;
};

it('follows the process from await to await', () => {
  const told = changes(
    '',
    state(0, true),
    suspended(0, 5, 'wait'),
    resumed(2, 5, 'wait'),
    suspended(2, 8, 'plain'),
    resumed(5, 8, 'plain'),
    suspended(5, 9, 'wait'),
    { t: 9, event: 'state', mode: 'done', outcome: 'completed', instance: 1 },
  );
  expect(told.jump).toEqual([
    [0, 'now'],
    [2, 'later'],
    [5, 'recreates'],
    [9, null],
  ]);
  expect(told.pause).toEqual([
    [0, 'now'],
    [2, 'later'],
    [5, 'fails'],
    [9, null],
  ]);
});

it('says nothing of what lasts no time, and nothing twice', () => {
  const told = changes(
    '',
    state(0, true),
    suspended(0, 5, 'wait'),
    resumed(1, 5, 'wait'),
    suspended(1, 5, 'wait'),
    state(2, false),
    resumed(3, 5, 'wait'),
    suspended(3, 5, 'wait'),
  );
  expect(told.jump).toEqual([[0, 'now']]);
  expect(told.pause).toEqual([
    [0, 'now'],
    [2, 'refused'],
  ]);
});

it('hears its own step only', () => {
  expect(changes('1', { ...state(0, true), step: '2' }).pause).toEqual([]);
});
