import type { Request } from '../../../model/requests.js';
import type { Process } from './grammar.js';
import { Life } from './model-life.js';
import type { Raised } from './model-process.js';
import { look, type Stand, type Thread } from './model-process.js';

type Mode = 'collecting' | 'collectionFailed' | 'running' | 'failed' | 'halting' | 'done';
type Term = { readonly type: 'unknown' | 'forever' } | { readonly type: 'duration' | 'datetime'; readonly value: number };
type NewData = { readonly data: unknown; readonly point: unknown };
type NewPoint = { readonly point: unknown };
export type Told = Readonly<Record<string, unknown>>;

/**
 * What the owner of a process has to do, said once more and as shortly as possible: the oracle of the random tests. It has no ready
 * queue and no tasks: whatever a timer or a request sets going happens at once, in the one order that the semantics leave.
 * Times in virtual milliseconds.
 */
export class Model {
  readonly events: Told[] = [];
  now = 0;
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
  /** A location that was not flushed. */
  location: number | null = null;
  term: Term = { type: 'unknown' };
  private flushedTerm = '{"type":"unknown"}';
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
  private timers = 0;
  private readonly numbers: Record<string, number> = { error: 0, warning: 0 };
  private readonly warned = new Set<string>();
  private lastState = '';

  constructor(private readonly process: Process) {
    this.input = process.data;
    this.become('collecting');
    this.decided = true;
  }

  get done(): boolean {
    return this.mode === 'done';
  }
  get form(): string {
    if (this.halted) return 'halting';
    if (this.swap !== null) return 'swapping';
    if (this.jump !== null) return 'jumping';
    if (this.sitting) return 'paused';
    return this.pause === 'pending' || this.pause === 'raised' ? 'pausing' : 'normal';
  }

  // What is told.

  tell(event: Told): void {
    this.events.push({ t: this.now / 1000, ...event });
  }
  private report(kind: 'error' | 'warning', name: string): number {
    const id = this.numbers[kind]!++;
    this.tell({ event: kind, id, name });
    return id;
  }
  warn(name: string): void {
    this.report('warning', name);
  }
  warnOnce(name: string): void {
    if (!this.warned.has(name)) this.warn(name);
    this.warned.add(name);
  }
  changed(): void {
    const { mode, form, outcome, instance, errorId } = this;
    const running = mode === 'running' ? { form, pausable: this.life?.pausable ?? false } : {};
    const state = { event: 'state', mode, ...running, ...(mode === 'done' ? { outcome } : {}), instance };
    const text = JSON.stringify([state, mode === 'failed' ? errorId : null]);
    if (text !== this.lastState) this.tell(state);
    this.lastState = text;
  }
  private become(mode: Mode): void {
    this.mode = mode;
    this.changed();
  }
  /** The end of a turn (2.1). */
  private flush(): void {
    if (this.location !== null) this.tell({ event: 'location', location: this.location });
    this.location = null;
    const { term } = this;
    const text = JSON.stringify(term);
    if (text === this.flushedTerm) return;
    this.flushedTerm = text;
    this.tell({ event: 'term', term: 'value' in term ? { ...term, value: term.value / 1000 } : term });
  }
  freeze(): void {
    if (this.term.type === 'datetime') this.term = { type: 'duration', value: Math.max(0, this.term.value - this.now) };
  }
  thaw(): void {
    if (this.term.type === 'duration') this.term = { type: 'datetime', value: this.now + this.term.value };
  }

  // Requests (1.4, 1.5).

  request(request: Request): void {
    let [accepted, reason] = this.verdict(request.type);
    if (accepted && request.type === 'jump' && (request.point as number) < 0) [accepted, reason] = [false, 'invalid-point'];
    const data = 'data' in request && request.data !== undefined && 'value' in request.data ? request.data : null;
    const isBad = data?.value === 'bad' && (request.type === 'swap' || this.mode === 'failed');
    if (accepted && isBad) [accepted, reason] = [false, 'data-invalid'];
    this.tell({ event: 'request', ...request, ...(data === null ? {} : { data: data.value }), accepted, reason });
    if (reason === 'data-invalid') this.report('error', 'DataError');
    if (accepted) this.carryOut(request);
  }

