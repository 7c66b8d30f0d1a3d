import { Draws, type Engine, Trace } from './workload.js';

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap of timers, ties in order of creation. */
class TimerHeap {
  private readonly entries: Entry[] = [];
  private order = 0;

  get empty(): boolean {
    return this.entries.length === 0;
  }

  push(at: number, wake: () => void): void {
    const entry = { at, order: this.order++, wake };
    let index = this.entries.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (before(this.entries[parent]!, entry)) break;
      this.entries[index] = this.entries[parent]!;
      index = parent;
    }
    this.entries[index] = entry;
  }

  pop(): Entry {
    const { entries } = this;
    const top = entries[0]!;
    const last = entries.pop()!;
    if (entries.length === 0) return top;
    let index = 0;
    for (let child = 1; child < entries.length; child = 2 * index + 1) {
      if (child + 1 < entries.length && before(entries[child + 1]!, entries[child]!)) child++;
      if (before(last, entries[child]!)) break;
      entries[index] = entries[child]!;
      index = child;
    }
    entries[index] = last;
    return top;
  }
}

/** What one would write by hand: native async functions, a heap of timers, three turns of the microtask queue after each. No location, no cancellation. */
export const heapEngine: Engine = {
  name: 'heap + 3 microtask turns',
  async run({ processes, sleeps }) {
    const heap = new TimerHeap();
    const trace = new Trace();
    let now = 0;
    const sleep = (milliseconds: number) => new Promise<void>((resolve) => heap.push(now + milliseconds, resolve));
    const body = async (process: number) => {
      const draws = new Draws(process);
      for (let count = 0; count < sleeps; count++) {
        await sleep(draws.next());
        trace.note(process, now);
      }
    };
    for (let process = 0; process < processes; process++) void body(process);
    while (!heap.empty) {
      const { at, wake } = heap.pop();
      now = at;
      wake();
      await null;
      await null;
      await null;
    }
    return trace;
  },
};
