import { describe, expect, it } from 'vitest';
import { type Coroutine, type Task, join } from './task.js';
import { TaskGroup } from './task-group.js';
import { TestBed } from './test-bed.js';

/** Runs a group whose body creates tasks and then sleeps for some time. */
function group(bed: TestBed, milliseconds: number, children: () => readonly Task<unknown>[]): Task<string> {
  return TaskGroup.run(bed.loop, (tasks) => {
    for (const child of children()) tasks.add(child);
    return bed.sleeper('body', milliseconds);
  });
}

describe('A13: a task group', () => {
  it('ends with the result of its body when all tasks have ended', () => {
    const bed = new TestBed();
    bed.watch(
      'group',
      group(bed, 50, () => [bed.sleeper('a', 100)]),
    );
    expect(bed.run()).toEqual(['group: body@100']);
  });

  it('cancels the rest, its body included, when one fails, and raises a group also for a single error', () => {
    const bed = new TestBed();
    bed.watch(
      'group',
      group(bed, 500, () => [bed.failing('broken', 50), bed.sleeper('b', 500, 20)]),
    );
    expect(bed.run()).toEqual(['b hit@50', 'body hit@50', 'b clean@70', 'group! several(broken)@70']);
  });

  it('includes what is raised during that cancellation', () => {
    const bed = new TestBed();
    function* stubborn(): Coroutine<void> {
      try {
        yield* join(bed.sleep(500));
      } catch {
        throw new Error('second');
      }
    }
    bed.watch(
      'group',
      group(bed, 500, () => [bed.failing('first', 50), bed.task(stubborn())]),
    );
    expect(bed.run()).toEqual(['body hit@50', 'group! several(first, second)@50']);
  });

  it('takes a failing body for a failure', () => {
    const bed = new TestBed();
    const failing = TaskGroup.run(bed.loop, (tasks) => {
      tasks.add(bed.sleeper('a', 500));
      throw new Error('body');
    });
    bed.watch('group', failing);
    expect(bed.run()).toEqual(['a hit@0', 'group! several(body)@0']);
  });

  it('cancels all and waits for them when it is cancelled; a second cancellation leaves their cleanup alone', () => {
    const bed = new TestBed();
    const halted = group(bed, 500, () => [bed.sleeper('a', 500, 100)]);
    bed.watch('group', halted);
    bed.at(50, () => halted.cancel());
    bed.at(80, () => halted.cancel());
    expect(bed.run()).toEqual(['body hit@50', 'a hit@50', 'a clean@150', 'group cancelled@150']);
  });

  it('goes on when one of its tasks is cancelled alone', () => {
    const bed = new TestBed();
    const alone = bed.sleeper('a', 500);
    bed.watch(
      'group',
      group(bed, 100, () => [alone]),
    );
    bed.at(50, () => alone.cancel());
    expect(bed.run()).toEqual(['a hit@50', 'group: body@100']);
  });

  it('waits for tasks that its tasks create', () => {
    const bed = new TestBed();
    const nested = TaskGroup.run(bed.loop, (tasks) => {
      bed.at(50, () => tasks.add(bed.sleeper('late', 100)));
      return bed.sleeper('body', 100);
    });
    bed.watch('group', nested);
    expect(bed.run()).toEqual(['group: body@150']);
  });

  it('takes no tasks once it has ended, and cancels the one that comes', () => {
    const bed = new TestBed();
    let kept: TaskGroup | null = null;
    TaskGroup.run(bed.loop, (tasks) => {
      kept = tasks;
    });
    bed.run();
    const late = bed.sleeper('late', 10);
    expect(() => kept!.add(late)).toThrow('has ended');
    expect(bed.run()).toEqual(['late hit@0']);
  });

  it('takes no tasks once it is being cancelled, and cancels the one that comes', () => {
    const bed = new TestBed();
    const failing = TaskGroup.run(bed.loop, (tasks) => {
      tasks.add(bed.failing('broken', 50));
      bed.at(60, () => expect(() => tasks.add(bed.sleeper('late', 10))).toThrow('is being cancelled'));
      return bed.sleeper('body', 500, 100);
    });
    bed.watch('group', failing);
    expect(bed.run()).toEqual(['body hit@50', 'late hit@60', 'body clean@150', 'group! several(broken)@150']);
  });
});
