import type { Bucket } from './virtual-clock.js';

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
    const { at } = bucket;
    let index = items.length;
    items.push(bucket);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (items[parent]!.at <= at) break;
      items[index] = items[parent]!;
      index = parent;
    }
    items[index] = bucket;
  }

  pop(): void {
    const last = this.items.pop()!;
    if (this.items.length > 0) this.sink(last);
  }

  rebuild(buckets: Iterable<Bucket>): void {
    // A sorted array is a heap.
    this.items = [...buckets].sort((a, b) => a.at - b.at);
  }

  private sink(bucket: Bucket): void {
    const { items } = this;
    const { length } = items;
    const { at } = bucket;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && items[child + 1]!.at < items[child]!.at) child++;
      if (at <= items[child]!.at) break;
      items[index] = items[child]!;
      index = child;
    }
    items[index] = bucket;
  }
}
