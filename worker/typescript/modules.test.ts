import { describe, expect, it } from 'vitest';
import type { ProcessContext as DeclaredContext } from 'automancer';
import { DataType } from '../data/index.js';
import { type ContextPort, ProcessContext } from '../process/context.js';
import type { Future, Task } from '../task/index.js';
import { TestBed, outcomeOf } from '../task/test-bed.js';
import { createAsyncio } from './asyncio-module.js';
import { createAutomancer } from './automancer-module.js';
import { createBlockingDrivers } from './blocking-drivers.js';

function setUp() {
  const bed = new TestBed();
  return {
    bed,
    am: createAutomancer(bed.loop),
    asyncio: createAsyncio(bed.loop),
    blocking: createBlockingDrivers(bed.loop, { files: {} } as never),
  };
}

describe('lengths of time', () => {
  it.each([
    [1.5, 1500],
    ['2 min', 120_000],
    [-1, 0],
    [0, 0],
  ])('%o sleeps for %d ms', (seconds, expected) => {
    const { bed, asyncio } = setUp();
    asyncio.sleep(seconds);
    bed.run();
    expect(bed.milliseconds).toBe(expected);
  });

  it('may be quantities', () => {
    const { bed, am, asyncio } = setUp();
    asyncio.sleep(am.q('300 ms').times(2));
    bed.run();
    expect(am.now()).toBe(0.6);
  });

  it.each([
    ['another dimension', '5 ml', 'is a volume'],
    ['text without a unit', '5', 'unit of 5 is missing'],
    ['NaN', Number.NaN, 'not a number'],
    ['nothing', undefined, 'A time is needed'],
    ['a truth value', true, 'A time is needed'],
  ])('of %s are refused with a sentence', (_what, value, sentence) => {
    const { asyncio } = setUp();
    const given = value as number;
    for (const call of [
      () => asyncio.sleep(given),
      () => asyncio.timeout(given, () => 1),
      () => asyncio.waitFor(asyncio.sleep(1), given),
    ]) {
      expect(call).toThrow(sentence);
    }
  });
});

describe('what is not awaitable', () => {
  it.each([
    ['asyncio.shield()', ({ asyncio }: ReturnType<typeof setUp>) => asyncio.shield(5 as never)],
    ['asyncio.waitFor()', ({ asyncio }: ReturnType<typeof setUp>) => asyncio.waitFor(null as never, 5)],
    ['asyncio.wait()', ({ asyncio }: ReturnType<typeof setUp>) => asyncio.wait([5 as never])],
    ['asyncio.createTask()', ({ asyncio }: ReturnType<typeof setUp>) => asyncio.createTask(5 as never)],
    ['am.shield()', ({ am }: ReturnType<typeof setUp>) => am.shield((() => 5) as never)],
    ['am.race()', ({ am }: ReturnType<typeof setUp>) => am.race(5 as never)],
    ['am.waitAll()', ({ am }: ReturnType<typeof setUp>) => am.waitAll(5 as never)],
    ['am.tryAll()', ({ am }: ReturnType<typeof setUp>) => am.tryAll(5 as never)],
    ['am.cancelTask()', ({ am }: ReturnType<typeof setUp>) => am.cancelTask(5 as never)],
  ])('is refused by %s, with its name', (name, call) => {
    expect(() => call(setUp())).toThrow(new RegExp(`^${name.replace(/[.()]/g, '\\$&')} takes something to await`));
  });

  it('gets a hint when it is a function', () => {
    expect(() => setUp().am.shield((() => 5) as never)).toThrow('This is a function: call it.');
  });

  it.each([
    ['asyncio.timeout', ({ asyncio }: ReturnType<typeof setUp>) => asyncio.timeout(5, asyncio.sleep(1) as never)],
    ['asyncio.TaskGroup.run()', ({ asyncio }: ReturnType<typeof setUp>) => asyncio.TaskGroup.run(5 as never)],
    ['toThread()', ({ asyncio }: ReturnType<typeof setUp>) => asyncio.toThread(5 as never)],
  ])('a function is asked for by %s', (name, call) => expect(() => call(setUp())).toThrow(name));
});

