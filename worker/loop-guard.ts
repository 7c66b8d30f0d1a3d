import type { StuckReport } from '../model/protocol.js';

export interface LoopGuardOptions {
  /** Real milliseconds. */
  now(): number;
  /** Calls back once the present turn of the worker's event loop is over. */
  afterTurn(callback: () => void): void;
  report(report: Omit<StuckReport, 'update'>): void;
  /** How long a turn may last before it counts as stuck: less than the page's two missed heartbeats, so that it knows the line when it speaks. */
  limitMilliseconds?: number;
}

/**
 * Tells which loop does not return. Compiled loops call `check` every few thousand rounds; the first call of a turn starts the time,
 * and one report is made per turn, for the loop that is running then.
 */
export class LoopGuard {
  private startedAt: number | null = null;
  private reported = false;

  constructor(private readonly options: LoopGuardOptions) {}

  /** The loop at this place of the user's text (from 1) is still going round. Cheap enough for every few thousandth round. */
  check(line: number, column: number): void {
    const now = this.options.now();
    if (this.startedAt === null) {
      this.startedAt = now;
      this.options.afterTurn(() => {
        this.startedAt = null;
        this.reported = false;
      });
    } else if (!this.reported && now - this.startedAt >= (this.options.limitMilliseconds ?? 400)) {
      this.reported = true;
      this.options.report({ type: 'stuck', line, column });
    }
  }
}
