import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import type { SuspensionKind } from '../../model/suspension.js';
import { emptyTrace, extendTrace } from '../../model/trace.js';
import { kinds } from './picture/kinds.js';
import { LaneBook } from './lane-book.js';
import { momentText } from './probe.js';

const running = (t: number, form: 'normal' | 'paused', pausable = true, step?: string): TraceEvent => ({
  t,
  ...(step === undefined ? {} : { step }),
  event: 'state',
  mode: 'running',
  form,
  pausable,
  instance: 1,
});
const suspended = (t: number, kind: SuspensionKind, line: number): TraceEvent => ({
  t,
  event: 'suspended',
  at: [{ function: 'p', line, column: 3, endLine: line, endColumn: 9, kind }],
});
const run: readonly TraceEvent[] = [
  { t: 0, event: 'load', language: 'typescript', process: 'p' },
  { t: 0, event: 'state', mode: 'collecting', instance: 1 },
  running(0, 'normal', false),
  { t: 0, event: 'location', location: { phase: 'heat', left: 3 } },
  suspended(1, 'plain', 4),
  running(2, 'normal'),
  { t: 3, event: 'fault', device: 'pump', type: 'disconnect', active: true },
  { t: 4, event: 'fault', device: 'thermostat', node: 'thermostat.readout', type: 'stuck', active: true },
  { t: 5, event: 'request', type: 'resume', accepted: false, reason: 'not-paused' },
  { t: 5, event: 'request', type: 'pause', accepted: true, reason: 'accepted' },
  { t: 6, event: 'fault', device: 'pump', type: 'disconnect', active: false },
  running(7, 'paused'),
  suspended(7, 'checkpoint', 9),
  { t: 8, event: 'error', id: 1, name: 'E', message: 'It broke.' },
  { t: 8, event: 'control', path: 'pump.rate', action: 'claim', accepted: true, reason: 'accepted' },
  { t: 9, event: 'control', path: 'pump.rate', action: 'release', accepted: true, reason: 'accepted' },
  { t: 10, event: 'state', mode: 'done', outcome: 'completed', instance: 1 },
];

/** The spans of a lane in words. */
function spansOf(book: LaneBook, id: string): readonly string[] {
  const lane = book.lanes.find((each) => each.id === id)!;
  return Array.from({ length: lane.spans.length }, (_, index) =>
    [lane.spans.start(index), lane.spans.end(index), kinds[lane.spans.kind(index)], lane.label(index)].join(' '),
  );
}

function bookOf(events: readonly TraceEvent[]): LaneBook {
  const book = new LaneBook();
  book.extend(extendTrace(emptyTrace, events));
  return book;
}

describe('the lanes of a run', () => {
  it('are there before anything has happened', () => {
    expect(new LaneBook().lanes.map(({ title }) => title)).toEqual([
      'State',
      'Location',
      'Await',
      'If paused',
      'If jumped',
      'Requests',
      'Diagnostics',
    ]);
  });

  it('tell its states, whether it could be paused left out', () => {
    expect(spansOf(bookOf(run), 'state')).toEqual(['0 0 idle Collecting', '0 7 run Running', '7 10 pause Paused', '10 Infinity done Done']);
  });

  it('tell where it was and what it awaited, until its end', () => {
    const book = bookOf(run);
    expect(spansOf(book, 'location')).toEqual(['0 10 location heat']);
    expect(spansOf(book, 'await')).toEqual(['1 7 plain await, line 4', '7 10 checkpoint checkpoint(), line 9']);
  });

  it('tell what was asked of it and what it reported', () => {
    const book = bookOf(run);
    expect(spansOf(book, 'requests')).toEqual(['5 5 refused Resume refused', '5 5 accepted Pause']);
    expect(spansOf(book, 'diagnostics')).toEqual(['8 8 error It broke.']);
  });

  it('tell of faults side by side, and of nodes in the hands of a person', () => {
    const book = bookOf(run);
    expect(spansOf(book, 'faults')).toEqual(['3 6 fault pump: disconnected', '4 Infinity fault thermostat.readout: stuck value']);
    expect(spansOf(book, 'hand')).toEqual(['8 9 held pump.rate']);
  });

  it('are the same whether the trace came at once or bit by bit', () => {
    const book = new LaneBook();
    let trace = emptyTrace;
    for (const event of run) {
      trace = extendTrace(trace, [event]);
      book.extend(trace);
    }
    const whole = bookOf(run);
    expect(book.lanes.map(({ id }) => spansOf(book, id))).toEqual(whole.lanes.map(({ id }) => spansOf(whole, id)));
    expect(book.extend(trace)).toBe(false);
  });

  it('begin anew with another run', () => {
    const book = bookOf(run);
    book.extend(extendTrace(emptyTrace, run.slice(0, 3)));
    expect(book.runs).toBe(2);
    expect(spansOf(book, 'state')).toEqual(['0 0 idle Collecting', '0 Infinity run Running']);
  });

  it('tell what a request would have come to, once the instant is over that decides it', () => {
    const book = new LaneBook();
    const trace = extendTrace(emptyTrace, run.slice(0, 4));
    book.extend(trace, 0);
    const before = book.lanes.length;
    expect(book.extend(trace, 0.5)).toBe(true);
    // Those of a pause and a jump were there, empty.
    expect(book.lanes.length).toBe(before + 1);
    expect(spansOf(book, 'jump')).toEqual(['0 Infinity taken-later at the next checkpoint']);
    const whole = new LaneBook();
    whole.extend(extendTrace(emptyTrace, run), 20);
    expect(spansOf(whole, 'jump')).toEqual(['0 7 taken-later at the next checkpoint', '7 10 taken-anew by beginning anew']);
    expect(spansOf(whole, 'pause').at(-1)).toBe('7 10 not-taken refused');
  });

  it('of a protocol stand step by step', () => {
    const book = bookOf([
      running(0, 'normal', true, '10'),
      running(1, 'normal', true, '2.1'),
      { t: 2, step: '2.1', event: 'location', location: 'a' },
    ]);
    expect(book.lanes.map(({ title }) => title)).toEqual([
      '2.1 State',
      '2.1 Location',
      '10 State',
      'Await',
      'If paused',
      'If jumped',
      'Requests',
      'Diagnostics',
    ]);
  });

  it('are told for an instant in words', () => {
    expect(momentText(bookOf(run), 7.5)).toBe('00:00:07.5, Paused, heat, checkpoint(), line 9');
  });
});
