import { describe, expect, it } from 'vitest';
import { type Task, join } from './task.js';
import { TestBed } from './test-bed.js';
import { type WaitOptions, wait } from './wait.js';

const cases: readonly [sentence: string, options: WaitOptions, done: readonly string[], at: number][] = [
  ['waits for all', {}, ['a', 'b', 'c'], 300],
  ['returns with the first', { returnWhen: 'FIRST_COMPLETED' }, ['a'], 100],
  ['returns with the first failure', { returnWhen: 'FIRST_EXCEPTION' }, ['a', 'b'], 200],
  ['returns at the timeout', { timeout: 0.25 }, ['a', 'b'], 250],
  ['returns before the timeout when it can', { timeout: 5 }, ['a', 'b', 'c'], 300],
];

describe('asyncio.wait', () => {
  it.each(cases)('%s (%o)', (_sentence, options, names, at) => {
    const bed = new TestBed();
    const tasks = new Map<Task<unknown>, string>([
      [bed.sleeper('a', 100), 'a'],
      [bed.failing('b', 200), 'b'],
      [bed.sleeper('c', 300), 'c'],
    ]);
    const result = wait(bed.loop, tasks.keys(), options);
    result.addDoneCallback(() => {
      const { done, pending } = result.result();
      bed.note([...done].map((task) => tasks.get(task)).join());
      expect(new Set([...done, ...pending])).toEqual(new Set(tasks.keys()));
    });
    expect(bed.run()).toEqual([`${names.join()}@${at}`]);
    expect(bed.loop.clock.now).toBe(300_000);
  });

  it('does not cancel the tasks when it is cancelled itself', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', 100);
    const outer = bed.task(join(wait(bed.loop, [task])));
    bed.watch('task', task);
    bed.watch('outer', outer);
    bed.at(50, () => outer.cancel());
    expect(bed.run()).toEqual(['outer cancelled@50', 'task: a@100']);
  });

  it('does not hide failures that nobody asks for afterwards', () => {
    const bed = new TestBed();
    const [asked, lost] = [bed.failing('asked', 10), bed.failing('lost', 20)];
    wait(bed.loop, [asked, lost, bed.sleeper('a', 30)]).addDoneCallback(() => asked.exception());
    bed.run();
    expect(bed.unnoticed).toEqual([new Error('lost')]);
  });

  it('refuses to wait for nothing', () => expect(() => wait(new TestBed().loop, [])).toThrow(TypeError));
});
