import { expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import { countAt, emptyTrace, extendTrace } from './trace.js';

const at = (t: number): TraceEvent => ({ t, event: 'location', location: t });

it('grows at its end, and an older one stays what it was', () => {
  const one = extendTrace(emptyTrace, [at(0), at(1)]);
  const two = extendTrace(one, [at(2)]);
  expect([one.length, two.length, two.total]).toEqual([2, 3, 3]);
  expect(two.events.map(({ t }) => t)).toEqual([0, 1, 2]);
  expect(emptyTrace.events).toEqual([]);
});

it('goes two ways from one trace without mixing them', () => {
  const start = extendTrace(emptyTrace, [at(0)]);
  const one = extendTrace(start, [at(1)]);
  const other = extendTrace(start, [at(2)]);
  expect(one.events.slice(0, one.length).map(({ t }) => t)).toEqual([0, 1]);
  expect(other.events.slice(0, other.length).map(({ t }) => t)).toEqual([0, 2]);
});

it('waits for what was dropped before it goes on', () => {
  const before = extendTrace(emptyTrace, [at(0)]);
  const gap = extendTrace(before, [at(3)], 2);
  expect([gap.length, gap.total]).toEqual([1, 4]);
  const after = extendTrace(gap, [at(4)]);
  expect([after.length, after.total]).toEqual([1, 5]);
  const filled = extendTrace(after, [at(1), at(2), at(3), at(4)], 0, 1);
  expect(filled.events.map(({ t }) => t)).toEqual([0, 1, 2, 3, 4]);
  // What is known already is not taken twice.
  expect(extendTrace(filled, [at(3), at(4), at(5)], 0, 3).events.map(({ t }) => t)).toEqual([0, 1, 2, 3, 4, 5]);
});

it('counts the events up to an instant, those of the instant included', () => {
  const trace = extendTrace(emptyTrace, [at(0), at(1), at(1), at(2)]);
  expect([-1, 0, 1, 1.5, 2, 9].map((t) => countAt(trace, t))).toEqual([0, 1, 3, 3, 4, 4]);
});
