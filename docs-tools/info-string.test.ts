import { describe, expect, it } from 'vitest';
import { readInfo } from './info-string.js';

const problemOf = (text: string): string => {
  const read = readInfo(text);
  return read.type === 'wrong' ? read.problem : read.type;
};

describe('the info string of a block', () => {
  it('says how the example is shown and which run is recorded', () => {
    expect(
      readInfo(
        'ts playground name=warm mode=bench bench=services seed=-3 speed=max hide="speed open" height=300 theme=dark readonly autorun data="5 min" point="{step: 2}" at=12.5 until=600 ' +
          `request=pause@30 request="jump@40 {index: 2}" request="swap@50 20 min" request='message@60 "go"' request=retry@70 request="halt@80 {step: '1.2'}" fault="unavailable@5 {service: web}"`,
      ),
    ).toEqual({
      type: 'playground',
      info: {
        name: 'warm',
        attributes: {
          mode: 'bench',
          bench: 'services',
          seed: '-3',
          speed: 'max',
          hide: 'speed open',
          height: '300',
          theme: 'dark',
          readonly: '',
          autorun: '',
        },
        data: '5 min',
        at: 12.5,
        scenario: {
          data: '5 min',
          point: { step: 2 },
          seed: -3,
          bench: 'services',
          until: 600,
          requests: [
            { at: 30, type: 'pause' },
            { at: 40, type: 'jump', point: { index: 2 } },
            { at: 50, type: 'swap', data: '20 min' },
            { at: 60, type: 'message', value: 'go' },
            { at: 70, type: 'retry' },
            { at: 80, type: 'halt', step: '1.2' },
          ],
          faults: [{ at: 5, type: 'unavailable', service: 'web' }],
        },
      },
    });
  });

  it('may say nothing more', () => {
    expect(readInfo('typescript playground')).toEqual({
      type: 'playground',
      info: { name: null, attributes: {}, data: null, at: null, scenario: {} },
    });
  });

  it.each(['', 'ts', 'ts title="my playground"', 'playground', 'sh npm run playground', 'ts playgrounds'])(
    'leaves others alone: %s',
    (text) => {
      expect(readInfo(text)).toEqual({ type: 'other' });
    },
  );

  it.each([
    ['py playground', 'write ts playground, not py playground'],
    ['ts playground sped=1', 'There is no option sped: there are mode, bench,'],
    ['ts playground constructor=1', 'There is no option constructor'],
    ['ts playground at=1 at=2', 'The option at is there twice'],
    ['ts playground at', 'The option at needs a value: write at="…".'],
    ['ts playground readonly=yes', 'The option readonly takes no value'],
    ['ts playground mode=tiny', 'The option mode is wrong: it must be static, mini, bench or full, not tiny'],
    ['ts playground seed=1.5', 'it must be a whole number, not 1.5'],
    ['ts playground hide=menu', 'it must be some of code, process'],
    ['ts playground name="Two words"', 'it must be a name of small letters'],
    ['ts playground at=""', 'it must be a number of seconds, as in at=12, not nothing'],
    ['ts playground data="5 min', 'cannot be read at data="5 min: a quote is not closed'],
    ['ts playground data=', 'a value is missing'],
    ['ts playground =5', 'an option begins with its name'],
    ['ts playground at=1"2"', 'a space is missing'],
    ['ts playground request=pause', 'it must be like pause@30 or jump@30 {index: 2}, not pause'],
    ['ts playground request=""', 'not empty'],
    ['ts playground request=jump@3', 'jump needs its point, as in jump@3 {index: 2}'],
    ['ts playground request="jump@3 {"', '{ cannot be read'],
    ['ts playground request="pause@3 5"', 'behind the instant stands 5'],
    ['ts playground fault=slow', 'it must be like unavailable@5 {service: web}'],
  ])('says what is wrong: %s', (text, sentence) => {
    expect(problemOf(text)).toContain(sentence);
  });
});
