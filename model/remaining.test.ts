import { describe, expect, it } from 'vitest';
import { nothingPending } from './owner.js';
import type { ProcessView } from './snapshot.js';
import { remainingOf } from './remaining.js';

const running: ProcessView = {
  name: 'incubate',
  state: { mode: 'running', form: 'normal', pausable: true },
  pending: nothingPending,
  instance: 1,
  location: null,
  term: { type: 'datetime', value: 2528 },
  suspension: null,
  failure: null,
  detached: [],
};

describe('remaining time on the page', () => {
  it('names the whole length and the end when both are known', () => {
    expect(remainingOf(running, 1484, 1800)).toMatchObject({ main: '17 min 24 s left', detail: 'of 30 min · ends 00:42:08' });
  });

  it('has no end while the rest slides', () => {
    expect(remainingOf({ ...running, term: { type: 'duration', value: 60 } }, 5, 120)).toMatchObject({
      share: 0.5,
      main: '1 min left',
      detail: 'of 2 min',
    });
  });

  it('prefers the length that the location declares', () => {
    const location = { value: { progress: 0.5, date: null, duration: 600_000 }, at: 0 };
    expect(remainingOf({ ...running, location }, 1484, 1800).detail).toContain('of 10 min');
  });

  it('says nothing about an end that nobody knows', () => {
    expect(remainingOf({ ...running, term: { type: 'unknown' } }, 5, 120)).toMatchObject({
      share: null,
      main: 'unknown time left',
      detail: '',
    });
    expect(remainingOf({ ...running, term: { type: 'forever' } }, 5, null).main).toBe('forever');
  });

  it('does not count down what no longer runs', () => {
    expect(remainingOf({ ...running, state: { mode: 'done', outcome: 'completed' } }, 5, 120).main).toBe('Finished');
    expect(remainingOf({ ...running, state: { mode: 'done', outcome: 'halted' } }, 5, 120).main).toBe('Ended by a halt');
    expect(remainingOf({ ...running, state: { mode: 'failed', errorId: 0, whileHalting: false } }, 5, 120).main).toBe(
      'Stopped by a failure',
    );
    expect(remainingOf(null, 0, null).main).toBe('Not running');
  });
});
