import type { Failure } from '../../model/failure.js';
import type { Json } from '../../model/json.js';
import type { OwnerState } from '../../model/owner.js';
import type { DataInput } from '../../model/requests.js';
import type { DetachedView, ProcessView } from '../../model/snapshot.js';
import { type Coroutine, type EventLoop, type Future, type Task, thenOf } from '../task/index.js';
import { collect, type Collected, type DeviceValues } from './collect.js';
import { detachedWork } from './detached-work.js';
import type { Diagnostic } from './diagnostics.js';
import type { Effect } from './effects.js';
import { type BodyEnd, endOfBody } from './end-of-body.js';
import { failureOf } from './failure-of.js';
import { Instance, type InstanceListener } from './instance.js';
import type { Logger } from './logger.js';
import { endOf } from './lookout.js';
import { Outbound } from './outbound.js';
import type { Program } from './program.js';
import type { DurationInput } from './remaining-time.js';
import { type Emit, Reporter } from './reporter.js';
import { RequestSlots } from './request-slots.js';
import { suspensionOf } from './suspension-of.js';
import type { DatetimeTerm, DurationTerm } from './terms.js';
import { Warnings } from './warnings.js';

export interface OwnerOptions {
  readonly loop: EventLoop;
  readonly program: Program;
  readonly data: DataInput;
  /** Starting point, imported already; `null`: none. */
  readonly point: unknown;
  readonly devices: DeviceValues;
  readonly logger: Logger;
  readonly emit: Emit;
  /** The process is done; called once. */
  onEnd(): void;
}

/** How a person helps a process that has failed. */
export type Recovery = { readonly type: 'leave' } | { readonly type: 'retry'; readonly data: DataInput | null };

/** Where a recreated process starts. `collect`: the data document was changed, so its data is evaluated first. */
interface Start {
  readonly data: unknown;
  readonly point: unknown;
  readonly collect?: true;
}

/**
 * The owner of one process: it evaluates the data, runs instance after instance of the body, and takes requests (semantics 1).
 * Its life is one coroutine on the process' own event loop; requests come from outside through `OwnerRequests`.
 */
export class ProcessOwner implements InstanceListener {
  readonly loop: EventLoop;
  readonly program: Program;
  readonly slots: RequestSlots;
  readonly reporter: Reporter;
  readonly outbound: Outbound;
  readonly warnings: Warnings;
  /** The data document as it was evaluated last. */
  input: DataInput;
  instance: Instance | null = null;
  /** The task that runs the body, while there is one. */
  body: Task<unknown> | null = null;
  /** Where a forced jump restarts the process once its body has ended. */
  forced: { readonly point: unknown } | null = null;
  #recovery: Future<Recovery> | null = null;
  #collecting: Task<Collected> | null = null;
  #mode: OwnerState = { mode: 'collecting' };
  #shown: OwnerState | null = null;
  #shownInstance = 0;
  #instances = 1;
  #failure: Failure | null = null;
  #life: Task<void> | null = null;

  constructor(private readonly options: OwnerOptions) {
    this.loop = options.loop;
    this.program = options.program;
    this.input = options.data;
    this.slots = new RequestSlots(null, options.point);
    this.reporter = new Reporter(options.emit, () => this.program.here());
    this.outbound = new Outbound(options.loop, options.emit, this.reporter);
    this.warnings = new Warnings(this.reporter, options.program);
    this.warnings.watch(options.loop);
  }

  get devices(): DeviceValues {
    return this.options.devices;
  }

  get logger(): Logger {
    return this.options.logger;
  }

  get state(): OwnerState {
    return this.#mode.mode === 'running'
      ? { mode: 'running', form: this.slots.form, pausable: this.instance?.pausable ?? false }
      : this.#mode;
  }

  /** Begins with evaluating the data. */
  start(): void {
    this.#life = this.loop.task(this.#live(), { name: 'owner' });
    // Nobody awaits it: a defect in here must not vanish.
    this.#life.addDoneCallback((life) => void life.result());
  }

