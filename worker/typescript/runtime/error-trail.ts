import { CancelledError, type Task } from '../../task/index.js';

/** A function that an error came through, and the await at which it came. */
interface Visit {
  readonly task: Task<unknown>;
  /** The await to which the error came; for the task that raised it, the last one before. */
  readonly site: number;
  /** The error left the function too. */
  left: boolean;
}

/** More than anybody reads. */
const mostVisits = 100;

/**
 * Which tasks an error has come through. An engine's stack ends where the event loop called; the tasks that awaited each other go on
 * from there.
 */
export class ErrorTrail {
  private readonly visits = new WeakMap<object, Visit[]>();
  /** Something thrown that is no error, and where: only the last one is known. */
  private bare: { readonly value: unknown; readonly site: number } | null = null;

  /** `error` is raised at the await at which a task stands. */
  arrived(task: Task<unknown>, error: unknown): void {
    this.visitsOf(task, error)?.push({ task, site: task.site, left: false });
  }

  /** A task ends by raising `error`. Its cleanup may have awaited other things since the error came. */
  left(task: Task<unknown>, error: unknown): void {
    const visits = this.visitsOf(task, error);
    const arrival = visits?.findLast((visit) => visit.task === task && !visit.left);
    if (arrival) arrival.left = true;
    else visits?.push({ task, site: task.site, left: true });
  }

  /** The functions that an error has left, innermost first. */
  of(error: unknown): readonly { readonly functionId: number; readonly site: number }[] {
    const visits = typeof error === 'object' && error !== null ? (this.visits.get(error) ?? []) : [];
    return visits.filter(({ left }) => left).map(({ task, site }) => ({ functionId: task.functionId, site }));
  }

  /** Something that is no error is thrown at a site. */
  thrown(site: number, value: unknown): void {
    this.bare = { value, site };
  }

  siteOf(value: unknown): number | null {
    return this.bare !== null && Object.is(this.bare.value, value) ? this.bare.site : null;
  }

  /** `null` for what is not kept: cancellations, which are no news, and tasks of the runtime. */
  private visitsOf(task: Task<unknown>, error: unknown): Visit[] | null {
    if (task.functionId < 0 || typeof error !== 'object' || error === null || error instanceof CancelledError) return null;
    const visits = this.visits.get(error) ?? [];
    if (visits.length === 0) this.visits.set(error, visits);
    return visits.length < mostVisits ? visits : null;
  }
}
