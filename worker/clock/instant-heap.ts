/** A binary heap of instants (plain numbers), least first. */
export class InstantHeap {
  private items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  /** The least instant; only while `size` is not 0. */
  get least(): number {
    return this.items[0]!;
  }

  push(at: number): void {
    const items = this.items;
    let index = items.length;
    items.push(at);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (items[parent]! <= at) break;
      items[index] = items[parent]!;
      index = parent;
    }
    items[index] = at;
  }

  pop(): void {
    const last = this.items.pop()!;
    if (this.items.length > 0) this.sink(0, last);
  }

  rebuild(instants: Iterable<number>): void {
    // A sorted array is a heap.
    this.items = [...instants].sort((a, b) => a - b);
  }

  private sink(start: number, at: number): void {
    const items = this.items;
    const length = items.length;
    let index = start;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && items[child + 1]! < items[child]!) child++;
      if (at <= items[child]!) break;
      items[index] = items[child]!;
      index = child;
    }
    items[index] = at;
  }
}
