import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../scenario.js';
import type { Check } from './check.js';
import { checkRecording } from './check-recording.js';

const learned = { source: { language: 'typescript' as const, code: 'x' }, data: '10 s', bench: 'incubator' };
const checkOf = (more: Partial<Check>): Check => ({ title: 'A', scenario: emptyScenario, data: null, bench: null, expect: [], ...more });

describe('the recording of a check', () => {
  it('is of the text of the learner, with their data and bench unless the check has its own', () => {
    const scenario = { ...emptyScenario, until: 60, seed: 7, point: { index: 1 } };
    expect(checkRecording(checkOf({ scenario }), learned)).toEqual({
      source: learned.source,
      data: { text: '10 s' },
      bench: 'incubator',
      point: { index: 1 },
      seed: 7,
      acts: [],
      end: 60_000_000,
    });
    expect(checkRecording(checkOf({ data: { value: 3 }, bench: 'imaging' }), learned)).toMatchObject({
      data: { value: 3 },
      bench: 'imaging',
    });
  });

  it('has what happens in the order of time: at one instant faults, then requests, then what is done by hand; faults at 0 beforehand', () => {
    const scenario = {
      ...emptyScenario,
      requests: [{ at: 2, what: { type: 'pause' as const } }],
      controls: [{ at: 2, what: { type: 'claim' as const, node: 'pump.flow' } }],
      faults: [
        { at: 0, what: { device: 'pump', type: 'slow' as const } },
        { at: 2, what: { device: 'pump', type: 'disconnect' as const } },
      ],
    };
    const { acts } = checkRecording(checkOf({ scenario }), learned);
    expect(acts.map(({ at, prepared, act }) => [at, prepared ?? false, act.type])).toEqual([
      [0, true, 'fault'],
      [2_000_000, false, 'fault'],
      [2_000_000, false, 'request'],
      [2_000_000, false, 'control'],
    ]);
  });

  it('has the acts of a scenario that has them, as they are', () => {
    const acts = [{ at: 5, turns: 3, act: { type: 'request' as const, what: { type: 'halt' as const } } }];
    expect(checkRecording(checkOf({ scenario: { ...emptyScenario, acts } }), learned).acts).toBe(acts);
  });
});
