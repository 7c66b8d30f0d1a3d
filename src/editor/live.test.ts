import { describe, expect, it } from 'vitest';
import type { Failure } from '../../model/failure.js';
import type { Range } from '../../model/place.js';
import type { Suspension, SuspensionKind } from '../../model/suspension.js';
import { liveFrames, liveNote } from './live.js';
import { firstProblem, problemCount, problemsOf, problemsText, typesText } from './problems.js';

const frame = (line: number, kind: SuspensionKind = 'wait') => ({ function: 'f', line, column: 3, endLine: line, endColumn: 20, kind });
const suspension: Suspension = { at: [frame(10, 'plain'), frame(24)], since: 100, detail: 'sleep 30 s', until: 130 };
const still = (range: Range) => ({ range, stale: false });
const moved = (range: Range) => ({ range: { ...range, line: range.line + 1, endLine: range.endLine + 1 }, stale: range.line === 24 });

describe('the awaits to mark', () => {
  it('are those of the suspension, where their text is now, the innermost last', () => {
    expect(liveFrames(suspension, moved)).toMatchObject([
      { range: { file: 'process', line: 11, column: 3, endLine: 11, endColumn: 20 }, innermost: false, stale: false },
      { range: { line: 25 }, innermost: true, stale: true },
    ]);
    expect(liveFrames(null, still)).toEqual([]);
  });

  it('are the very same as long as nothing about them changes, however often the process reports', () => {
    const first = liveFrames(suspension, still);
    expect(liveFrames({ ...suspension, since: 200 }, still, first)).toBe(first);
    expect(liveFrames(suspension, moved, first)).not.toBe(first);
    expect(liveFrames({ ...suspension, at: [frame(10)] }, still, first)).not.toBe(first);
  });
});

describe('the note', () => {
  const at = (kind: SuspensionKind, detail?: string): Suspension => ({ at: [frame(1, kind)], since: 100, ...(detail ? { detail } : {}) });

  it.each([
    ['wait', 'sleep 30 s', 112, 'waiting · sleep 30 s · 00:12'],
    ['plain', undefined, 112, 'waiting · 00:12'],
    ['checkpoint', undefined, 112, 'suspended here · paused 00:12'],
    ['receive', undefined, 100, 'waiting · for a message · 00:00'],
    ['blocking', 'mail', 4_500, 'cannot be interrupted · mail · 01:13:20'],
    ['wait', undefined, 90, 'waiting · 00:00'],
  ] as const)('of %s (%s) at %d s', (kind, detail, seconds, text) => {
    expect(liveNote(at(kind, detail), seconds, false)).toBe(text);
  });

  it('says when the text was changed since', () => {
    expect(liveNote(suspension, 112, true)).toBe('changed since the run · waiting · sleep 30 s · 00:12');
  });
});

describe('problems', () => {
  const failure = (line: number, kind: Failure['kind'] = 'load', rest: Partial<Failure> = {}): Failure => ({
    kind,
    name: 'SyntaxError',
    message: `line ${line}`,
    place: { file: kind === 'data' ? 'data' : 'process', line, column: 1, endLine: line, endColumn: 2 },
    ...rest,
  });
  const now = (place: { line: number }) => still({ file: 'process', column: 1, endLine: 1, endColumn: 1, ...place });

  it('are the failures whose text was not changed since', () => {
    const problems = problemsOf([failure(3), failure(24, 'data', { hint: 'Write `1 s`.' }), failure(1, 'runtime')], (place) => ({
      ...now(place),
      stale: place.line === 3,
    }));
    expect(problems).toMatchObject([{ message: 'line 24 Write `1 s`.', range: { file: 'data', line: 24 } }]);
    expect([problemCount(problems), problemCount(problems, 'process'), problemCount(problems, 'data')]).toEqual([1, 0, 1]);
  });

  it('without a place stand at the beginning of their text', () => {
    const { place: _, ...nowhere } = failure(9, 'data');
    expect(problemsOf([nowhere], now)).toMatchObject([{ range: { file: 'data', line: 1, column: 1 } }]);
  });

  it('are visited errors first, from top to bottom', () => {
    const problem = (line: number, severity: 'error' | 'warning', file: 'process' | 'data' = 'process') => ({
      range: { file, line, column: 1, endLine: line, endColumn: 2 },
      message: '',
      severity,
    });
    const list = [problem(1, 'warning'), problem(1, 'error', 'data'), problem(9, 'error'), problem(4, 'error')];
    expect(firstProblem(list)).toBe(list[3]);
    expect(firstProblem([])).toBeNull();
  });

  it('are told in a few words', () => {
    expect([problemsText(0, 'checked'), problemsText(1, 'waiting'), problemsText(2, 'checked'), problemsText(0, 'waiting')]).toEqual([
      '✓ no problems',
      '1 problem',
      '2 problems',
      'checking types…',
    ]);
    expect([typesText(0, 'checked'), typesText(2, 'checked'), typesText(0, 'waiting')]).toEqual([
      'types OK',
      '2 type problems',
      'checking types',
    ]);
  });
});
