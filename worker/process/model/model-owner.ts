import type { Request } from '../../../model/requests.js';
import type { Process } from './grammar.js';
import { Life } from './model-life.js';
import type { Raised } from './model-process.js';
import { look, type Stand, type Thread } from './model-process.js';
import { ModelTrace } from './model-trace.js';
import { type Mode, verdict } from './model-verdict.js';

type NewData = { readonly data: unknown; readonly point: unknown };
type NewPoint = { readonly point: unknown };

/**
 * What the owner of a process has to do, said once more and as shortly as possible: the oracle of the random tests. It has no ready
 * queue and no tasks: whatever a timer or a request sets going happens at once, in the one order that the semantics leave.
 * Times in virtual milliseconds.
 */
export class Model {
  readonly trace = new ModelTrace();
  mode: Mode = 'collecting';
  outcome = '';
  private errorId = 0;
  instance = 1;
  life: Life | null = null;
  // What is pending (1.5).
  swap: NewData | null = null;
  jump: NewPoint | null = null;
  pause: 'none' | 'pending' | 'raised' | 'carried' = 'none';
  sitting = false;
  halted = false;
  appliedData: unknown = null;
  appliedPoint: unknown = null;
  private forced: { readonly swap: NewData | null; readonly jump: NewPoint } | null = null;
  private input: unknown;
  private newInput: { readonly value: unknown } | null = null;
  /** Somebody has decided what becomes of a process that waits for that. */
  private decided = false;
  private waitsAs: Mode = 'collecting';
  /** Made of the process since it stood still: they reach it together. */
  private cancelled = false;
  private message: unknown = null;
  private readonly besides = new Set<Thread>();
  private unretrieved = 0;
  private made = 0;

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
  get form(): string {
    if (this.halted) return 'halting';
    if (this.swap !== null) return 'swapping';
    if (this.jump !== null) return 'jumping';
    if (this.sitting) return 'paused';
    return this.pause === 'pending' || this.pause === 'raised' ? 'pausing' : 'normal';
  }

  view(): unknown {
    const { mode, form, pausable, pause, jump, swap, instance, trace } = this;
    const pending = { pause: pause !== 'none' && form !== 'paused', jump: jump !== null, swap: swap !== null };
    const state = mode === 'running' ? { mode, form, pausable } : { mode };
    return { state, pending, instance, location: trace.location, term: trace.shownTerm };
  }
  changed(): void {
    const { mode, form, pausable, outcome, instance } = this;
    const running = mode === 'running' ? { form, pausable } : {};
    this.trace.state({ mode, ...running, ...(mode === 'done' ? { outcome } : {}), instance }, mode === 'failed' ? this.errorId : null);
  }
  private become(mode: Mode): void {
    this.mode = mode;
    this.changed();
  }

  // Requests (1.4, 1.5).

  request(request: Request): void {
    let [accepted, reason] = verdict(request.type, this);
    if (accepted && request.type === 'jump' && (request.point as number) < 0) [accepted, reason] = [false, 'invalid-point'];
    const data = 'data' in request && request.data !== undefined && 'value' in request.data ? request.data : null;
    const isBad = data?.value === 'bad' && (request.type === 'swap' || this.mode === 'failed');
    if (accepted && isBad) [accepted, reason] = [false, 'data-invalid'];
    this.trace.tell({ event: 'request', ...request, ...(data === null ? {} : { data: data.value }), accepted, reason });
    if (reason === 'data-invalid') this.trace.report('error', 'DataError');
    if (accepted) this.carryOut(request);
  }

  private carryOut(request: Request): void {
    switch (request.type) {
      case 'halt':
      case 'skip':
        this.clear();
        this.halted = true;
        this.forced = null;
        if (this.mode !== 'running') {
          this.decided = true;
          return this.become('halting');
        }
        this.cancelled = true;
        return this.changed();
      case 'pause':
        if (this.pause === 'none') this.pause = 'pending';
        return this.changed();
      case 'resume':
        this.pause = 'none';
        this.sitting = false;
        this.trace.thaw();
        return this.changed();
      case 'jump':
        this.jump = { point: request.point };
        this.changed();
        if (request.force !== true) return;
        this.forced = { jump: this.jump, swap: this.swap };
        this.swap = this.jump = null;
        this.carryPause();
        this.halted = this.cancelled = true;
        return this.changed();
      case 'swap': {
        const swap = { data: (request.data as { value: unknown }).value, point: request.point ?? null };
        if (this.mode === 'running') this.swap = swap;
        else {
          this.appliedData = swap.data;
          this.appliedPoint = swap.point ?? this.appliedPoint;
        }
        return this.changed();
      }
      case 'message':
        if (this.life!.main?.stand?.mail === true && this.message === null) this.message = request.value;
        else this.life!.mailbox.push(request.value);
        return;
      case 'retry': {
        const data = (request.data as { value: unknown } | undefined) ?? null;
        this.newInput = data === null || data.value === this.input ? null : data;
        this.decided = true;
      }
    }
  }

