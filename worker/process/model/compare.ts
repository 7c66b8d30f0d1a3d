/** For tests: the same process and requests on the runtime and on the model. */
import type { Request } from '../../../model/requests.js';
import { IntType } from '../../data/index.js';
import { OwnerBed } from '../owner-bed.js';
import type { UntimedEvent } from '../reporter.js';
import type { Process, Timed } from './grammar.js';
import { Model } from './model-owner.js';
import { noSuchPoint } from './model-requests.js';
import type { Told } from './model-trace.js';
import { runSteps } from './run-steps.js';

/** More than any process of the grammar sets between two requests. */
const mostTimers = 2000;

/** What the driver needs of either side. Times in virtual milliseconds. */
interface Subject {
  readonly now: number;
  readonly done: boolean;
  /** Everything that is due up to then happens. */
  runTo(at: number): void;
  request(request: Request): void;
  /** What is to be seen of it now. */
  view(): unknown;
  /** How many timers are set. */
  readonly timers: number;
}

export class RuntimeSubject implements Subject {
  readonly bed: OwnerBed;

  constructor(process: Process) {
    this.bed = new OwnerBed(
      (context, loop) => {
        const note = (text: string) => this.bed.emit({ event: 'log', level: 'info', message: text });
        note(`starts ${String(context.data)} ${String(context.point)}`);
        return runSteps(process.steps, context, loop, note);
      },
      { data: { type: new IntType(), value: process.data }, importPoint },
    );
  }
  get now(): number {
    return this.bed.loop.clock.now / 1000;
  }
  get done(): boolean {
    return this.bed.owner.state.mode === 'done';
  }
  runTo(at: number): void {
    if (at < Number.POSITIVE_INFINITY) return this.bed.runTo(at / 1000);
    this.bed.loop.drain();
    for (let timers = 0; this.bed.loop.advance(); timers++) if (timers === mostTimers) throw new Error('The process never comes to rest.');
  }
  request(request: Request): void {
    this.bed.request(request);
  }
  view(): unknown {
    const { state, pending, instance, location, term, detached } = this.bed.owner.view();
    const shown = state.mode === 'running' ? state : { mode: state.mode };
    return { state: shown, pending, instance, location: location?.value ?? null, term, detached: detached.length };
  }
  get timers(): number {
    return this.bed.loop.clock.size;
  }
  /** What happened; of errors and warnings without the sentences, of notes without the places. */
  get told(): readonly Told[] {
    return this.bed.events.map((event) => {
      if (event.event === 'error' || event.event === 'warning') return nameOnly(event);
      return event.event === 'note' ? withoutPlace(event) : event;
    });
  }
}

function nameOnly({ t, event, id, name }: Extract<UntimedEvent, { event: 'error' | 'warning' }> & { readonly t: number }): Told {
  return { t, event, id, name };
}

function withoutPlace({ t, event, name, message }: Extract<UntimedEvent, { event: 'note' }> & { readonly t: number }): Told {
  return { t, event, name, message };
}

function importPoint(raw: unknown): unknown {
  if ((raw as number) < 0) throw new Error(noSuchPoint);
  return raw;
}

/**
 * Makes the requests, and then halts until the process has ended: each halt interrupts one await, and there are finitely many.
 * Gives what was to be seen after each request, and how many timers were set before: one that is left behind would fire unseen.
 */
export function drive(subject: Subject, requests: readonly Timed[]): readonly unknown[] {
  const views: unknown[] = [];
  for (const [index, timed] of requests.entries()) {
    if (timed.at > subject.now || timed.settled) {
      subject.runTo(timed.at);
      views.push(subject.timers);
    }
    subject.request(requestOf(timed, index + 1));
    views.push(subject.view());
  }
  subject.runTo(Number.POSITIVE_INFINITY);
  for (let round = 0; round < 100 && !subject.done; round++) {
    subject.request({ type: 'halt' });
    subject.runTo(Number.POSITIVE_INFINITY);
  }
  return views;
}

/** Points and data are numbers, each of which is used once; but 0, the data at the beginning. */
function requestOf({ type, odd }: Timed, number: number): Request {
  switch (type) {
    case 'jump':
    case 'force':
      return { type: 'jump', point: odd ? -1 : number, ...(type === 'force' ? { force: true } : {}) };
    case 'swap':
      return { type, data: { value: odd ? 'bad' : number }, ...(number % 3 === 0 ? { point: number } : {}) };
    case 'message':
      return { type, value: number };
    case 'retry':
      return odd ? { type } : { type, data: { value: [number, number, 0, 'bad'][number % 4]! } };
    default:
      return { type };
  }
}

/** Both sides of one case: what they told, and what was to be seen of them. */
export function play(process: Process, requests: readonly Timed[]) {
  const runtime = new RuntimeSubject(process);
  const model = new Model(process);
  const seen = drive(runtime, requests);
  const predicted = drive(model, requests);
  return { runtime, is: { told: runtime.told, seen }, has: { told: model.trace.events, seen: predicted } };
}
