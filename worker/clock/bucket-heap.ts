import type { Bucket } from './virtual-clock.js';

function isBefore(one: Bucket, other: Bucket): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** A binary heap of buckets, the earliest first. */
export class BucketHeap {
  private items: Bucket[] = [];

  get size(): number {
    return this.items.length;
  }

  /** The earliest; only while `size` is not 0. */
  get least(): Bucket {
    return this.items[0]!;
  }

  push(bucket: Bucket): void {
    const { items } = this;
    let index = items.length;
    items.push(bucket);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (isBefore(items[parent]!, bucket)) break;
      items[index] = items[parent]!;
      index = parent;
    }
    items[index] = bucket;
  }

  pop(): void {
    const last = this.items.pop()!;
    if (this.items.length > 0) this.sink(last);
  }

  /** Leaves only those of which `keep` is true. */
  filter(keep: (bucket: Bucket) => boolean): void {
    // A sorted array is a heap.
    this.items = this.items.filter(keep).sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }

  /** Puts `bucket` in the place of the first and moves it to where it belongs. */
  private sink(bucket: Bucket): void {
    const { items } = this;
    const { length } = items;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && isBefore(items[child + 1]!, items[child]!)) child++;
      if (isBefore(bucket, items[child]!)) break;
      items[index] = items[child]!;
      index = child;
    }
    items[index] = bucket;
  }
}
