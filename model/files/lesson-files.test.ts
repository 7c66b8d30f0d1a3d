import { describe, expect, it } from 'vitest';
import { LessonError, readChecks, readHints, readLessonAbout } from './lesson-files.js';

const about = { title: 'A lesson', summary: 'What it shows in few words', chapter: 'First steps', order: 1, minutes: 5 };
const expectation = { event: { event: 'location' }, missing: 'It is missing.' };
const checkWith = (expect: unknown, scenario: unknown = {}) => ({ checks: [{ title: 'It does', scenario, expect }] });

function complaint(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof LessonError) return error.message;
    throw error;
  }
  return '';
}

describe('lesson.json', () => {
  it('is read whole', () => {
    expect(readLessonAbout({ ...about, bench: 'incubator', speed: 'max' })).toEqual({ ...about, bench: 'incubator', speed: 'max' });
  });

  it.each([
    [{ ...about, minutes: 30 }, 'The member minutes of the file is wrong: it must be a number from 5 to 10.'],
    [{ ...about, chapter: 'Elsewhere' }, 'The member chapter of the file is wrong: it must be one of First steps'],
    [{ ...about, summary: 'word '.repeat(13) }, 'it must have at most twelve words'],
    [{ ...about, bench: 'moon' }, 'it must be the name of a bench: default'],
    [{ ...about, speed: 3 }, 'it must be 1, 10, 100 or "max"'],
    [{ ...about, tittle: 'x' }, 'The member tittle of the file is not known.'],
    [{ ...about, title: undefined }, 'The member title of the file is missing.'],
    [[], 'lesson.json: '],
  ])('%j is refused', (raw, message) => {
    expect(complaint(() => readLessonAbout(raw))).toContain(message);
  });
});

describe('hints.md', () => {
  it('has two to four hints with a line between them', () => {
    expect(readHints('a\n\n---\n\nb - c\n---\nd\n')).toEqual(['a', 'b - c', 'd']);
  });

  it.each(['a', 'a\n---\n', 'a\n---\nb\n---\nc\n---\nd\n---\ne'])('%j is refused', (text) => {
    expect(complaint(() => readHints(text))).toContain('hints.md must have two to four hints');
  });
});

describe('check.json', () => {
  it('has each form of an expectation', () => {
    const said = { missing: 'It is missing.' };
    const expect_ = [
      { event: { event: 'state', mode: 'paused' }, from: 1, to: 2, ...said },
      { event: { event: 'location' }, count: 2, show: 4, ...said },
      { never: { event: 'error' }, ...said },
      { order: [{ event: 'location' }, { event: 'end' }], ...said },
      { outcome: 'completed', ...said },
      { device: 'pump.flow', at: 3, is: null, ...said },
      { takes: { min: 1 }, ...said },
    ];
    expect(readChecks(checkWith(expect_))[0]?.expect).toEqual([
      { type: 'event', pattern: { event: 'state', mode: 'paused' }, count: { min: 1 }, from: 1, to: 2, ...said },
      { type: 'event', pattern: { event: 'location' }, count: 2, show: 4, ...said },
      { type: 'never', pattern: { event: 'error' }, ...said },
      { type: 'order', patterns: [{ event: 'location' }, { event: 'end' }], ...said },
      { type: 'outcome', outcome: 'completed', ...said },
      { type: 'device', node: 'pump.flow', at: 3, is: null, ...said },
      { type: 'takes', min: 1, ...said },
    ]);
  });

  it('takes what a scenario leaves out from the learner, and ends after an hour', () => {
    expect(readChecks(checkWith([expectation]))[0]).toMatchObject({ data: null, bench: null, scenario: { until: 3600 } });
    const [check] = readChecks(
      checkWith([expectation], { data: '10 s', bench: 'incubator', until: 5, requests: [{ at: 1, type: 'halt' }] }),
    );
    expect(check).toMatchObject({
      data: { text: '10 s' },
      bench: 'incubator',
      scenario: { until: 5, requests: [{ at: 1, what: { type: 'halt' } }] },
    });
  });

  it.each<[unknown, string]>([
    [{ checks: [] }, 'it must have at least one check'],
    [checkWith([]), 'The member checks[0].expect of the file is wrong: it must have at least one expectation'],
    [checkWith([{ ...expectation, missing: 'no full stop' }]), 'it must be a whole sentence'],
    [checkWith([{ ...expectation, event: { event: 'locution' } }]), 'its event must be one of load,'],
    [checkWith([{ ...expectation, event: { event: 'location', place: 1 } }]), 'an event location has the members location'],
    [checkWith([{ ...expectation, event: { event: 'state', mode: 'pause' } }]), 'the mode of a state is one of collecting'],
    [checkWith([{ ...expectation, event: { event: 'device', value: 1 } }]), 'an event device must have the path of its node'],
    [checkWith([{ ...expectation, event: { event: 'log', message: '/(/' } }]), 'a text between slashes a regular expression'],
    [checkWith([{ ...expectation, never: { event: 'error' } }]), 'The member checks[0].expect[0].never of the file is not known.'],
    [checkWith([{ outcome: 'done', missing: 'It is.' }]), 'it must be one of completed, halted'],
    [
      checkWith([expectation], { requests: [{ at: 1, type: 'shout' }] }),
      'The member checks[0].scenario.requests[0].type of the file is wrong',
    ],
    [checkWith([expectation], { sed: 1 }), 'The member checks[0].scenario.sed of the file is not known.'],
    [null, 'check.json: '],
  ])('%j is refused', (raw, message) => {
    expect(complaint(() => readChecks(raw))).toContain(message);
  });
});
