import type { ModelTrace } from './model-trace.js';
import { type Stand, Thread } from './model-thread.js';
import { taskName } from './run-steps.js';

/** What goes on beside a process of the model, and whose timer is next. Times in virtual milliseconds. */
export class Beside {
  /** Tasks that nobody awaits, and blocking actions that were left (no tasks). */
  private readonly threads = new Set<Thread>();
  private made = 0;
  /** Failed, and nobody was told so far. */
  private unretrieved = 0;
  /** Tasks that have ended well since the last instance ended. */
  private ended: Thread[] = [];
  private readonly told = new Set<Thread>();

  constructor(private readonly trace: ModelTrace) {}

  timer(ms: number): Stand {
    return { at: this.trace.now + ms, order: this.made++ };
  }

  leave(thread: Thread): void {
    if (!thread.done) this.threads.add(thread);
    else if (thread.error !== null && thread.error.name !== 'CancelledError') this.unretrieved++;
  }

  detach(job: Stand): void {
    this.leave(new Thread(lasting(job), false));
  }

  /** Its timer is due. */
  resume(thread: Thread): void {
    thread.resume();
    if (!this.threads.delete(thread)) return;
    this.leave(thread);
    if (thread.done && thread.error === null && thread.isTask) this.ended.push(thread);
  }

  tellFailures(): void {
    for (; this.unretrieved > 0; this.unretrieved--) this.trace.warn('unhandled-error');
  }

  /** All that wait for a timer, and the process itself. */
  sleeping(main: Thread | null): readonly Thread[] {
    return [...this.threads, ...(main === null ? [] : [main])].filter(({ stand }) => stand?.at !== undefined);
  }

  /** Whose timer is due first; of one instant the oldest. */
  next(main: Thread | null): Thread | null {
    let next: Thread | null = null;
    for (const thread of this.sleeping(main)) {
      const stand = thread.stand!;
      const first = next?.stand;
      if (!first || stand.at! < first.at! || (stand.at === first.at && stand.order! < first.order!)) next = thread;
    }
    return next;
  }

  /** How many people see that nobody waits for: while the process runs, only the blocking actions. */
  detached(running: boolean): number {
    return [...this.threads].filter(({ isTask }) => !running || !isTask).length;
  }

  /** The body is over: what it leaves behind, each task told once. Of those that have ended one may have been about to be awaited, unless it returned. */
  tellLeftBehind(returned: boolean): void {
    const goOn = [...this.threads].filter((thread) => thread.isTask && !this.told.has(thread));
    const ended = this.ended.filter((thread) => !this.told.has(thread)).length;
    this.ended = [];
    for (const thread of goOn) this.told.add(thread);
    if (goOn.length > 0) this.trace.note('task-goes-on', `The task ${taskName}`, goOn.length);
    if (ended > (returned ? 0 : 1)) this.trace.note('never-awaited', `The task ${taskName}`, ended);
  }
}

function* lasting(job: Stand) {
  yield job;
}
