/** What the page knows of the run, made by pure functions from what comes in. */
import type { TraceEvent } from '../../model/events.js';
import { nothingPending } from '../../model/owner.js';
import { emptyLog, extendLog, type RunLog } from '../../model/run-log.js';
import { noServices, type ServicesView } from '../../model/services.js';
import { emptyTrace, extendTrace, type Trace } from '../../model/trace.js';
import type { ProcessView, Snapshot, Update } from '../../model/snapshot.js';
import { processSteps, type StepView } from '../../model/steps.js';

/** A sentence of the page itself in the list of a run's events; it came when there were `after` of them. */
export interface Remark {
  readonly after: number;
  readonly event: TraceEvent;
}

export interface PageView {
  readonly snapshot: Snapshot;
  readonly log: RunLog;
  /** Every event of the run, as far as it has come. */
  readonly trace: Trace;
  /** What neither the process nor the runtime could tell, the newest few. */
  readonly remarks: readonly Remark[];
  /** Of the worker and the run that are shown. */
  readonly services: ServicesView;
  /** The newest that was received: anything older is late. */
  readonly newest: { readonly worker: number; readonly run: number; readonly revision: number };
  /** A run that its worker took with it, shown until the next one begins. */
  readonly lost: { readonly process: ProcessView | null; readonly steps: StepView | null; readonly now: number } | null;
}

export const emptyView: PageView = {
  snapshot: {
    revision: 0,
    clock: { now: 0, speed: 1, rate: 0, held: false },
    process: null,
    steps: null,
    bench: 'default',
    ambient: 22,
    devices: [],
  },
  log: emptyLog,
  trace: emptyTrace,
  remarks: [],
  services: noServices,
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
  const { events, first, dropped } = update;
  const trace = update.run === 0 ? view.trace : extendTrace(begins ? emptyTrace : view.trace, events, dropped, first);
  const known = begins || !sameWorker ? noServices : view.services;
  const services = update.services && update.services.revision > known.revision ? update.services : known;
  if (sameWorker && !begins && update.snapshot.revision <= newest.revision) return { ...view, log, trace, services };
  const lost = begins ? null : view.lost;
  return {
    snapshot: lost ? withLost(update.snapshot, lost) : update.snapshot,
    log,
    trace,
    remarks: begins ? [] : view.remarks,
    services,
    newest: { worker, run: update.run, revision: update.snapshot.revision },
    lost,
  };
}

/** A new worker knows the bench, but nothing of the run that was lost. */
function withLost(snapshot: Snapshot, { process, steps, now }: NonNullable<PageView['lost']>): Snapshot {
  return { ...snapshot, process, steps, clock: { ...snapshot.clock, now, rate: 0 } };
}

/** The view after the worker ended with all that ran in it, at the virtual time `now`; the log says why, and at which line if that is known. */
export function lose(view: PageView, now: number, message: string, line: number | null = null): PageView {
  const { process: before, steps } = view.snapshot;
  const place = line === null ? {} : { place: { file: 'process', line, column: 1 } as const };
  const heard = unjoined(view);
  const events: TraceEvent[] = [{ t: now, event: 'log', level: 'error', message, ...place }];
  const told = steps === null ? [{ process: before }] : processSteps(steps).map(({ path, process }) => ({ step: path, process }));
  for (const { process, ...step } of told) {
    if (isRunning(process)) events.push({ t: now, ...step, event: 'state', mode: 'done', outcome: 'stopped', instance: process.instance });
  }
  const process = stopped(before);
  const lost = { process, steps: steps && stoppedSteps(steps), now };
  return {
    ...view,
    snapshot: withLost(view.snapshot, lost),
    log: extendLog(view.log, events),
    trace: extendTrace({ ...view.trace, total: view.trace.length }, [...heard, ...events]),
    lost,
  };
}

/** The newest events that the page has heard of although its trace has not come that far: no one can be asked for those before any more. */
function unjoined({ trace, log }: PageView): readonly TraceEvent[] {
  const { length, total } = trace;
  const last = trace.events[length - 1]?.t ?? 0;
  const newest = total === length ? [] : log.newest.filter(({ id, event }) => id > length && event.t >= last).map(({ event }) => event);
  const missing = total - length - newest.length;
  if (missing <= 0) return newest;
  const message = `${missing} ${missing === 1 ? 'event' : 'events'} of this run had not reached the page when its runtime ended.`;
  return [{ t: newest[0]?.t ?? last, event: 'log', level: 'warn', message }, ...newest];
}

function isRunning(process: ProcessView | null): process is ProcessView {
  return process !== null && process.state.mode !== 'done';
}

function stopped(process: ProcessView | null): ProcessView | null {
  return isRunning(process)
    ? { ...process, state: { mode: 'done', outcome: 'stopped' }, pending: nothingPending, suspension: null }
    : process;
}

/** A protocol whose steps ended with the runtime. */
function stoppedSteps(step: StepView): StepView {
  const on = step.state === 'active' || step.state === 'halting' || step.state === 'held';
  const end = on ? ({ state: 'ended', outcome: 'stopped', handling: null } as const) : {};
  return {
    ...step,
    ...end,
    haltedByHandling: false,
    overdueSince: null,
    process: stopped(step.process),
    children: step.children.map(stoppedSteps),
  };
}

/** Remarks that the page keeps. */
const mostRemarks = 50;

/** The view with a sentence beside its events, for what neither the process nor the runtime could tell itself. */
export function remark(view: PageView, now: number, message: string): PageView {
  const event: TraceEvent = { t: now, event: 'log', level: 'warn', message };
  return { ...view, remarks: [...view.remarks, { after: view.trace.total, event }].slice(-mostRemarks) };
}
