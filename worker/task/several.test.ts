import { describe, expect, it } from 'vitest';
import { cancelTask } from './cancel-task.js';
import type { Future } from './future.js';
import { gather } from './gather.js';
import { createPromise } from './promise.js';
import { race } from './race.js';
import { type Coroutine, type Task, join } from './task.js';
import { TestBed } from './test-bed.js';
import { tryAll } from './try-all.js';
import { waitAll } from './wait-all.js';

type Wait = (bed: TestBed, tasks: readonly Task<unknown>[]) => Future<unknown>;
const waits: Readonly<Record<string, Wait>> = {
  gather: (bed, tasks) => gather(bed.loop, tasks),
  race: (bed, tasks) => race(bed.loop, tasks),
  waitAll: (bed, tasks) => waitAll(bed.loop, tasks),
  tryAll: (bed, tasks) => tryAll(bed.loop, tasks),
  cancelTask: (bed, tasks) => cancelTask(bed.loop, tasks),
  'Promise.all': (bed, tasks) => createPromise(bed.loop).all(tasks),
  'Promise.allSettled': (bed, tasks) => createPromise(bed.loop).allSettled(tasks),
  'Promise.any': (bed, tasks) => createPromise(bed.loop).any(tasks),
  'Promise.race': (bed, tasks) => createPromise(bed.loop).race(tasks),
};

/** What tasks do: `a100` sleeps 100 ms, `a100+20` cleans up for 20 ms besides, `a100!` fails after 100 ms. */
function tasksOf(bed: TestBed, plan: string): Task<unknown>[] {
  return plan.split(' ').map((text) => {
    const [, name, time, cleanup, fails] = /^(\w)(\d+)(?:\+(\d+))?(!)?$/.exec(text)!;
    return fails ? bed.failing(name!, Number(time)) : bed.sleeper(name!, Number(time), Number(cleanup ?? 0));
  });
}

const outcomes: readonly [helper: string, sentence: string, plan: string, log: readonly string[]][] = [
  ['gather', 'completes with all results in order of the arguments', 'a100 b50', ['it: ["a","b"]@100']],
  ['gather', 'fails with the first failure and lets the others go on', 'a100 b50! c20', ['it! b@50']],
  [
    'race',
    'completes with the first, and waits until the cancelled others have cleaned up',
    'a100+30 b50',
    ['a hit@50', 'a clean@80', 'it: [1,"b"]@80'],
  ],
  ['race', 'fails when the first fails, after the others have ended', 'a100+30 b50!', ['a hit@50', 'a clean@80', 'it! b@80']],
  ['waitAll', 'completes with all results', 'a100 b50', ['it: ["a","b"]@100']],
  ['waitAll', 'waits for the others when one fails, and raises its error bare', 'a100 b50!', ['it! b@100']],
  ['waitAll', 'raises several errors together', 'a100! b50! c20', ['it! several(a, b)@100']],
  ['tryAll', 'completes with all results', 'a100 b50', ['it: ["a","b"]@100']],
  [
    'tryAll',
    'cancels the others when one fails, waits for them and raises its error bare',
    'a100+30 b50!',
    ['a hit@50', 'a clean@80', 'it! b@80'],
  ],
  [
    'cancelTask',
    'cancels and waits for the cleanup; a cancellation is no error',
    'a100+30 b50',
    ['a hit@0', 'b hit@0', 'a clean@30', 'it: nothing@30'],
  ],
  ['Promise.all', 'is gather', 'a100 b50', ['it: ["a","b"]@100']],
  ['Promise.any', 'completes with the first that succeeds', 'a100 b50!', ['it: a@100']],
  ['Promise.any', 'fails with all errors when none succeeds', 'a100! b50!', ['it! several(a, b)@100']],
  ['Promise.race', 'completes with the first and lets the others go on', 'a100+30 b50', ['it: b@50', 'a clean@130']],
  ['Promise.race', 'fails with the first', 'a100 b50!', ['it! b@50']],
];

