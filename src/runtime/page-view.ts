/** What the page knows of the run, made by pure functions from what comes in. */
import type { TraceEvent } from '../../model/events.js';
import { nothingPending } from '../../model/owner.js';
import { emptyLog, extendLog, type RunLog } from '../../model/run-log.js';
import type { ProcessView, Snapshot, Update } from '../../model/snapshot.js';

export interface PageView {
  readonly snapshot: Snapshot;
  readonly log: RunLog;
  /** The newest that was received: anything older is late. */
  readonly newest: { readonly worker: number; readonly run: number; readonly revision: number };
  /** A run that its worker took with it, shown until the next one begins. */
  readonly lost: { readonly process: ProcessView | null; readonly now: number } | null;
}

export const emptyView: PageView = {
  snapshot: { revision: 0, clock: { now: 0, speed: 1, rate: 0, held: false }, process: null, steps: null, devices: [] },
  log: emptyLog,
  newest: { worker: 0, run: 0, revision: -1 },
  lost: null,
};

/**
 * The view with an update in it. Workers count from 1, the runs of a worker from 1 (0: none yet, only a bench, whose events are nobody's),
 * revisions grow within a worker.
 * Late updates of an older worker or run change nothing; late ones of the present run still bring their events.
 */
export function receive(view: PageView, worker: number, update: Update): PageView {
  const { newest } = view;
  if (worker < newest.worker || (worker === newest.worker && update.run < newest.run)) return view;
  const sameWorker = worker === newest.worker;
  const begins = update.run > (sameWorker ? newest.run : 0);
  const log = update.run === 0 ? view.log : extendLog(begins ? emptyLog : view.log, update.events, update.dropped);
  if (sameWorker && !begins && update.snapshot.revision <= newest.revision) return { ...view, log };
  const lost = begins ? null : view.lost;
  return {
    snapshot: lost ? withLost(update.snapshot, lost) : update.snapshot,
    log,
    newest: { worker, run: update.run, revision: update.snapshot.revision },
    lost,
  };
}

/** A new worker knows the bench, but nothing of the run that was lost. */
function withLost(snapshot: Snapshot, { process, now }: NonNullable<PageView['lost']>): Snapshot {
  return { ...snapshot, process, clock: { ...snapshot.clock, now, rate: 0 } };
}

/** The view after the worker ended with all that ran in it, at the virtual time `now`; the log says why, and at which line if that is known. */
export function lose(view: PageView, now: number, message: string, line: number | null = null): PageView {
  const before = view.snapshot.process;
  const running = before !== null && before.state.mode !== 'done';
  const place = line === null ? {} : { place: { file: 'process', line, column: 1 } as const };
  const events: TraceEvent[] = [{ t: now, event: 'log', level: 'error', message, ...place }];
  if (running) events.push({ t: now, event: 'state', mode: 'done', outcome: 'stopped', instance: before.instance });
  const process: ProcessView | null = running
    ? { ...before, state: { mode: 'done', outcome: 'stopped' }, pending: nothingPending, suspension: null }
    : before;
  const lost = { process, now };
  return { ...view, snapshot: withLost(view.snapshot, lost), log: extendLog(view.log, events), lost };
}

/** The view with a sentence in its log, for what neither the process nor the runtime could log itself. */
export function remark(view: PageView, now: number, message: string): PageView {
  return { ...view, log: extendLog(view.log, [{ t: now, event: 'log', level: 'warn', message }]) };
}
