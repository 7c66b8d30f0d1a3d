import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../model/events.js';
import { emptyTrace, extendTrace } from '../../model/trace.js';
import { nextInstant, previousInstant } from './find.js';

const location = (t: number): TraceEvent => ({ t, event: 'location', location: t });
const trace = extendTrace(emptyTrace, [
  { t: 0, event: 'load', language: 'typescript', process: 'main' },
  location(0),
  { t: 1, event: 'suspended', at: [], step: '2' },
  { t: 2, event: 'request', type: 'pause', accepted: false, reason: 'not-pausable' },
  { t: 2, event: 'suspended', at: [] },
  location(5),
  { t: 5, event: 'state', mode: 'done', outcome: 'completed', instance: 1 },
]);

describe('a step through the past', () => {
  it('leads to the next instant at which something happened', () => {
    expect(nextInstant(trace, 0, 'event')).toBe(1);
    expect(nextInstant(trace, 1.5, 'event')).toBe(2);
    expect(nextInstant(trace, 5, 'event')).toBeNull();
  });

  it('leads to the next request, also to one that was refused', () => {
    expect(nextInstant(trace, 0, 'request')).toBe(2);
    expect(nextInstant(trace, 2, 'request')).toBeNull();
  });

  it('leads to what the process that is shown did', () => {
    expect(nextInstant(trace, 0, 'suspension')).toBe(2);
    expect(nextInstant(trace, 0, 'suspension', '2')).toBe(1);
    expect(nextInstant(trace, 0, 'state')).toBe(5);
  });

  it('leads back', () => {
    expect(previousInstant(trace, 5)).toBe(2);
    expect(previousInstant(trace, 4)).toBe(2);
    expect(previousInstant(trace, 0)).toBeNull();
  });
});
