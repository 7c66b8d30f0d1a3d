import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import { emptyTrace, extendTrace } from '../../model/trace.js';
import { EventRows, tailOf } from './event-rows.js';

const at = (t: number): TraceEvent => ({ t, event: 'location', location: t });
const trace = extendTrace(emptyTrace, [at(0), at(1), at(2), at(3)]);
const all = { places: null, length: 4, searched: 4 };
const odd = { places: [1, 3], length: 2, searched: 4 };
const said = (after: number, message: string) => ({ after, event: { t: 9, event: 'log', level: 'warn', message } as const });
const list = (rows: EventRows) =>
  Array.from({ length: rows.length }, (_, index) => {
    const row = rows.at(index)!;
    return row.event === null ? `${row.missing} missing` : row.event.event === 'log' ? row.event.message : row.event.t;
  });

describe('the rows of the event list', () => {
  it('are the events that were found', () => {
    expect(list(new EventRows(trace, all, [], []))).toEqual([0, 1, 2, 3]);
    expect(list(new EventRows(trace, odd, [], []))).toEqual([1, 3]);
    expect(new EventRows(trace, odd, [], []).at(2)).toBeNull();
  });

  it('have what the page says where it said it', () => {
    const remarks = [said(0, 'a'), said(2, 'b'), said(2, 'c'), said(4, 'd')];
    expect(list(new EventRows(trace, all, remarks, []))).toEqual(['a', 0, 1, 'b', 'c', 2, 3, 'd']);
    expect(list(new EventRows(trace, odd, remarks, []))).toEqual(['a', 1, 'b', 'c', 3, 'd']);
  });

  it('end with the newest events while those before are on their way', () => {
    const behind = { ...trace, total: 10 };
    const tail = [at(8), at(9)].map((event, index) => ({ id: 9 + index, event }));
    expect(list(new EventRows(behind, all, [said(10, 'e')], tail))).toEqual([0, 1, 2, 3, '6 missing', 8, 9, 'e']);
  });

  it('are found by the number of their event, whatever is listed', () => {
    const rows = new EventRows(trace, odd, [said(2, 'b')], []);
    expect(rows.indexOf(2)).toBe(0);
    expect(rows.indexOf(3)).toBe(2);
    expect(rows.indexOf(4)).toBe(2);
    expect(rows.indexOf(5)).toBe(3);
  });
});

it('the newest events are listed by themselves only while the trace has not come to them', () => {
  const newest = [at(2), at(3), at(4)].map((event, index) => ({ id: 3 + index, event }));
  expect(tailOf(trace, newest)).toEqual([]);
  expect(tailOf({ ...trace, total: 5 }, newest)).toEqual([newest[2]]);
});
