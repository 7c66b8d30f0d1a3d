import { describe, expect, it } from 'vitest';
import { readChecks } from '../../model/files/lesson-files.js';
import { scenarioText } from './scenario-text.js';

const textOf = (scenario: unknown): string =>
  scenarioText(readChecks({ checks: [{ title: 'A', scenario, expect: [{ outcome: 'completed', missing: 'It is.' }] }] })[0]!);

describe('what happens in a check', () => {
  it('is said in the order of time, with the data', () => {
    const scenario = {
      data: 'temperature: 37 degC\nhold: 2 min\n',
      requests: [
        { at: 5, type: 'jump', point: { index: 3 } },
        { at: 1.5, type: 'swap', data: '4 s' },
        { at: 9, type: 'halt' },
      ],
      faults: [
        { at: 2, device: 'pump', type: 'disconnect' },
        { at: 3, service: 'web', type: 'unavailable' },
      ],
      controls: [{ at: 4, type: 'claim', node: 'pump.flow' }],
    };
    expect(textOf(scenario)).toBe(
      'with the data temperature: 37 degC, hold: 2 min; Swap data to 4 s at 1.5 s; pump: disconnected at 2 s; web: unavailable at 3 s; ' +
        'pump.flow taken over by hand at 4 s; Jump to {index: 3} at 5 s; Halt at 9 s.',
    );
  });

  it('is nothing when nothing is done', () => {
    expect(textOf({ until: 10 })).toBe('');
  });
});
