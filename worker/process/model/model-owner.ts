import type { RestartReason } from '../../../model/explanations.js';
import type { Request } from '../../../model/requests.js';
import type { Process } from './grammar.js';
import { Beside } from './model-beside.js';
import { Life } from './model-life.js';
import { type NewData, type NewPoint, Pending } from './model-pending.js';
import { answer } from './model-requests.js';
import { look, type Raised, type Thread } from './model-thread.js';
import { ModelTrace } from './model-trace.js';
import type { Mode } from './model-verdict.js';

/**
 * What the owner of a process has to do, said once more and as shortly as possible: the oracle of the random tests. It has no ready
 * queue and no tasks: whatever a timer or a request sets going happens at once, in the one order that the semantics leave.
 * Times in virtual milliseconds.
 */
export class Model {
  readonly trace = new ModelTrace();
  readonly beside = new Beside(this.trace);
  mode: Mode = 'collecting';
  outcome = '';
  private errorId = 0;
  /** New data was stored for the next instance of a process that has failed. */
  dataStored = false;
  instance = 1;
  life: Life | null = null;
  readonly pending = new Pending();
  appliedData: unknown = null;
  appliedPoint: unknown = null;
  forced: { readonly swap: NewData | null; readonly jump: NewPoint } | null = null;
  input: unknown;
  newInput: { readonly value: unknown } | null = null;
  /** Somebody has decided what becomes of a process that waits for that. */
  decided = false;
  private waitsAs: Mode = 'collecting';
  /** Made of the process since it stood still: they reach it together. */
  cancelled = false;
  message: unknown = null;

  constructor(private readonly process: Process) {
    this.input = process.data;
    this.become('collecting');
    this.decided = true;
  }

  get now(): number {
    return this.trace.now;
  }
  get done(): boolean {
    return this.mode === 'done';
  }
  get pausable(): boolean {
    return this.life?.pausable ?? false;
  }
  view(): unknown {
    const { mode, pausable, pending, instance, trace } = this;
    const state = mode === 'running' ? { mode, form: pending.form, pausable } : { mode };
    const detached = this.beside.detached(this.life !== null && !this.life.ended);
    return { state, pending: pending.view, instance, location: trace.location, term: trace.shownTerm, detached };
  }
  changed(): void {
    const { mode, pending, pausable, outcome, instance } = this;
    const running = mode === 'running' ? { form: pending.form, pausable } : {};
    this.trace.state({ mode, ...running, ...(mode === 'done' ? { outcome } : {}), instance }, mode === 'failed' ? this.errorId : null);
  }
  become(mode: Mode): void {
    this.mode = mode;
    this.changed();
  }

  request(request: Request): void {
    answer(this, request);
  }

  // Time.

  /** Everything that is due up to then happens. */
  runTo(at: number): void {
    this.settle();
    for (let next = this.next(); next !== null && next.stand!.at! <= at; next = this.next()) {
      this.trace.now = next.stand!.at!;
      this.beside.resume(next);
      this.settle();
    }
    if (at < Number.POSITIVE_INFINITY) this.trace.now = Math.max(this.trace.now, at);
  }

  private next(): Thread | null {
    return this.beside.next(this.life?.main ?? null);
  }
  get timers(): number {
    return this.beside.sleeping(this.life?.main ?? null).length;
  }

  /** What a timer or a request has set going happens. */
  private settle(): void {
    this.trace.flush();
    do {
      if (this.decided) this.decide();
      while (this.moves(this.life?.main ?? null)) this.trace.flush();
    } while (this.decided);
    if (this.next()?.stand?.at === this.trace.now) return;
    this.beside.tellFailures();
  }

