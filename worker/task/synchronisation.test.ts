import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Event } from './event.js';
import { Lock } from './lock.js';
import { Queue, QueueEmpty, QueueFull } from './queue.js';
import { type Coroutine, join } from './task.js';
import { TestBed } from './test-bed.js';

describe('an Event', () => {
  it('wakes everybody who waits, in order, and lets pass who comes later', () => {
    const bed = new TestBed();
    const event = new Event(bed.loop);
    for (const name of ['a', 'b']) bed.watch(name, event.wait());
    bed.at(10, () => event.set());
    bed.at(20, () => bed.watch('late', event.wait()));
    expect(bed.run()).toEqual(['a: true@10', 'b: true@10', 'late: true@20']);
  });

  it('lets nobody pass after clear()', () => {
    const bed = new TestBed();
    const event = new Event(bed.loop);
    event.set();
    event.clear();
    expect(event.isSet).toBe(false);
    const waiting = event.wait();
    bed.run();
    expect(waiting.done).toBe(false);
  });

  it('does not stumble over one who was cancelled', () => {
    const bed = new TestBed();
    const event = new Event(bed.loop);
    event.wait().cancel();
    bed.watch('b', event.wait());
    event.set();
    expect(bed.run()).toEqual(['b: true@0']);
  });
});

describe('a Lock', () => {
  function* holder(bed: TestBed, lock: Lock, name: string): Coroutine<void> {
    yield* join(
      lock.run(() => {
        bed.note(`${name} in`);
        return bed.sleep(10);
      }),
    );
  }

  it('lets one in at a time, in order of arrival', () => {
    const bed = new TestBed();
    const lock = new Lock(bed.loop);
    for (const name of ['a', 'b', 'c']) bed.task(holder(bed, lock, name));
    expect(bed.run()).toEqual(['a in@0', 'b in@10', 'c in@20']);
    expect(lock.locked).toBe(false);
  });

  it('is given back when its holder fails or is cancelled', () => {
    const bed = new TestBed();
    const lock = new Lock(bed.loop);
    const cancelled = lock.run(() => bed.sleep(100));
    const failed = lock.run(() => bed.failing('broken', 10));
    failed.catch(() => undefined);
    bed.task(holder(bed, lock, 'next'));
    bed.at(5, () => cancelled.cancel());
    expect(bed.run()).toEqual(['next in@15']);
    expect(lock.locked).toBe(false);
  });

  it.each([
    ['while it waits', (first: () => void, second: () => void) => [first, second]],
    ['when its turn has just come (A5)', (first: () => void, second: () => void) => [second, first]],
  ])('passes over a task that is cancelled %s', (_when, order) => {
    const bed = new TestBed();
    const lock = new Lock(bed.loop);
    void lock.acquire();
    const waiting = bed.task(holder(bed, lock, 'cancelled'));
    bed.task(holder(bed, lock, 'next'));
    bed.at(10, () =>
      order(
        () => waiting.cancel(),
        () => lock.release(),
      ).forEach((step) => step()),
    );
    expect(bed.run()).toEqual(['next in@10']);
    expect(lock.locked).toBe(false);
  });

  it.each(['free', 'held'])('that was %s is given back when nobody takes notice of having it', (state) => {
    const bed = new TestBed();
    const lock = new Lock(bed.loop);
    if (state === 'held') void lock.acquire();
    const acquiring = lock.acquire();
    if (state === 'held') lock.release();
    bed.run();
    expect(acquiring.done).toBe(true);
    acquiring.discard();
    expect(lock.locked).toBe(false);
  });

  it('refuses to be given back by nobody', () => expect(() => new Lock(new TestBed().loop).release()).toThrow('not held'));
});