describe.each(Object.keys(waits))('%s', (helper) => {
  const wait = waits[helper]!;

  it.each(outcomes.filter((row) => row[0] === helper))('(%s) %s: %s', (_helper, _sentence, plan, log) => {
    const bed = new TestBed();
    bed.watch('it', wait(bed, tasksOf(bed, plan)));
    expect(bed.run()).toEqual(log);
    expect(bed.unnoticed).toEqual([]);
  });

  it.runIf(helper !== 'cancelTask')('cancels all of them when it is cancelled, and ends when all have cleaned up', () => {
    const bed = new TestBed();
    const outer = bed.task(join(wait(bed, tasksOf(bed, 'a500+30 b500+60'))));
    bed.watch('outer', outer);
    bed.at(50, () => outer.cancel());
    expect(bed.run()).toEqual(['a hit@50', 'b hit@50', 'a clean@80', 'b clean@110', 'outer cancelled@110']);
  });

  it('passes a second cancellation on to the cleanup', () => {
    const bed = new TestBed();
    const outer = bed.task(join(wait(bed, tasksOf(bed, 'a500+90'))));
    bed.watch('outer', outer);
    const first = helper === 'cancelTask' ? 0 : 10;
    bed.at(10, () => helper !== 'cancelTask' && outer.cancel());
    bed.at(50, () => outer.cancel());
    expect(bed.run()).toEqual([`a hit@${first}`, 'outer cancelled@50']);
  });

  it('knows what it is waiting for', () => {
    const bed = new TestBed();
    const future = wait(bed, tasksOf(bed, 'a500+5 b600+5'));
    bed.loop.drain();
    const first = 'waitingOn' in future ? (future as Task<unknown>).waitingOn!.inner : future.inner;
    expect((first as Task<unknown>).waitingOn?.label).toBe(helper === 'cancelTask' ? 'sleep 5 ms' : 'sleep 500 ms');
  });
});

describe('race', () => {
  it('prefers the first in order of those that ended together', () => {
    const bed = new TestBed();
    const futures = ['a', 'b'].map(() => bed.loop.future<string>());
    bed.watch('it', race(bed.loop, futures));
    bed.at(50, () => {
      futures[1]!.setResult('b');
      futures[0]!.setResult('a');
    });
    expect(bed.run()).toEqual(['it: [0,"a"]@50']);
  });
});

describe('errors during the cancellation', () => {
  function* stubborn(bed: TestBed, name: string): Coroutine<void> {
    try {
      yield* join(bed.sleep(500));
    } catch {
      throw new Error(name);
    }
  }

  it.each([
    [
      'tryAll',
      (bed: TestBed) => tryAll(bed.loop, [bed.failing('first', 50), bed.task(stubborn(bed, 'second'))]),
      'it! several(first, second)@50',
    ],
    ['cancelTask with one', (bed: TestBed) => cancelTask(bed.loop, [bed.task(stubborn(bed, 'only'))]), 'it! only@0'],
    [
      'cancelTask with two',
      (bed: TestBed) =>
        cancelTask(
          bed.loop,
          ['a', 'b'].map((name) => bed.task(stubborn(bed, name))),
        ),
      'it! several(a, b)@0',
    ],
  ])('are raised by %s', (_helper, start, expected) => {
    const bed = new TestBed();
    bed.watch('it', start(bed));
    expect(bed.run()).toEqual([expected]);
  });

  it('of losers of a race are reported as unnoticed', () => {
    const bed = new TestBed();
    bed.watch('it', race(bed.loop, [bed.sleeper('a', 50), bed.task(stubborn(bed, 'loser')) as Task<unknown>]));
    expect(bed.run()).toEqual(['it: [0,"a"]@50']);
    expect(bed.unnoticed).toEqual([new Error('loser')]);
  });

  it('replace the cancellation of a gather', () => {
    const bed = new TestBed();
    const outer = bed.task(join(gather(bed.loop, [bed.sleeper('a', 500) as Task<unknown>, bed.task(stubborn(bed, 'broken'))])));
    bed.watch('outer', outer);
    bed.at(50, () => outer.cancel());
    expect(bed.run()).toEqual(['a hit@50', 'outer! broken@50']);
  });
});

describe('without anything to wait for', () => {
  it.each([
    ['gather', ': []'],
    ['waitAll', ': []'],
    ['tryAll', ': []'],
    ['cancelTask', ': nothing'],
    ['race', '! There is nothing to wait for.'],
    ['Promise.all', ': []'],
    ['Promise.allSettled', ': []'],
    ['Promise.any', '! several()'],
  ])('%s ends at once', (helper, ending) => {
    const bed = new TestBed();
    bed.watch('it', waits[helper]!(bed, []));
    expect(bed.run()).toEqual([`it${ending}@0`]);
  });

  it('Promise.race waits forever', () => {
    const bed = new TestBed();
    const future = waits['Promise.race']!(bed, []);
    bed.run();
    expect(future.done).toBe(false);
  });
});