  /** One turn of the process. A cancellation beats a message, a message beats a request (A5, 2.6.4). */
  private moves(main: Thread | null): boolean {
    if (main === null) return false;
    const { stand } = main;
    const life = this.life!;
    const { message } = this;
    if (stand === null) this.judge(main.error);
    else if (this.cancelled) {
      this.cancelled = false;
      this.message = null;
      if (message !== null) life.giveBack(message);
      main.cancel();
    } else if (message !== null) {
      this.message = null;
      main.resume(message);
    } else if (stand.turn === true) main.resume();
    else if (stand.looks === true && life.undelivered) main.resume(look);
    else if (stand.sits === true && (!this.pending.sitting || life.urgent)) main.resume();
    else return false;
    return true;
  }

  // The life of the process (1.2, 1.3).

  private decide(): void {
    this.decided = false;
    if (this.pending.halted) return this.finish('halted');
    const isChanged = this.newInput !== null;
    if (this.newInput !== null) this.input = this.newInput.value;
    this.newInput = null;
    if (this.waitsAs === 'failed') {
      if (isChanged && this.dataStored) this.trace.note('stored-data-dropped');
      this.dataStored = false;
      return this.recreate('retry', this.appliedData, this.appliedPoint, isChanged);
    }
    if (this.collect()) this.begin();
  }

  private collect(): boolean {
    this.become('collecting');
    if (this.input !== 'bad') {
      this.appliedData = this.input;
      return true;
    }
    this.trace.report('error', 'DataError');
    this.become((this.waitsAs = 'collectionFailed'));
    return false;
  }

  private begin(): void {
    this.life = new Life(this);
    this.trace.location = null;
    this.trace.term = { type: 'unknown' };
    this.become('running');
    this.trace.flush();
    this.life.start(this.process);
    this.trace.flush();
  }

  private judge(error: Raised | null): void {
    const { forced } = this;
    const life = this.life!;
    this.forced = null;
    life.ended = true;
    life.main = null;
    this.trace.endLocations();
    const name = error?.name ?? 'return';
    this.beside.tellLeftBehind(name === 'return');
    const [first, , third] = error?.values ?? [];
    if (!['return', 'CancelledError', 'JumpRequest', 'SwapRequest'].includes(name)) return this.fail(name, forced);
    if (forced !== null) {
      this.pending.halted = false;
      return this.recreate('forced', forced.swap === null ? this.appliedData : forced.swap.data, forced.jump.point);
    }
    if (this.pending.halted) return this.finish('halted');
    if (name === 'JumpRequest') return this.recreate('jump', this.appliedData, first);
    if (name === 'SwapRequest') return this.recreate('swap', first, third);
    if (name === 'CancelledError') this.trace.warn('cancelled');
    this.finish(name === 'CancelledError' ? 'cancelled' : 'completed');
  }

  private fail(name: string, forced: Model['forced']): void {
    if (forced !== null) Object.assign(this.pending, forced);
    this.notTaken();
    this.pending.clear();
    this.pending.halted = false;
    this.errorId = this.trace.report('error', name);
    this.trace.term = { type: 'unknown' };
    this.become((this.waitsAs = 'failed'));
  }

  private recreate(reason: RestartReason, data: unknown, point: unknown, collects = false): void {
    if (this.life!.mailbox.length > 0) this.trace.warn('messages-lost');
    this.instance++;
    if (collects && !this.collect()) return;
    this.appliedData = collects ? this.appliedData : data;
    this.appliedPoint = point;
    this.pending.carryPause();
    this.trace.note('restarted', this.instance, reason, this.appliedPoint === null ? null : String(point), String(this.appliedData));
    if (this.pending.pause === 'carried') this.trace.note('pause-carried');
    this.begin();
  }

  private finish(outcome: string): void {
    this.notTaken();
    const messages = this.life?.mailbox.length ?? 0;
    if (messages > 0) this.trace.note('messages-not-received', messages);
    this.pending.clear();
    this.outcome = outcome;
    this.become('done');
  }

  private notTaken(): void {
    if (this.pending.jump !== null) this.trace.warn('jump-not-taken');
    if (this.pending.swap !== null) this.trace.warn('swap-not-taken');
    if (this.pending.pause === 'carried') this.trace.warn('pause-not-kept');
    if (this.pending.pauseDue) this.trace.note('pause-not-taken');
  }
}
