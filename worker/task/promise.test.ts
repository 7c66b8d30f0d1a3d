import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPromise } from './promise.js';
import { ReadyQueue } from './ready-queue.js';
import { join } from './task.js';
import { TestBed, outcomeOf } from './test-bed.js';

function setUp() {
  const bed = new TestBed();
  return { bed, Promise: createPromise(bed.loop) };
}

describe('the Promise of a process', () => {
  it('runs its reactions in order, on the ready queue', () => {
    const { bed, Promise } = setUp();
    Promise.resolve('a').then((value) => bed.note(value));
    bed.note('first');
    Promise.reject(new Error('b')).catch((error: unknown) => bed.note((error as Error).message));
    expect(bed.run()).toEqual(['first@0', 'a@0', 'b@0']);
  });

  it.each([
    ['takes the first resolution only', (resolve: (value: unknown) => void) => [resolve('a'), resolve('b')], ': a'],
    ['follows another promise', (resolve: (value: unknown) => void, bed: TestBed) => resolve(bed.sleeper('inner', 10)), ': inner'],
    [
      'is locked in by what it follows',
      (resolve: (value: unknown) => void, bed: TestBed) => [resolve(bed.sleeper('inner', 10)), resolve('b')],
      ': inner',
    ],
    [
      'follows a foreign thenable',
      (resolve: (value: unknown) => void) => resolve({ then: (done: (value: string) => void) => done('foreign') }),
      ': foreign',
    ],
    [
      'fails when the executor throws',
      () => {
        throw new Error('executor');
      },
      '! executor',
    ],
  ])('%s', (_sentence, executor, expected) => {
    const { bed, Promise } = setUp();
    const promise = new Promise<unknown>((resolve) => executor(resolve, bed));
    promise.catch(() => undefined);
    bed.run();
    expect(outcomeOf(promise)).toBe(expected);
  });

  it('refuses to follow itself', () => {
    const { bed, Promise } = setUp();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    resolve(promise);
    bed.watch('it', promise);
    expect(bed.run()).toEqual(['it! A promise cannot be resolved with itself.@0']);
  });

  it('knows tasks for promises, and makes them cancellable', () => {
    const { bed, Promise } = setUp();
    expect(bed.sleeper('a', 1)).toBeInstanceOf(Promise);
    expect(Promise.resolve(bed.loop.future())).toBeInstanceOf(Promise);
    expect(String(Object.prototype.toString.call(bed.loop.future()))).toBe('[object Promise]');
  });

  it.each([
    ['then()', (bed: TestBed) => bed.sleeper('a', 100, 10).then(() => 'never')],
    ['finally()', (bed: TestBed) => bed.sleeper('a', 100, 10).finally(() => bed.note('finally'))],
    ['a promise that follows it', (bed: TestBed) => new (createPromise(bed.loop))((resolve) => resolve(bed.sleeper('a', 100, 10)))],
  ])('cancelled behind %s, reaches the task and waits for its cleanup', (_what, derive) => {
    const { bed } = setUp();
    const outer = bed.task(join(derive(bed)));
    bed.watch('outer', outer);
    bed.at(50, () => outer.cancel());
    expect(bed.run().filter((line) => !line.startsWith('finally'))).toEqual(['a hit@50', 'a clean@60', 'outer cancelled@60']);
  });

  it('runs finally for a result, a failure and a cancellation, and passes each on', () => {
    const { bed, Promise } = setUp();
    const cancelled = bed.sleeper('c', 100);
    for (const [name, promise] of [
      ['a', Promise.resolve(1)],
      ['b', bed.failing('b', 0)],
      ['c', cancelled],
    ] as const) {
      bed.watch(
        name,
        (promise as typeof cancelled).finally(() => bed.note(`finally ${name}`)),
      );
    }
    cancelled.cancel();
    expect(new Set(bed.run())).toEqual(
      new Set(['c hit@0', 'finally a@0', 'finally b@0', 'finally c@0', 'a: 1@0', 'b! b@0', 'c cancelled@0']),
    );
  });

  it('reports a rejection that nobody handles', () => {
    const { bed, Promise } = setUp();
    Promise.reject(new Error('lost')).then(() => undefined);
    bed.run();
    expect(bed.unnoticed).toEqual([new Error('lost')]);
  });

  it('tells how all have settled', () => {
    const { bed, Promise } = setUp();
    const settled = Promise.allSettled<unknown>([Promise.resolve(1), Promise.reject('no')]);
    bed.run();
    expect(settled.result()).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: 'no' },
    ]);
  });
});

describe('the ready queue', () => {
  it('is first in, first out, whatever its length does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -150, max: 200 }), { maxLength: 12 }), (changes) => {
        const queue = new ReadyQueue();
        let pushed = 0;
        let shifted = 0;
        for (const change of changes) {
          for (let count = 0; count < change; count++)
            queue.push({
              run: (
                (id) => () =>
                  expect(id).toBe(shifted)
              )(pushed++),
            });
          for (let count = 0; count < -change && !queue.empty; count++) {
            queue.shift().run();
            shifted++;
          }
          expect(queue.empty).toBe(pushed === shifted);
        }
      }),
    );
  });
});
