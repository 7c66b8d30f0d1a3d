/** So many processes that sleep so many times each. */
export interface Workload {
  readonly name: string;
  readonly processes: number;
  readonly sleeps: number;
}

export const workloads: readonly Workload[] = [
  { name: '100 × 1,000', processes: 100, sleeps: 1000 },
  { name: '1 × 100,000', processes: 1, sleeps: 100_000 },
  { name: '10,000 × 10', processes: 10_000, sleeps: 10 },
  { name: '1,000 × 10', processes: 1_000, sleeps: 10 },
];

/** The lengths of the sleeps of one process: whole milliseconds, 1 to 10. The process in `process-code.ts` draws the same. */
export class Draws {
  private state: number;

  constructor(process: number) {
    this.state = Math.imul(process + 1, 0x9e3779b1) | 1;
  }

  next(): number {
    let state = this.state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return 1 + ((state >>> 0) % 10);
  }
}

/** What happened, in order: two engines with the same `hash` woke the same processes at the same times in the same order. */
export class Trace {
  hash = 0;
  events = 0;

  note(process: number, milliseconds: number): void {
    this.events++;
    this.hash = (Math.imul(this.hash, 31) + Math.imul(process, 7919) + milliseconds) | 0;
  }
}

/** Something that can do a workload. */
export interface Engine {
  readonly name: string;
  run(workload: Workload): Promise<{ readonly hash: number; readonly events: number }>;
}