  private verdict(type: Request['type']): [accepted: boolean, reason: string] {
    const { mode, form } = this;
    const isHalt = type === 'halt' || type === 'skip';
    if (mode === 'done' || (mode === 'halting' && isHalt)) return [false, 'ended'];
    if (mode === 'halting') return [false, 'halting'];
    if (mode !== 'running') {
      if (isHalt || (type === 'retry' && mode !== 'collecting')) return [true, 'accepted'];
      if (type === 'retry') return [false, 'not-failed'];
      return mode === 'failed' && type === 'swap' ? [true, 'stored'] : [false, 'not-running'];
    }
    if (type === 'retry') return [false, 'not-failed'];
    if (form === 'halting') return isHalt ? [true, 'repeated'] : [false, 'halting'];
    if (type === 'pause') {
      if (form === 'paused') return [false, 'already-paused'];
      if (this.pause !== 'none') return [true, 'already-pausing'];
      if (!this.life!.pausable) return [false, 'not-pausable'];
      return [true, form === 'normal' ? 'accepted' : 'queued'];
    }
    if (type === 'resume') return form === 'paused' ? [true, 'accepted'] : [false, this.pause === 'none' ? 'not-paused' : 'not-paused-yet'];
    if (type === 'message') return [true, 'queued'];
    const replaces = (type === 'jump' && this.jump !== null) || (type === 'swap' && this.swap !== null);
    return [true, replaces ? 'replaced' : 'accepted'];
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
        this.thaw();
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
    return { at: this.now + ms, order: this.timers++ };
  }
  leave(thread: Thread): void {
    if (!thread.done) this.besides.add(thread);
    else if (thread.error !== null && thread.error.name !== 'CancelledError') this.unretrieved++;
  }

  /** Everything that is due up to then happens. */
  runTo(at: number): void {
    this.settle();
    for (let next = this.next(); next !== null && next.stand!.at! <= at; next = this.next()) {
      this.now = next.stand!.at!;
      next.resume();
      if (this.besides.delete(next)) this.leave(next);
      this.settle();
    }
    if (at < Number.POSITIVE_INFINITY) this.now = Math.max(this.now, at);
  }

  /** Whose timer is due first; of one instant the oldest. */
  private next(): Thread | null {
    let next: Thread | null = null;
    for (const thread of [...this.besides, ...(this.life?.main ? [this.life.main] : [])]) {
      const stand = thread.stand;
      if (stand?.at === undefined) continue;
      const first = next?.stand;
      if (!first || stand.at < first.at! || (stand.at === first.at && stand.order! < first.order!)) next = thread;
    }
    return next;
  }

  /** What a timer or a request has set going happens. */
  private settle(): void {
    this.flush();
    do {
      if (this.decided) this.decide();
      while (this.moves(this.life?.main ?? null)) this.flush();
    } while (this.decided);
    if (this.next()?.stand?.at === this.now) return;
    for (; this.unretrieved > 0; this.unretrieved--) this.warn('unhandled-error');
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
    this.report('error', 'DataError');
    this.become((this.waitsAs = 'collectionFailed'));
    return false;
  }

  private begin(): void {
    this.life = new Life(this);
    this.term = { type: 'unknown' };
    this.become('running');
    this.flush();
    this.life.start(this.process);
    this.flush();
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
    if (name === 'CancelledError') this.warn('cancelled');
    this.finish(name === 'CancelledError' ? 'cancelled' : 'completed');
  }

  private fail(name: string, forced: Model['forced']): void {
    if (forced !== null) Object.assign(this, forced);
    this.notTaken();
    this.clear();
    this.halted = false;
    this.errorId = this.report('error', name);
    this.term = { type: 'unknown' };
    this.become((this.waitsAs = 'failed'));
  }

  private recreate(data: unknown, point: unknown, collects = false): void {
    if (this.life!.mailbox.length > 0) this.warn('messages-lost');
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
    if (this.jump !== null) this.warn('jump-not-taken');
    if (this.swap !== null) this.warn('swap-not-taken');
    if (this.pause === 'carried') this.warn('pause-not-kept');
  }
}
