import { describe, expect, it } from 'vitest';
import { CancelledError, isCancellation } from './cancelled-error.js';
import { Future } from './future.js';
import { type Coroutine, busyLimit, join } from './task.js';
import { TestBed } from './test-bed.js';

/** The facts of semantics 3.1, by number. */
describe('A1: a cancellation', () => {
  it('is no Error', () => expect(new CancelledError()).not.toBeInstanceOf(Error));

  it.each([
    ['itself', new CancelledError(), true],
    ['a group of cancellations only', new AggregateError([new CancelledError(), new AggregateError([new CancelledError()])]), true],
    ['a group with another error', new AggregateError([new CancelledError(), new Error()]), false],
    ['an empty group', new AggregateError([]), false],
    ['another error', new Error(), false],
  ])('is recognised in %s', (_what, error, expected) => expect(isCancellation(error)).toBe(expected));
});

describe('A2: cancel()', () => {
  it('stops nothing by itself: the error arrives in a later turn', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', 100);
    bed.at(50, () => {
      expect(task.cancel()).toBe(true);
      bed.note('asked');
      expect(task.done).toBe(false);
    });
    bed.watch('a', task);
    expect(bed.run()).toEqual(['asked@50', 'a hit@50', 'a cancelled@50']);
  });

  it('keeps a task that has not started from ever running its body', () => {
    const bed = new TestBed();
    const task = bed.loop.task(
      (function* (): Coroutine<void> {
        bed.note('ran');
        yield* join(bed.sleep(1));
      })(),
      { eager: false },
    );
    task.cancel();
    bed.watch('task', task);
    expect(bed.run()).toEqual(['task cancelled@0']);
  });

  it('does nothing to a task that is done', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', 10);
    bed.run();
    expect(task.cancel()).toBe(false);
    expect(task.result()).toBe('a');
    expect(task.cancelling()).toBe(0);
  });

  it('takes the timer of the sleep off the clock', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', 1000);
    bed.loop.drain();
    task.cancel();
    bed.run();
    expect(bed.milliseconds).toBe(0);
  });
});

describe('A3: a cancellation is delivered', () => {
  it('at the innermost await of a chain, and unwinds through every finally', () => {
    const bed = new TestBed();
    function* level(depth: number): Coroutine<void> {
      try {
        if (depth === 0) yield* join(bed.sleep(1000));
        else yield* join(bed.task(level(depth - 1)));
      } finally {
        yield* join(bed.sleep(10));
        bed.note(`finally ${depth}`);
      }
    }
    const task = bed.task(level(2));
    bed.watch('task', task);
    bed.at(50, () => task.cancel());
    expect(bed.run()).toEqual(['finally 0@60', 'finally 1@70', 'finally 2@80', 'task cancelled@80']);
  });

  it('not at an await that does not suspend', () => {
    const bed = new TestBed();
    const done = bed.loop.future<string>();
    done.setResult('there');
    const task = bed.task(
      (function* (): Coroutine<void> {
        bed.loop.currentTask!.cancel();
        bed.note(yield* join(done));
        bed.note(String(yield* join(5)));
        try {
          yield* join(bed.sleep(10));
        } catch {
          bed.note('caught');
        }
      })(),
    );
    bed.watch('task', task);
    expect(bed.run()).toEqual(['there@0', '5@0', 'caught@0', 'task: nothing@0']);
  });

  it('to a task that cancels itself and returns, by making it cancelled', () => {
    const bed = new TestBed();
    const task = bed.task(
      (function* (): Coroutine<number> {
        bed.loop.currentTask!.cancel();
        return 5;
      })(),
    );
    expect(task.cancelled).toBe(true);
  });
});

describe('A4: several cancellations', () => {
  function* counting(bed: TestBed): Coroutine<number> {
    let caught = 0;
    for (let round = 0; round < 2; round++) {
      try {
        yield* join(bed.sleep(100));
      } catch {
        caught++;
      }
    }
    return caught;
  }

  it('before the task gets a turn are delivered as one', () => {
    const bed = new TestBed();
    const task = bed.task(counting(bed));
    bed.watch('caught', task);
    bed.at(50, () => [1, 2, 3].forEach(() => task.cancel()));
    expect(bed.run()).toEqual(['caught: 1@150']);
    expect(task.cancelling()).toBe(3);
  });

  it('before an inner task gets a turn are delivered as one', () => {
    const bed = new TestBed();
    const inner = bed.task(counting(bed));
    const outer = bed.task(join(inner));
    bed.watch('caught', outer);
    bed.at(50, () => [1, 2].forEach(() => outer.cancel()));
    expect(bed.run()).toEqual(['caught: 1@150']);
  });

  it('in different turns are delivered separately', () => {
    const bed = new TestBed();
    const task = bed.task(counting(bed));
    bed.watch('caught', task);
    bed.at(50, () => task.cancel());
    bed.at(60, () => task.cancel());
    expect(bed.run()).toEqual(['caught: 2@60']);
  });

  it('are counted by cancelling() and taken back by uncancel()', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', 100, 10);
    bed.loop.drain();
    task.cancel();
    task.cancel();
    expect(task.cancelling()).toBe(2);
    expect(task.uncancel()).toBe(1);
    expect(task.uncancel()).toBe(0);
    expect(task.uncancel()).toBe(0);
  });
});

