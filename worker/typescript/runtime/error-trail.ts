import type { Task } from '../../task/index.js';

/** A function that an error left, and the await at which it had come to it, or had stood last. */
export interface TrailStep {
  readonly functionId: number;
  readonly site: number;
}

/** More steps than anybody reads. */
const longestTrail = 100;

/**
 * Which tasks an error has come through. An engine's stack ends where the event loop called; the tasks that awaited each other go on
 * from there.
 */
export class ErrorTrail {
  private readonly steps = new WeakMap<object, TrailStep[]>();
  /** Something thrown that is no error, and where: only the last one is known. */
  private bare: { readonly value: unknown; readonly site: number } | null = null;

  /** A task of the process ends by raising `error`. */
  left(task: Task<unknown>, error: unknown): void {
    if (task.functionId < 0 || typeof error !== 'object' || error === null) return;
    const steps = this.steps.get(error);
    const step: TrailStep = { functionId: task.functionId, site: task.site };
    if (steps === undefined) this.steps.set(error, [step]);
    else if (steps.length < longestTrail) steps.push(step);
  }

  /** Innermost first. */
  of(error: unknown): readonly TrailStep[] {
    return typeof error === 'object' && error !== null ? (this.steps.get(error) ?? []) : [];
  }

  thrown(site: number, value: unknown): void {
    this.bare = { value, site };
  }

  siteOf(value: unknown): number | null {
    return this.bare !== null && Object.is(this.bare.value, value) ? this.bare.site : null;
  }
}
