import { describe, expect, it } from 'vitest';
import type { TraceEvent } from './events.js';
import { Comparison } from './first-difference.js';
import { emptyTrace, extendTrace } from './trace.js';

const location = (t: number, value: unknown): TraceEvent => ({ t, event: 'location', location: value as never });
const trace = (...events: TraceEvent[]) => extendTrace(emptyTrace, events);

describe('two runs', () => {
  it('part at the first event that differs', () => {
    const comparison = new Comparison();
    const one = trace(location(0, { a: [1, 2] }), location(1, 1), location(2, 2));
    const other = trace(location(0, { a: [1, 2] }), location(1, 1), location(3, 9));
    expect(comparison.advance(one, other, false)).toBe(false);
    expect(comparison.found).toEqual({ at: 1, one: location(2, 2), other: location(3, 9) });
  });

  it('are the same as long as one of them may still do what the other did', () => {
    const comparison = new Comparison();
    const one = trace(location(0, 1));
    const other = trace(location(0, 1), location(5, 2));
    comparison.advance(one, other, false);
    expect(comparison.found).toBeNull();
    comparison.advance(one, other, true);
    expect(comparison.found).toEqual({ at: 0, one: null, other: location(5, 2) });
  });

  it('are compared some events at a time, and where they wait is left out', () => {
    const events = Array.from({ length: 100 }, (_, t) => location(t, { t }));
    const waits: TraceEvent = { t: 0, event: 'suspended', at: [] };
    const comparison = new Comparison();
    expect(comparison.advance(trace(...events), trace(waits, ...events), true, 60)).toBe(true);
    expect(comparison.at).toBe(59);
    expect(comparison.advance(trace(...events), trace(waits, ...events), true, 60)).toBe(false);
    expect(comparison.found).toBeNull();
  });
});