describe('A5: a cancellation that arrives when the result is there but was not taken', () => {
  it('wins, and the result is dropped', () => {
    const bed = new TestBed();
    const future = bed.loop.future<string>();
    const task = bed.task(join(future));
    bed.watch('task', task);
    bed.at(10, () => {
      future.setResult('value');
      task.cancel();
    });
    expect(bed.run()).toEqual(['task cancelled@10']);
  });

  it('wins also over a failure', () => {
    const bed = new TestBed();
    const future = bed.loop.future<string>();
    const task = bed.task(join(future));
    bed.watch('task', task);
    bed.at(10, () => {
      future.setException(new Error('lost'));
      task.cancel();
    });
    expect(bed.run()).toEqual(['task cancelled@10']);
  });

  it('tells a future whose result must not get lost', () => {
    const bed = new TestBed();
    class Message extends Future<string> {
      override discard(): void {
        bed.note(`${this.result()} back`);
      }
    }
    const message = new Message(bed.loop);
    const task = bed.task(join(message));
    bed.at(10, () => {
      message.setResult('hello');
      task.cancel();
    });
    expect(bed.run()).toEqual(['hello back@10']);
  });
});

describe('A6: cancelling a task that awaits another', () => {
  it('cancels the inner one, and the outer one goes on only when that has cleaned up', () => {
    const bed = new TestBed();
    const inner = bed.sleeper('inner', 1000, 200);
    const outer = bed.task(join(inner));
    bed.watch('outer', outer);
    bed.at(50, () => outer.cancel());
    expect(bed.run()).toEqual(['inner hit@50', 'inner clean@250', 'outer cancelled@250']);
    expect(inner.cancelled).toBe(true);
  });
});

describe('A7: a task that catches the cancellation', () => {
  it.each([
    ['and returns is done with that result', 'return', 'task: kept'],
    ['and raises something else has failed with that', 'raise', 'task! other'],
    ['and goes on ends when it likes', 'continue', 'task: later'],
  ])('%s', (_sentence, reaction, expected) => {
    const bed = new TestBed();
    const task = bed.task(
      (function* (): Coroutine<string> {
        try {
          yield* join(bed.sleep(1000));
        } catch {
          if (reaction === 'return') return 'kept';
          if (reaction === 'raise') throw new Error('other');
          yield* join(bed.sleep(100));
        }
        return 'later';
      })(),
    );
    bed.watch('task', task);
    bed.at(50, () => task.cancel());
    expect(bed.run()).toEqual([`${expected}@${reaction === 'continue' ? 150 : 50}`]);
    expect(task.cancelled).toBe(false);
  });
});

describe('A8: awaits in a finally block', () => {
  it('work normally while a cancellation is in flight', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', 1000, 100);
    bed.at(50, () => task.cancel());
    expect(bed.run()).toEqual(['a hit@50', 'a clean@150']);
  });

  it('are interrupted by a second cancellation', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', 1000, 100);
    bed.watch('a', task);
    bed.at(50, () => task.cancel());
    bed.at(80, () => task.cancel());
    expect(bed.run()).toEqual(['a hit@50', 'a cancelled@80']);
  });
});

describe('A14: the ready queue', () => {
  it('is first in, first out; what is scheduled during a turn runs in the next', () => {
    const bed = new TestBed();
    bed.loop.callSoon(() => {
      bed.note('1');
      bed.loop.callSoon(() => bed.note('3'));
    });
    bed.loop.callSoon(() => bed.note('2'));
    expect(bed.run()).toEqual(['1@0', '2@0', '3@0']);
  });

  it('lets everything that is ready run once during sleep(0), and the sleeper before what that has scheduled', () => {
    const bed = new TestBed();
    bed.task(
      (function* (): Coroutine<void> {
        bed.note('before');
        yield* join(bed.sleep(0));
        bed.note('after');
      })(),
    );
    bed.loop.callSoon(() => {
      bed.note('other');
      bed.loop.callSoon(() => bed.note('next turn'));
    });
    expect(bed.run()).toEqual(['before@0', 'after@0', 'other@0', 'next turn@0']);
  });

  it('takes turns between tasks that sleep(0)', () => {
    const bed = new TestBed();
    function* turns(name: string): Coroutine<void> {
      for (let turn = 1; turn <= 2; turn++) {
        yield* join(bed.sleep(0));
        bed.note(`${name}${turn}`);
      }
    }
    bed.task(turns('a'));
    bed.task(turns('b'));
    expect(bed.run()).toEqual(['a1@0', 'b1@0', 'a2@0', 'b2@0']);
  });

  it('wakes those who await one future in the order in which they came', () => {
    const bed = new TestBed();
    const future = bed.loop.future<void>();
    for (const name of ['a', 'b', 'c']) {
      bed.task(
        (function* (): Coroutine<void> {
          yield* join(future);
          bed.note(name);
        })(),
      );
    }
    bed.at(5, () => future.setResult());
    expect(bed.run()).toEqual(['a@5', 'b@5', 'c@5']);
  });

  it('runs everything that a timer wakes before the next timer of the same instant fires', () => {
    const bed = new TestBed();
    bed.task(
      (function* (): Coroutine<void> {
        yield* join(bed.sleep(5));
        bed.note('woken');
        yield* join(bed.sleep(0));
        bed.note('and after');
      })(),
    );
    bed.at(5, () => bed.note('second timer'));
    expect(bed.run()).toEqual(['woken@5', 'and after@5', 'second timer@5']);
  });
});

