/** An entry of the ready queue. */
export interface Runnable {
  run(): void;
}

/** A first-in-first-out queue in a ring that grows: pushing and shifting allocate nothing. */
export class ReadyQueue {
  private ring: (Runnable | undefined)[] = new Array<Runnable | undefined>(64).fill(undefined);
  private head = 0;
  private tail = 0;

  get empty(): boolean {
    return this.head === this.tail;
  }

  push(runnable: Runnable): void {
    this.ring[this.tail] = runnable;
    this.tail = (this.tail + 1) & (this.ring.length - 1);
    if (this.tail === this.head) this.grow();
  }

  /** The oldest entry, taken off; only while it is not empty. */
  shift(): Runnable {
    const runnable = this.ring[this.head]!;
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    return runnable;
  }

  private grow(): void {
    const entries = [...this.ring.slice(this.head), ...this.ring.slice(0, this.head)];
    this.ring = [...entries, ...new Array<undefined>(entries.length).fill(undefined)];
    this.head = 0;
    this.tail = entries.length;
  }
}
