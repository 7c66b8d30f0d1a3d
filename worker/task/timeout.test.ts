import { describe, expect, it } from 'vitest';
import { type Coroutine, join } from './task.js';
import { TestBed } from './test-bed.js';
import { timeout } from './timeout.js';
import { TimeoutError } from './timeout-error.js';

describe('timeout', () => {
  it.each([
    ['passes the result on in time', 0.2, 'it: a@100'],
    ['has no limit for null', null, 'it: a@100'],
    ['has no limit for an infinite time', Number.POSITIVE_INFINITY, 'it: a@100'],
  ])('%s', (_sentence, seconds, expected) => {
    const bed = new TestBed();
    bed.watch(
      'it',
      timeout(bed.loop, seconds, () => bed.sleeper('a', 100)),
    );
    expect(bed.run()).toEqual([expected]);
    expect(bed.milliseconds).toBe(100);
  });

  it('cancels the body when the time is up, waits for its cleanup and raises TimeoutError (A16)', () => {
    const bed = new TestBed();
    const limited = timeout(bed.loop, 0.05, () => bed.sleeper('a', 100, 20));
    bed.watch('it', limited);
    expect(bed.run()).toEqual(['a hit@50', 'a clean@70', 'it! It took longer than the 50 ms that it was given.@70']);
    expect(limited.exception()).toBeInstanceOf(TimeoutError);
  });

  it.each([
    ['before', 20, ['a hit@20', 'a clean@40', 'outer cancelled@40']],
    ['after', 60, ['a hit@50', 'outer cancelled@60']],
  ])('stays a halt when the halt comes %s the time is up', (_when, at, log) => {
    const bed = new TestBed();
    const outer = bed.task(join(timeout(bed.loop, 0.05, () => bed.sleeper('a', 100, 20))));
    bed.watch('outer', outer);
    bed.at(at, () => outer.cancel());
    expect(bed.run()).toEqual(log);
  });

  it.each([
    ['returns has ended in time', 'return', 'it: saved'],
    ['fails raises its own error', 'fail', 'it! broken'],
  ])('a body that reacts to the end of the time and %s', (_sentence, reaction, expected) => {
    const bed = new TestBed();
    function* body(): Coroutine<string> {
      try {
        yield* join(bed.sleep(100));
      } catch {
        if (reaction === 'fail') throw new Error('broken');
      }
      return 'saved';
    }
    bed.watch(
      'it',
      timeout(bed.loop, 0.05, () => bed.task(body())),
    );
    expect(bed.run()).toEqual([`${expected}@50`]);
  });

  it('gives the inner one of two its own error', () => {
    const bed = new TestBed();
    bed.watch(
      'it',
      timeout(bed.loop, 1, () => timeout(bed.loop, 0.05, () => bed.sleeper('a', 100))),
    );
    expect(bed.run()).toEqual(['a hit@50', 'it! It took longer than the 50 ms that it was given.@50']);
    expect(bed.milliseconds).toBe(50);
  });

  it('is a cancellation, not a timeout, when the body cancels itself', () => {
    const bed = new TestBed();
    function* body(): Coroutine<void> {
      bed.loop.currentTask!.cancel();
      yield* join(bed.sleep(10));
    }
    bed.watch(
      'it',
      timeout(bed.loop, 1, () => bed.task(body())),
    );
    expect(bed.run()).toEqual(['it cancelled@0']);
  });
});
