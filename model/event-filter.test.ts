import { describe, expect, it } from 'vitest';
import { type EventFilter, eventGroup, eventGroups, everything, letsAllThrough, matcher } from './event-filter.js';
import type { TraceEvent } from './events.js';

const state: TraceEvent = { t: 0, event: 'state', mode: 'running', form: 'normal', pausable: true, instance: 1 };
const pause: TraceEvent = { t: 1, event: 'request', type: 'pause', accepted: true, reason: 'accepted', step: '2' };
const heat: TraceEvent = { t: 2, event: 'location', location: { Phase: 'Heat' }, step: '2.1' };
const other: TraceEvent = { t: 3, event: 'log', level: 'info', message: 'Heated up', step: '21' };
const all = [state, pause, heat, other];
const left = (filter: Partial<EventFilter>) => all.filter(matcher({ ...everything, ...filter }));

describe('a filter of events', () => {
  it('lets everything through when nothing is chosen', () => {
    expect(left({})).toEqual(all);
    expect(letsAllThrough(everything)).toBe(true);
    expect(letsAllThrough({ ...everything, text: ' ' })).toBe(true);
    expect(letsAllThrough({ ...everything, hidden: new Set(['logs']) })).toBe(false);
  });

  it('leaves out kinds', () => {
    expect(left({ hidden: new Set(['requests', 'logs']) })).toEqual([state, heat]);
  });

  it('looks for a text in the sentences, in any case', () => {
    expect(left({ text: ' HEAT ' })).toEqual([heat, other]);
    expect(left({ text: 'pause accepted' })).toEqual([pause]);
    expect(left({ text: 'cool' })).toEqual([]);
  });

  it('takes a step with the steps within it, and no other that begins with the same figure', () => {
    expect(left({ step: '2' })).toEqual([pause, heat]);
    expect(left({ step: '2.1' })).toEqual([heat]);
  });
});

it('every kind is one that can be chosen', () => {
  const chosen = eventGroups.map(({ id }) => id);
  for (const event of all) expect(chosen).toContain(eventGroup(event));
});