describe('asyncio.createTask', () => {
  it('starts a function in the next turn', () => {
    const { bed, asyncio } = setUp();
    const task = asyncio.createTask(() => {
      bed.note('started');
      return bed.sleeper('a', 10);
    });
    bed.note('created');
    bed.watch('task', task as Task<unknown>);
    expect(bed.run()).toEqual(['created@0', 'started@0', 'task: a@10']);
  });

  it('never starts a function whose task was cancelled before', () => {
    const { bed, asyncio } = setUp();
    asyncio.createTask(() => bed.note('started')).cancel();
    expect(bed.run()).toEqual([]);
  });

  it('returns a task that runs already, with its new name', () => {
    const { bed, asyncio } = setUp();
    const running = bed.sleeper('a', 10);
    expect(asyncio.createTask(running, { name: 'stirring' })).toBe(running);
    expect(running.name).toBe('stirring');
    expect(asyncio.createTask(running)).toBeInstanceOf(asyncio.Task);
  });

  it('makes a task of any other promise', () => {
    const { bed, asyncio } = setUp();
    const task = asyncio.createTask(asyncio.sleep(1));
    expect(task).toBeInstanceOf(asyncio.Task);
    task.cancel();
    bed.run();
    expect(task.cancelled).toBe(true);
    expect(bed.milliseconds).toBe(0);
  });
});

describe('the classes', () => {
  it('belong to the loop of the run', () => {
    const { bed, asyncio } = setUp();
    const event = new asyncio.Event();
    const future = new asyncio.Future<string>();
    const queue = new asyncio.Queue<string>(1);
    bed.watch('event', event.wait() as Future<true>);
    bed.watch('future', future as Future<string>);
    bed.watch('queue', queue.get() as Future<string>);
    bed.watch('lock', new asyncio.Lock().run(() => bed.sleep(5)) as unknown as Future<unknown>);
    bed.at(10, () => {
      event.set();
      future.setResult('f');
      void queue.put('q');
    });
    expect(bed.run()).toEqual(['lock: nothing@5', 'event: true@10', 'future: f@10', 'queue: q@10']);
  });

  it('know every future and task for theirs', () => {
    const { bed, asyncio } = setUp();
    expect(bed.sleeper('a', 1)).toBeInstanceOf(asyncio.Task);
    expect(bed.sleeper('a', 1)).toBeInstanceOf(asyncio.Future);
    expect(asyncio.sleep(1)).not.toBeInstanceOf(asyncio.Task);
    expect({}).not.toBeInstanceOf(asyncio.Future);
  });

  it('of requests have their other names', () => {
    const { am } = setUp();
    expect([am.ProcessJumpRequest, am.ProcessPauseRequest, am.ProcessSwapRequest]).toEqual([
      am.JumpRequest,
      am.PauseRequest,
      am.SwapRequest,
    ]);
    expect(new am.ProcessJumpRequest(1)).toBeInstanceOf(am.ProcessException);
    expect(new am.ProcessFailureError(undefined, { cause: 5 })).toMatchObject({ message: '', cause: 5 });
  });

  it('of quantities are for instanceof', () => {
    const { am } = setUp();
    expect(am.q('5 min')).toBeInstanceOf(am.Quantity);
    expect(am.quantityOf(5, 'min')).toBeInstanceOf(am.Quantity);
    expect(5).not.toBeInstanceOf(am.Quantity);
    expect(() => am.q('5 parsecs')).toThrow(am.QuantityError);
  });

  it('and functions for types of data make them', () => {
    const { am } = setUp();
    const types = [
      am.any(),
      am.bool(),
      am.int(),
      am.str(),
      am.identifier(),
      am.oneOf('a'),
      am.enumeration('a'),
      am.list(am.str()),
      am.dict(am.int()),
      am.record({ a: am.attribute(am.str(), { optional: true }) }),
      am.quantity('second'),
      am.union(am.str(), am.bool()),
      new am.RecordType({ a: new am.Attribute(new am.IntType()) }),
      new am.UnionType(new am.StrType(), new am.AnyType()),
    ];
    for (const type of types) expect(type).toBeInstanceOf(DataType);
    expect(types[0]).toBeInstanceOf(am.DataType);
    expect(() => am.record({ a: 5 as never })).toThrow(TypeError);
  });
});

