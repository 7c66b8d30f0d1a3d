import type { EventLoop } from './event-loop.js';
import { Future } from './future.js';

export class QueueEmpty extends Error {
  override readonly name = 'QueueEmpty';
}

export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** Somebody who waits for an item. An item that comes to a task that was cancelled meanwhile goes back to the front. */
class Getter<T> extends Future<T> {
  constructor(
    loop: EventLoop,
    private readonly giveBack: (item: T) => void,
  ) {
    super(loop);
    this.label = 'an item of a queue';
  }

  override discard(): void {
    this.giveBack(this.result());
  }
}

/** Somebody who waits for room for an item. */
class Putter<T> extends Future<void> {
  constructor(
    loop: EventLoop,
    readonly item: T,
  ) {
    super(loop);
    this.label = 'room in a queue';
  }
}

/** A first-in-first-out queue between tasks: asyncio's `Queue`. Both sides are served in the order in which they came. */
export class Queue<T> {
  private readonly items: T[] = [];
  private getters: Getter<T>[] = [];
  private putters: Putter<T>[] = [];
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
    const putter = new Putter(this.loop, item);
    this.putters.push(putter);
    this.serve();
    return putter;
  }

  /** Completes with the oldest item. */
  get(): Future<T> {
    const getter = new Getter<T>(this.loop, (item) => {
      this.items.unshift(item);
      this.serve();
    });
    this.getters.push(getter);
    this.serve();
    return getter;
  }

  /** Puts an item in now; raises `QueueFull` when there is no room. */
  putNowait(item: T): void {
    if (this.full) throw new QueueFull('The queue is full.');
    this.add(item);
    this.serve();
  }

  /** Takes the oldest item now; raises `QueueEmpty` when there is none. */
  getNowait(): T {
    if (this.empty) throw new QueueEmpty('The queue is empty.');
    const item = this.items.shift()!;
    this.serve();
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

  private add(item: T): void {
    this.items.push(item);
    this.unfinished++;
  }

  /** Lets items in while there is room, and out while somebody waits, until neither is possible. */
  private serve(): void {
    this.getters = this.getters.filter((getter) => !getter.done);
    this.putters = this.putters.filter((putter) => !putter.done);
    for (;;) {
      if (this.putters.length > 0 && !this.full) {
        const putter = this.putters.shift()!;
        this.add(putter.item);
        putter.setResult();
      } else if (this.getters.length > 0 && !this.empty) {
        this.getters.shift()!.setResult(this.items.shift()!);
      } else return;
    }
  }
}
