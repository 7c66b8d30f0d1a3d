import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';
import { type Coroutine, Task, join } from './task.js';

export class QueueEmpty extends Error {
  override readonly name = 'QueueEmpty';
}

export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** An item that was there. If whoever it was for was cancelled before taking notice, it goes back to the front. */
class Taken<T> extends Future<T> {
  constructor(
    loop: EventLoop,
    item: T,
    private readonly giveBack: (item: T) => void,
  ) {
    super(loop);
    this.setResult(item);
  }

  override discard(): void {
    this.giveBack(this.result());
  }
}

/** Waiting for an item. Likewise. */
class Getting<T> extends Task<T> {
  constructor(
    loop: EventLoop,
    coroutine: Coroutine<T>,
    private readonly giveBack: (item: T) => void,
  ) {
    super(loop, coroutine, { name: 'get' });
  }

  override discard(): void {
    this.giveBack(this.result());
  }
}

/**
 * A first-in-first-out queue between tasks: asyncio's `Queue`, step by step. Those who wait are woken in the order in which they
 * came, and take what is there when they have their turn; one that comes in between may be faster.
 */
export class Queue<T> {
  private readonly items: T[] = [];
  private readonly getters: Future<void>[] = [];
  private readonly putters: Future<void>[] = [];
  private joiners: Future<void>[] = [];
  private unfinished = 0;

  /** `maxSize` 0: no limit. */
  constructor(
    private readonly loop: EventLoop,
    readonly maxSize = 0,
  ) {
    if (!(maxSize >= 0))
      throw new RangeError(`A queue cannot hold ${maxSize} items: maxSize must be a number of at least 0 (0: no limit).`);
  }

  get size(): number {
    return this.items.length;
  }

  get empty(): boolean {
    return this.items.length === 0;
  }

  get full(): boolean {
    return this.maxSize > 0 && this.items.length >= this.maxSize;
  }

  /** Completes when there was room for the item and it is in. */
  put(item: T): Future<void> {
    if (this.full) return this.loop.task(this.putting(item), { name: 'put' });
    const done = new Future<void>(this.loop);
    this.putNowait(item);
    done.setResult();
    return done;
  }

  /** Completes with the oldest item. */
  get(): Future<T> {
    if (!this.empty) return new Taken(this.loop, this.getNowait(), this.giveBack);
    const getting = new Getting(this.loop, this.getting(), this.giveBack);
    getting.run();
    return getting;
  }

  /** Puts an item in now; raises `QueueFull` when there is no room. */
  putNowait(item: T): void {
    if (this.full) throw new QueueFull('The queue is full.');
    this.items.push(item);
    this.unfinished++;
    wakeNext(this.getters);
  }

  /** Takes the oldest item now; raises `QueueEmpty` when there is none. */
  getNowait(): T {
    if (this.empty) throw new QueueEmpty('The queue is empty.');
    const item = this.items.shift()!;
    wakeNext(this.putters);
    return item;
  }

  /** Says that an item that was taken has been dealt with; for `join()`. */
  taskDone(): void {
    if (this.unfinished === 0) throw new Error('taskDone() was called more often than there were items.');
    if (--this.unfinished > 0) return;
    const joiners = this.joiners;
    this.joiners = [];
    for (const joiner of joiners) if (!joiner.done) joiner.setResult();
  }

  /** Completes when every item that was put in has been dealt with. */
  join(): Future<void> {
    const joiner = this.loop.future<void>('the items of a queue to be done');
    if (this.unfinished === 0) joiner.setResult();
    else this.joiners.push(joiner);
    return joiner;
  }

  private readonly giveBack = (item: T): void => {
    this.items.unshift(item);
    wakeNext(this.getters);
  };

  private *putting(item: T): Coroutine<void> {
    while (this.full) yield* this.standIn(this.putters, 'room in a queue', () => !this.full);
    this.putNowait(item);
  }

  private *getting(): Coroutine<T> {
    while (this.empty) yield* this.standIn(this.getters, 'an item of a queue', () => !this.empty);
    return this.getNowait();
  }

  /** Stands in a line until it is woken. Cancelled after that, it wakes the next one if there still is something (`ready`). */
  private *standIn(line: Future<void>[], label: string, ready: () => boolean): Coroutine<void> {
    const waiter = this.loop.future<void>(label);
    line.push(waiter);
    try {
      yield* join(waiter);
    } catch (error) {
      const place = line.indexOf(waiter);
      if (place !== -1) line.splice(place, 1);
      if (ready() && !waiter.cancelled) wakeNext(line);
      throw error;
    }
  }
}

/** Wakes the first in line who still waits. */
function wakeNext(line: Future<void>[]): void {
  for (let next = line.shift(); next !== undefined; next = line.shift()) {
    if (next.done) continue;
    next.setResult();
    return;
  }
}