describe('a task', () => {
  it('starts at once, and hands its result to the one who awaits it within the same turn', () => {
    const bed = new TestBed();
    function* outer(): Coroutine<void> {
      bed.note('outer');
      bed.note(yield* join(bed.sleeper('inner', 10)));
    }
    bed.task(outer());
    bed.note('after the call');
    bed.at(10, () => bed.note('timer'));
    expect(bed.run()).toEqual(['outer@0', 'after the call@0', 'inner@10', 'timer@10']);
  });

  it('that returns a promise ends as that does', () => {
    const bed = new TestBed();
    function* returning(what: PromiseLike<string>): Coroutine<string> {
      return what as unknown as string;
    }
    bed.watch('value', bed.task(returning(bed.sleeper('inner', 10))));
    bed.watch('error', bed.task(returning(bed.failing('broken', 20))));
    const cancelled = bed.task(returning(bed.sleeper('long', 1000, 5)));
    bed.watch('cancelled', cancelled);
    bed.at(30, () => cancelled.cancel());
    expect(bed.run()).toEqual(['value: inner@10', 'error! broken@20', 'long hit@30', 'long clean@35', 'cancelled cancelled@35']);
  });

  it('cannot await itself', () => {
    const bed = new TestBed();
    const task = bed.loop.task(
      (function* (): Coroutine<void> {
        yield* join(bed.loop.currentTask!);
      })(),
      { eager: false },
    );
    bed.watch('task', task);
    expect(bed.run()).toEqual(['task! A task cannot await itself.@0']);
  });

  it('that never suspends is made to give the others a turn, so that it can be cancelled', () => {
    const bed = new TestBed();
    let busy = 0;
    bed.loop.observer = { busy: () => void busy++ };
    const task = bed.loop.task(
      (function* (): Coroutine<void> {
        for (;;) yield* join(0);
      })(),
      { eager: false },
    );
    bed.loop.callSoon(() => task.cancel());
    bed.run();
    expect(task.cancelled).toBe(true);
    expect(busy).toBe(1);
    expect(busyLimit).toBeGreaterThan(1000);
  });

  it('is listed while it is suspended, and tells whether somebody awaits it', () => {
    const bed = new TestBed();
    const alone = bed.sleeper('alone', 50);
    const inner = bed.sleeper('inner', 100);
    const outer = bed.task(join(inner));
    bed.loop.drain();
    expect([...bed.loop.liveTasks()]).toEqual([outer, inner, alone]);
    expect([...bed.loop.liveTasks()].map((task) => task.awaited)).toEqual([false, true, false]);
    bed.loop.advance();
    expect([...bed.loop.liveTasks()]).toEqual([outer, inner]);
    bed.run();
    expect([...bed.loop.liveTasks()]).toEqual([]);
  });

  it('whose failure nobody asks for is reported, once, at the end of the instant', () => {
    const bed = new TestBed();
    bed.failing('lost', 10);
    const asked = bed.failing('asked', 10);
    bed.at(10, () => asked.exception());
    bed.run();
    expect(bed.unnoticed).toEqual([new Error('lost')]);
  });
});

describe('the loop', () => {
  it('sleeps forever for an infinite time, and can be woken by a cancellation', () => {
    const bed = new TestBed();
    const task = bed.sleeper('a', Number.POSITIVE_INFINITY);
    bed.at(10, () => task.cancel());
    expect(bed.run()).toEqual(['a hit@10']);
  });

  it('goes on after a callback that throws, and tells', () => {
    const bed = new TestBed();
    const uncaught: unknown[] = [];
    bed.loop.observer = { uncaught: (error) => uncaught.push(error) };
    bed.loop.callSoon(() => {
      throw new Error('broken');
    });
    bed.loop.callSoon(() => bed.note('next'));
    expect(bed.run()).toEqual(['next@0']);
    expect(uncaught).toEqual([new Error('broken')]);
  });

  it('tells when a promise of the engine has made something ready from outside', async () => {
    const bed = new TestBed();
    let woken = 0;
    bed.loop.observer = { woken: () => void woken++ };
    bed.watch('followed', bed.loop.follow(Promise.resolve('foreign')));
    bed.run();
    await Promise.resolve().then(() => undefined);
    expect(woken).toBe(1);
    expect(bed.run()).toEqual(['followed: foreign@0']);
  });
});