  private clear(): void {
    this.swap = this.jump = null;
    this.pause = 'none';
    this.sitting = false;
  }
  private carryPause(): void {
    this.sitting = false;
    if (this.pause !== 'none') this.pause = 'carried';
  }

  // Time.

  timer(ms: number): Stand {
    return { at: this.trace.now + ms, order: this.made++ };
  }
  leave(thread: Thread): void {
    if (!thread.done) this.besides.add(thread);
    else if (thread.error !== null && thread.error.name !== 'CancelledError') this.unretrieved++;
  }

  /** Everything that is due up to then happens. */
  runTo(at: number): void {
    this.settle();
    for (let next = this.next(); next !== null && next.stand!.at! <= at; next = this.next()) {
      this.trace.now = next.stand!.at!;
      next.resume();
      if (this.besides.delete(next)) this.leave(next);
      this.settle();
    }
    if (at < Number.POSITIVE_INFINITY) this.trace.now = Math.max(this.trace.now, at);
  }

  private get sleeping(): readonly Thread[] {
    const main = this.life?.main ?? null;
    return [...this.besides, ...(main === null ? [] : [main])].filter(({ stand }) => stand?.at !== undefined);
  }
  get timers(): number {
    return this.sleeping.length;
  }

  /** Whose timer is due first; of one instant the oldest. */
  private next(): Thread | null {
    let next: Thread | null = null;
    for (const thread of this.sleeping) {
      const stand = thread.stand!;
      const first = next?.stand;
      if (!first || stand.at! < first.at! || (stand.at === first.at && stand.order! < first.order!)) next = thread;
    }
    return next;
  }

  /** What a timer or a request has set going happens. */
  private settle(): void {
    this.trace.flush();
    do {
      if (this.decided) this.decide();
      while (this.moves(this.life?.main ?? null)) this.trace.flush();
    } while (this.decided);
    if (this.next()?.stand?.at === this.trace.now) return;
    for (; this.unretrieved > 0; this.unretrieved--) this.trace.warn('unhandled-error');
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
    else if (stand.sits === true && (!this.sitting || life.urgent)) main.resume();
    else return false;
    return true;
  }

  // The life of the process (1.2, 1.3).

  private decide(): void {
    this.decided = false;
    if (this.halted) return this.finish('halted');
    const isChanged = this.newInput !== null;
    if (this.newInput !== null) this.input = this.newInput.value;
    this.newInput = null;
    if (this.waitsAs === 'failed') return this.recreate(this.appliedData, this.appliedPoint, isChanged);
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
    const name = error?.name ?? 'return';
    const [first, , third] = error?.values ?? [];
    if (!['return', 'CancelledError', 'JumpRequest', 'SwapRequest'].includes(name)) return this.fail(name, forced);
    if (forced !== null) {
      this.halted = false;
      return this.recreate(forced.swap === null ? this.appliedData : forced.swap.data, forced.jump.point);
    }
    if (this.halted) return this.finish('halted');
    if (name === 'JumpRequest') return this.recreate(this.appliedData, first);
    if (name === 'SwapRequest') return this.recreate(first, third);
    if (name === 'CancelledError') this.trace.warn('cancelled');
    this.finish(name === 'CancelledError' ? 'cancelled' : 'completed');
  }

  private fail(name: string, forced: Model['forced']): void {
    if (forced !== null) Object.assign(this, forced);
    this.notTaken();
    this.clear();
    this.halted = false;
    this.errorId = this.trace.report('error', name);
    this.trace.term = { type: 'unknown' };
    this.become((this.waitsAs = 'failed'));
  }

  private recreate(data: unknown, point: unknown, collects = false): void {
    if (this.life!.mailbox.length > 0) this.trace.warn('messages-lost');
    this.instance++;
    if (collects && !this.collect()) return;
    this.appliedData = collects ? this.appliedData : data;
    this.appliedPoint = point;
    this.carryPause();
    this.begin();
  }

  private finish(outcome: string): void {
    this.notTaken();
    this.clear();
    this.outcome = outcome;
    this.become('done');
  }

  private notTaken(): void {
    if (this.jump !== null) this.trace.warn('jump-not-taken');
    if (this.swap !== null) this.trace.warn('swap-not-taken');
    if (this.pause === 'carried') this.trace.warn('pause-not-kept');
  }
}
