import { describe, expect, it } from 'vitest';
import type { CheckRun } from '../../model/lessons/check.js';
import { memoryPreferences } from '../ui/preferences.js';
import { FakePort, lesson, runWith, textsOf } from './fakes.js';
import { OpenLesson } from './OpenLesson.svelte.js';
import { Progress } from './Progress.svelte.js';

function opened(...runs: (CheckRun | null | Error)[]) {
  const port = new FakePort();
  port.runs = runs.map((run) => () => (run instanceof Error ? Promise.reject(run) : Promise.resolve(run)));
  const progress = new Progress(memoryPreferences());
  const course = [{ ...lesson, id: 'before' }, lesson, { ...lesson, id: 'after' }];
  return { port, progress, open: new OpenLesson(lesson, course, port, progress) };
}

describe('a lesson that somebody works on', () => {
  it('stands between others', () => {
    const { open } = opened();
    expect([open.number, open.previous?.id, open.next?.id]).toEqual([2, 'before', 'after']);
  });

  it('gives its hints one by one', () => {
    const { open } = opened();
    for (const [hints, more] of [
      [1, 1],
      [2, 0],
      [2, 0],
    ]) {
      open.hint();
      expect([open.hints, open.moreHints]).toEqual([hints, more]);
    }
  });

  it('is done when every check is met, and tried before', async () => {
    const { open, progress } = opened(runWith(), runWith(), runWith('here'));
    await open.check();
    expect([open.met, open.passed, progress.of('first')]).toEqual([1, false, 'tried']);
    await open.check();
    expect([open.met, open.passed, progress.of('first')]).toEqual([2, true, 'done']);
  });

  it('checks what stands in the editor, and says so when that has changed since', async () => {
    const { open, port } = opened(runWith());
    await open.check();
    expect(port.asked[0]?.recording).toMatchObject({ source: { code: 'mine' }, bench: 'default' });
    expect(open.stale).toBe(false);
    port.texts = textsOf('other');
    expect(open.stale).toBe(true);
    const { state } = open;
    await open.show('results' in state ? state.results[1]! : (undefined as never));
    expect(port.said).toEqual([]);
  });

  it('shows the run of a check at the instant that tells why, until something else is on', async () => {
    const { open, port } = opened(runWith());
    await open.check();
    const result = 'results' in open.state ? open.state.results[1]! : (undefined as never);
    await open.show(result);
    expect(port.said).toEqual(['Check: It tells at 9']);
    expect(open.shown).toBe(result);
    port.visiting = false;
    expect(open.shown).toBeNull();
  });

  it('has no run to show of a process that did not let go', async () => {
    const { open } = opened({ ...runWith(), stop: { type: 'loop', line: 3 } }, runWith());
    await open.check();
    expect('results' in open.state && open.state.results.map(({ recording }) => recording === null)).toEqual([true, false]);
  });

  it('tells why and where a text cannot be run, once', async () => {
    const place = { file: 'process', line: 3, column: 1 } as const;
    const failure = { kind: 'load', name: 'SyntaxError', message: 'A bracket is missing.', place } as const;
    const { open, port, progress } = opened({ events: [{ t: 0, event: 'load-error', failure }], values: [], stop: { type: 'over' } });
    await open.check();
    expect(open.state).toEqual({ type: 'refused', message: 'A bracket is missing.', place });
    expect([port.asked.length, progress.of('first')]).toEqual([1, 'tried']);
  });

  it('shows no more of a run than there was before it was given up', async () => {
    const { open } = opened({ ...runWith(), stop: { type: 'too-long' } });
    await open.check();
    expect('results' in open.state && open.state.results[0]?.recording?.end).toBe(9_000_000);
  });

  it('tells when the runtime was gone, and forgets a check that was stopped or is not the newest', async () => {
    const { open } = opened(new Error('The runtime was stopped.'));
    await open.check();
    expect(open.state).toEqual({ type: 'lost', message: 'The runtime was stopped.' });

    const ended = opened(null);
    await ended.open.check();
    expect(ended.open.state).toEqual({ type: 'none' });

    const slow = opened(runWith('here'));
    let answer: (run: CheckRun) => void = () => undefined;
    slow.port.runs = [() => new Promise((resolve) => (answer = resolve))];
    const first = slow.open.check();
    slow.open.stop();
    answer(runWith('here'));
    await first;
    expect(slow.open.state).toEqual({ type: 'none' });
    expect([slow.port.said, slow.progress.of('first')]).toEqual([['end'], 'new']);
  });
});
