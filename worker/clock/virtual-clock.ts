import { BucketHeap } from './bucket-heap.js';

/** Virtual time inside the runtime: whole microseconds, so that equal instants are equal numbers (0.05 s × 3 is 0.15 s). Exact for 285 years. */
export type Microseconds = number;

/** Converts seconds to the nearest microsecond; a positive time never becomes zero. Raises `RangeError` for a negative time or NaN. */
export function microseconds(seconds: number): Microseconds {
  if (!(seconds >= 0)) throw new RangeError(`A time of ${seconds} s is not possible: it must be a number of at least 0.`);
  return seconds > 0 ? Math.max(1, Math.round(seconds * 1e6)) : 0;
}

/**
 * Something that happens at an instant. Whoever has an object of its own for that (a sleep) implements this and hands it to `add`;
 * `bucket`, `previous` and `next` belong to the clock.
 */
export interface Timer {
  at: Microseconds;
  fire(): void;
  bucket: Bucket | null;
  previous: Timer | null;
  next: Timer | null;
}

/** All timers of one instant, in order of creation. One that was emptied stays where it is until its instant comes. */
export interface Bucket {
  readonly at: Microseconds;
  first: Timer | null;
  last: Timer | null;
}

class CallbackTimer implements Timer {
  bucket: Bucket | null = null;
  previous: Timer | null = null;
  next: Timer | null = null;
  constructor(
    readonly at: Microseconds,
    readonly fire: () => void,
  ) {}
}

/**
 * The virtual clock: timers in order of time, ties in order of creation. It never reads real time;
 * somebody else decides when the next timer fires.
 *
 * One linked list per instant and a heap of those: equal times cost O(1) and keep their order for free.
 */
export class VirtualClock {
  now: Microseconds = 0;
  private readonly buckets = new Map<Microseconds, Bucket>();
  private readonly heap = new BucketHeap();
  private count = 0;
  private emptyBuckets = 0;

  /** Now, in seconds. */
  get seconds(): number {
    return this.now / 1e6;
  }

  /** How many timers wait. */
  get size(): number {
    return this.count;
  }

  /** Calls `fire` at the instant `at`; an instant in the past means now. */
  schedule(at: Microseconds, fire: () => void): Timer {
    const timer = new CallbackTimer(Math.max(at, this.now), fire);
    this.add(timer);
    return timer;
  }

  /** Adds a timer whose `at` is set and not before now. One in 285 years or never (`Infinity`) is left out: it would not fire. */
  add(timer: Timer): void {
    if (timer.at > Number.MAX_SAFE_INTEGER) return;
    this.count++;
    let bucket = this.buckets.get(timer.at);
    if (bucket === undefined) {
      bucket = { at: timer.at, first: timer, last: timer };
      this.buckets.set(timer.at, bucket);
      this.heap.push(bucket);
    } else if (bucket.last === null) {
      bucket.first = bucket.last = timer;
      this.emptyBuckets--;
    } else {
      timer.previous = bucket.last;
      bucket.last = bucket.last.next = timer;
    }
    timer.bucket = bucket;
  }

  /** Takes a timer off the clock; nothing happens when it has fired or was cancelled before. */
  cancel(timer: Timer): void {
    const bucket = timer.bucket;
    if (bucket === null) return;
    if (timer.previous === null) bucket.first = timer.next;
    else timer.previous.next = timer.next;
    if (timer.next === null) bucket.last = timer.previous;
    else timer.next.previous = timer.previous;
    timer.bucket = timer.previous = timer.next = null;
    this.count--;
    if (bucket.first !== null) return;
    this.emptyBuckets++;
    if (this.emptyBuckets > 64 && this.emptyBuckets > this.heap.size / 2) this.removeEmptyBuckets();
  }

  /** When the next timer is due, or `null`. */
  get nextAt(): Microseconds | null {
    const bucket = this.nextBucket();
    return bucket === null ? null : bucket.at;
  }

  /** Moves to the next timer and fires it. The timer is off the clock before it is called. False when there is none. */
  fireNext(): boolean {
    const bucket = this.nextBucket();
    if (bucket === null) return false;
    const timer = bucket.first!;
    this.cancel(timer);
    if (bucket.at > this.now) this.now = bucket.at;
    timer.fire();
    return true;
  }

  /** Lets time pass without firing anything; never backwards, never past a timer that is due. */
  passTo(at: Microseconds): void {
    const limit = this.nextAt;
    const target = limit === null ? at : Math.min(at, limit);
    if (target > this.now) this.now = target;
  }

  /** Lets time pass over timers that are due meanwhile, as when something blocks the event loop: they fire late, in their order. */
  passOver(length: Microseconds): void {
    this.now += length;
  }
  private nextBucket(): Bucket | null {
    while (this.heap.size > 0) {
      const { least } = this.heap;
      if (least.first !== null) return least;
      this.heap.pop();
      this.buckets.delete(least.at);
      this.emptyBuckets--;
    }
    return null;
  }

  private removeEmptyBuckets(): void {
    for (const bucket of this.buckets.values()) if (bucket.first === null) this.buckets.delete(bucket.at);
    this.heap.rebuild(this.buckets.values());
    this.emptyBuckets = 0;
  }
}