describe('a Queue', () => {
  it('hands items over in order, to those who wait in order', () => {
    const bed = new TestBed();
    const queue = new Queue<number>(bed.loop);
    for (const name of ['a', 'b']) bed.watch(name, queue.get());
    bed.at(10, () => [1, 2, 3].forEach((item) => queue.putNowait(item)));
    bed.at(20, () => bed.watch('c', queue.get()));
    expect(bed.run()).toEqual(['a: 1@10', 'b: 2@10', 'c: 3@20']);
  });

  it('makes who puts wait while it is full', () => {
    const bed = new TestBed();
    const queue = new Queue<number>(bed.loop, 1);
    for (const item of [1, 2]) bed.watch(`put ${item}`, queue.put(item));
    bed.at(10, () => bed.note(`got ${queue.getNowait()}`));
    expect(bed.run()).toEqual(['put 1: nothing@0', 'got 1@10', 'put 2: nothing@10']);
    expect(queue.full).toBe(true);
  });

  it('raises at once when it must not wait', () => {
    const queue = new Queue<number>(new TestBed().loop, 1);
    expect(() => queue.getNowait()).toThrow(QueueEmpty);
    queue.putNowait(1);
    expect(() => queue.putNowait(2)).toThrow(QueueFull);
    expect(() => new Queue(new TestBed().loop, -1)).toThrow(RangeError);
  });

  it('loses no item when the one who waits for it is cancelled, not even when it has just come (A5)', () => {
    const bed = new TestBed();
    const queue = new Queue<string>(bed.loop);
    const [waiting, late] = [bed.task(join(queue.get())), bed.task(join(queue.get()))];
    const third = queue.get();
    bed.watch('third', third);
    bed.at(10, () => {
      waiting.cancel();
      queue.putNowait('first');
      late.cancel();
    });
    expect(bed.run()).toEqual(['third: first@10']);
  });

  it.each(['was there', 'came'])('takes an item that %s back to the front when nobody takes notice of it', (state) => {
    const bed = new TestBed();
    const queue = new Queue<number>(bed.loop);
    if (state === 'was there') queue.putNowait(1);
    const getting = queue.get();
    if (state === 'came') queue.putNowait(1);
    bed.run();
    queue.putNowait(2);
    bed.watch('next', queue.get());
    bed.watch('last', queue.get());
    getting.discard();
    expect(getting.done).toBe(true);
    expect(bed.run()).toEqual(['next: 2@0', 'last: 1@0']);
  });

  it('puts in nothing of a task that was cancelled while it waited for room', () => {
    const bed = new TestBed();
    const queue = new Queue<number>(bed.loop, 1);
    queue.putNowait(1);
    const putting = bed.task(join(queue.put(2)));
    bed.at(10, () => putting.cancel());
    bed.run();
    expect(queue.getNowait()).toBe(1);
    expect(queue.empty).toBe(true);
  });

  it('tells when everything has been dealt with', () => {
    const bed = new TestBed();
    const queue = new Queue<number>(bed.loop);
    queue.putNowait(1);
    bed.watch('done', queue.join());
    bed.at(10, () => void queue.getNowait());
    bed.at(20, () => queue.taskDone());
    expect(bed.run()).toEqual(['done: nothing@20']);
    expect(() => queue.taskDone()).toThrow('more often');
  });

  it('delivers every item exactly once, however puts, gets and cancellations mix', () => {
    const step = fc.constantFrom('put', 'get', 'cancel get', 'turn');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 3 }), (steps, size) => {
        const bed = new TestBed();
        const queue = new Queue<number>(bed.loop, size);
        const got: number[] = [];
        const getting: ReturnType<typeof bed.task<void>>[] = [];
        let put = 0;
        function* get(): Coroutine<void> {
          got.push(yield* join(queue.get()));
        }
        for (const action of steps) {
          if (action === 'put') void queue.put(put++);
          else if (action === 'get') getting.push(bed.task(get()));
          else if (action === 'cancel get') getting.at(-1)?.cancel();
          else bed.loop.drain();
        }
        bed.loop.drain();
        for (let left = 0; left < put; left++) getting.push(bed.task(get()));
        bed.loop.drain();
        expect([...got].sort((a, b) => a - b)).toEqual(Array.from({ length: put }, (_value, index) => index));
      }),
    );
  });
});
