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

/** Timers of one instant, in order of creation. One that was emptied stays where it is until its instant comes. */
export interface Bucket {
  readonly at: Microseconds;
  /** Of two buckets of one instant, the one with the smaller number comes first. */
  readonly order: number;
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

/** How many instants can be found at once by `VirtualClock.newest`; a power of two. */
const places = 256;

/** Where the newest bucket of an instant is looked for: instants are often multiples of a millisecond or a second, so all bits must count. */
function placeOf(at: Microseconds): number {
  return Math.imul(at, 0x9e3779b1) >>> 24;
}

/**
 * The virtual clock: timers in order of time, ties in order of creation. It never reads real time;
 * somebody else decides when the next timer fires.
 *
 * Linked lists of equal instants (buckets) in a heap: equal times cost O(1) and keep their order for free.
 */
export class VirtualClock {
  now: Microseconds = 0;
  /**
   * The newest bucket of an instant, unless another instant with the same place came later: then a second bucket is begun, behind the first.
   * (A map that knows every bucket takes a quarter of the time that a sleep takes.)
   */
  private readonly newest = new Array<Bucket | null>(places).fill(null);
  private made = 0;
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
    const place = placeOf(timer.at);
    let bucket = this.newest[place] ?? null;
    if (bucket === null || bucket.at !== timer.at) {
      bucket = { at: timer.at, order: this.made++, first: timer, last: timer };
      this.newest[place] = bucket;
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

  /** Moves to the next timer and fires it, if it is due by `latest`. The timer is off the clock before it is called. False when there is none. */
  fireNext(latest: Microseconds = Number.POSITIVE_INFINITY): boolean {
    const bucket = this.nextBucket();
    if (bucket === null || bucket.at > latest) return false;
    const timer = bucket.first!;
    const { next } = timer;
    // As `cancel` does, of which this is the shorter way for the first of a bucket; an empty bucket is found by the next look.
    if (next === null) {
      bucket.first = bucket.last = null;
      this.emptyBuckets++;
    } else {
      bucket.first = next;
      next.previous = null;
      timer.next = null;
    }
    timer.bucket = null;
    this.count--;
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
      this.forget(least);
      this.emptyBuckets--;
    }
    return null;
  }

  private removeEmptyBuckets(): void {
    this.heap.filter((bucket) => {
      if (bucket.first === null) this.forget(bucket);
      return bucket.first !== null;
    });
    this.emptyBuckets = 0;
  }

  /** A bucket that has left the heap gets no more timers. */
  private forget(bucket: Bucket): void {
    const place = placeOf(bucket.at);
    if (this.newest[place] === bucket) this.newest[place] = null;
  }
}