  /** Halts whatever is going on; the answer to the request has been given already. */
  halt(): void {
    this.slots.clear();
    this.slots.halt = true;
    this.forced = null;
    this.#collecting?.cancel();
    this.#recovery?.setResult({ type: 'leave' });
    this.#recovery = null;
    this.body?.cancel();
    this.changed();
  }

  /** Cancels the body in order to start it again at a point. */
  force(point: unknown): void {
    this.slots.halt = true;
    this.forced = { point };
    this.body?.cancel();
    this.changed();
  }

  recover(recovery: Recovery): void {
    this.#recovery?.setResult(recovery);
    this.#recovery = null;
  }

  view(): ProcessView {
    const { slots, instance } = this;
    return {
      name: this.program.name,
      state: this.state,
      pending: slots.pending,
      ...(slots.jump === null ? {} : { pendingPoint: slots.jump.raw }),
      instance: this.#instances,
      location: this.outbound.location,
      term: this.outbound.term,
      suspension: this.body === null || instance === null ? null : suspensionOf(this.program, this.body),
      failure: this.#failure,
      detached: this.detached(),
    };
  }

  detached(): readonly DetachedView[] {
    return detachedWork(this.loop, this.program, this.#mode.mode === 'running' ? this.body : null);
  }

  // The life of a process.

  *#live(): Coroutine<void> {
    if (!(yield* this.#collect())) return void this.#leave();
    for (;;) {
      const start = yield* this.#runInstance();
      if (start === null) return;
      this.#instances++;
      if (start.collect && !(yield* this.#collect())) return void this.#leave();
      this.slots.recreate(start.collect ? this.slots.appliedData : start.data, start.point);
    }
  }

  /** Evaluates the data, again after each retry, until there is some. False when the process is given up. */
  *#collect(): Coroutine<boolean> {
    for (;;) {
      this.#failure = null;
      this.#become({ mode: 'collecting' });
      const task = (this.#collecting = this.loop.task(collect(this.input, this.program.data, this.devices), { name: 'data' }));
      yield endOf(task);
      this.#collecting = null;
      if (this.slots.halt) return false;
      const collected = task.result();
      if (collected.ok) {
        for (const warning of collected.warnings) this.reporter.failure('warning', warning);
        this.slots.appliedData = collected.value;
        return true;
      }
      for (const failure of collected.failures) this.reporter.failure('error', failure);
      this.#failure = collected.failures[0] ?? null;
      this.outbound.forgetTerm();
      if (!(yield* this.#recover({ mode: 'collectionFailed' }))) return false;
    }
  }

  /** Waits for a person. False: leave. */
  *#recover(state: OwnerState): Coroutine<boolean> {
    const recovery = (this.#recovery = this.loop.future<Recovery>());
    this.#become(state);
    const choice = (yield recovery) as Recovery;
    if (choice.type === 'leave' || this.slots.halt) return false;
    if (choice.data !== null) this.input = choice.data;
    return true;
  }

  /** Runs the body once. What comes back is where the next instance starts, or `null` when the process is done. */
  *#runInstance(): Coroutine<Start | null> {
    const { slots, loop } = this;
    const instance = (this.instance = new Instance(this.#instances, loop, slots, this));
    this.#failure = null;
    this.outbound.begin(instance.number === 1 ? this.#declaredDuration() : null);
    const body = (this.body = loop.task(this.#body(instance), { name: this.program.name, eager: false }));
    this.#become({ mode: 'running', form: slots.form, pausable: false });
    yield endOf(body);
    this.body = null;
    instance.ended = true;
    this.outbound.flush();
    return yield* this.#judge(endOfBody(body), instance);
  }

  *#body(instance: Instance): Coroutine<void> {
    const result = this.program.start(instance.context.data, instance.context);
    if (thenOf(result) !== null) yield result;
    else if (!this.program.asynchronous) this.warnings.notAsynchronous();
  }

  /** What follows from the way in which the body ended (semantics 1.2, 1.3). */
  *#judge(end: BodyEnd, instance: Instance): Coroutine<Start | null> {
    const { slots, forced } = this;
    if (end.type === 'raised') return yield* this.#fail(end.error, instance);
    if (forced !== null) {
      slots.halt = false;
      this.forced = null;
      this.warnings.recreated(instance);
      return { data: slots.appliedData, point: forced.point };
    }
    if (slots.halt) return this.#finish('halted');
    switch (end.type) {
      case 'jump':
        this.warnings.recreated(instance);
        return { data: slots.appliedData, point: end.point };
      case 'swap':
        this.warnings.recreated(instance);
        return { data: end.data, point: slots.swapPoint };
      case 'cancelled':
        this.warnings.cancelledByNobody();
        return this.#finish('cancelled');
      case 'returned':
        this.warnings.notTaken(slots);
        return this.#finish('completed');
    }
  }

  *#fail(error: unknown, instance: Instance): Coroutine<Start | null> {
    const { slots } = this;
    const whileHalting = slots.halt;
    this.warnings.notTaken(slots);
    slots.clear();
    slots.halt = false;
    this.forced = null;
    this.#failure = failureOf(this.program, error, whileHalting);
    const errorId = this.reporter.failure('error', this.#failure);
    this.outbound.forgetTerm();
    const before = this.input;
    if (!(yield* this.#recover({ mode: 'failed', errorId, whileHalting }))) return this.#leave();
    this.warnings.recreated(instance);
    const start = { data: slots.appliedData, point: slots.appliedPoint };
    return this.input === before ? start : { ...start, collect: true };
  }

  /** Leaves a process of which nothing is running any more. */
  #leave(): null {
    this.#become({ mode: 'halting' });
    return this.#finish('halted');
  }

  #finish(outcome: 'completed' | 'halted' | 'cancelled'): null {
    this.slots.clear();
    this.#failure = null;
    this.#become({ mode: 'done', outcome });
    this.options.onEnd();
    return null;
  }

  #declaredDuration(): unknown {
    try {
      return this.program.duration(this.slots.appliedData) ?? null;
    } catch (error) {
      this.warnings.durationFailed(error);
      return null;
    }
  }

  #become(state: OwnerState): void {
    this.#mode = state;
    this.changed();
  }

  // What an instance tells.

  changed(): void {
    const { state } = this;
    if (this.#shown !== null && sameState(this.#shown, state) && this.#shownInstance === this.#instances) return;
    this.#shown = state;
    this.#shownInstance = this.#instances;
    this.options.emit({ event: 'state', ...stateMembers(state), instance: this.#instances });
  }

  pausedChanged(paused: boolean): void {
    this.changed();
    this.outbound.pausedChanged(paused);
  }

  location(location: Json): void {
    this.outbound.sendLocation(location);
  }

  duration(duration: DurationInput): void {
    const { form } = this.slots;
    if (this.outbound.sendDuration(duration, form === 'pausing' || form === 'paused')) this.warnings.negativeDuration();
  }

  term(term: DurationTerm | DatetimeTerm): void {
    this.outbound.sendTerm(term);
  }

  report(kind: 'error' | 'warning', diagnostic: Diagnostic): void {
    this.reporter.diagnostic(kind, diagnostic);
  }

  effect(effect: Effect): void {
    this.reporter.effect(effect);
  }

  lostError(error: unknown): void {
    this.warnings.lostError(error);
  }

  abandoned(future: Future<unknown>): void {
    this.warnings.abandoned(future);
  }
}

function sameState(a: OwnerState, b: OwnerState): boolean {
  if (a.mode === 'running') return b.mode === 'running' && a.form === b.form && a.pausable === b.pausable;
  if (a.mode === 'failed') return b.mode === 'failed' && a.errorId === b.errorId;
  return a.mode === b.mode;
}

function stateMembers(state: OwnerState) {
  switch (state.mode) {
    case 'running':
      return { mode: state.mode, form: state.form, pausable: state.pausable };
    case 'done':
      return { mode: state.mode, outcome: state.outcome };
    default:
      return { mode: state.mode };
  }
}