describe('helpers', () => {
  it('reach the loop: am.shield holds a halt back until a blocking action is over (scenario 88)', () => {
    const { bed, am, asyncio, blocking } = setUp();
    const task = am.shield(asyncio.toThread(() => blocking.sleep('300 ms')));
    bed.watch('task', task as Task<void>);
    bed.at(50, () => task.cancel());
    bed.at(60, () => bed.note((task as Task<void>).waitingOn?.label ?? ''));
    expect(bed.run()).toEqual(['blocking action of 300 ms@60', 'task cancelled@300']);
  });

  it('warn when a blocking action runs outside a thread', () => {
    const { bed, blocking } = setUp();
    bed.at(10, () => blocking.sleep(1));
    expect(bed.run()).toEqual(['blocked 1 s by blocking action of 1 s@1010']);
  });

  it('take their arguments one by one', () => {
    const { bed, am, asyncio } = setUp();
    const calls: Readonly<Record<string, Future<unknown>>> = {
      gather: asyncio.gather(bed.sleeper('a', 1), bed.sleeper('b', 2)) as unknown as Future<unknown>,
      waitAll: am.waitAll(bed.sleeper('a', 1), bed.sleeper('b', 2)) as unknown as Future<unknown>,
      tryAll: am.tryAll(bed.sleeper('a', 1), bed.sleeper('b', 2)) as unknown as Future<unknown>,
      race: am.race(bed.sleeper('a', 2), bed.sleeper('b', 1)) as unknown as Future<unknown>,
      cancelTask: am.cancelTask(bed.sleeper('a', 2)) as unknown as Future<unknown>,
    };
    bed.run();
    const outcomes = Object.entries(calls).map(([name, future]) => `${name}${outcomeOf(future)}`);
    expect(outcomes).toEqual(['gather: ["a","b"]', 'waitAll: ["a","b"]', 'tryAll: ["a","b"]', 'race: [1,"b"]', 'cancelTask: nothing']);
  });

  it('wait() tells done from pending, with a timeout of any kind', () => {
    const { bed, asyncio } = setUp();
    const [quick, slow] = [bed.sleeper('quick', 10), bed.sleeper('slow', 100)];
    const waiting = asyncio.wait([quick, slow], { timeout: '50 ms' });
    bed.run();
    expect(waiting.result()).toEqual({ done: new Set([quick]), pending: new Set([slow]) });
  });

  it('a task group starts what it is given, and is finished when that is', () => {
    const { bed, asyncio } = setUp();
    const group = asyncio.TaskGroup.run((tasks) => {
      tasks.createTask(() => bed.sleeper('lazy', 20));
      tasks.createTask(bed.sleeper('eager', 10));
      return 'body';
    });
    bed.watch('group', group as Task<string>);
    expect(bed.run()).toEqual(['group: body@20']);
  });
});

describe('the context of a process', () => {
  it('is the one that is declared', () => {
    const { bed, am } = setUp();
    const sent: unknown[] = [];
    const port = { loop: bed.loop, ended: false, sendLocation: (location: unknown) => sent.push(location) } as unknown as ContextPort;
    // The compiler holds the class to the declaration here; data types stand for their values in the declared one.
    const context: DeclaredContext<{ readonly time: number }, { readonly phase: number }, { readonly index: number }> = new ProcessContext<
      { readonly time: number },
      { readonly phase: number },
      { readonly index: number }
    >(port, { time: 5 }, { index: 1 });
    context.sendLocation({ phase: context.point?.index ?? 0 });
    expect(sent).toEqual([{ phase: 1 }]);
    expect(context.cast(new am.JumpRequest({ index: 2 })).point.index).toBe(2);
  });
});

describe('am.defineProcess', () => {
  it('returns the definition', () => {
    const { am } = setUp();
    const definition = { data: am.str(), points: [1], duration: () => 5, importPoint: (raw: number) => raw, run: () => undefined };
    expect(am.defineProcess(definition)).toBe(definition);
  });

  it.each([
    ['nothing', null, 'takes an object'],
    ['no run()', {}, 'needs a function run(context)'],
    ['data that is no type', { run() {}, data: 'text' }, '“data” is a type of data'],
    ['points that are no list', { run() {}, points: 5 }, '“points” is a type or list'],
    ['a duration that is no function', { run() {}, duration: 5 }, '“duration” is a function'],
  ])('refuses %s', (_what, definition, sentence) => {
    expect(() => setUp().am.defineProcess(definition as never)).toThrow(sentence);
  });
});
