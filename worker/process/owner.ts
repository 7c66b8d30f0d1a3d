import type { Failure } from '../../model/failure.js';
import type { Outcome, OwnerState } from '../../model/owner.js';
import type { Place } from '../../model/place.js';
import type { DetachedView, ProcessView } from '../../model/snapshot.js';
import type { DataSource } from '../data/index.js';
import { type Coroutine, type EventLoop, type Future, type Task, thenOf } from '../task/index.js';
import { collect, type Collected, type DeviceValues } from './collect.js';
import { detachedWork } from './detached-work.js';
import { DroppedLocations } from './dropped-locations.js';
import { EffectsSoFar } from './effects-so-far.js';
import { type BodyEnd, endOfBody } from './end-of-body.js';
import { failureOf } from './failure-of.js';
import { Instance, type InstanceOwner } from './instance.js';
import type { Logger } from './logger.js';
import { endOf } from './lookout.js';
import { Notes, type Restart } from './notes.js';
import { Outbound } from './outbound.js';
import type { Program } from './program.js';
import type { DurationInput } from './remaining-time.js';
import { type DiagnosticNumbers, type Emit, Reporter } from './reporter.js';
import { type NewData, type NewPoint, RequestSlots } from './request-slots.js';
import { Restarts } from './restarts.js';
import { StateTrace } from './state-trace.js';
import { suspensionOf } from './suspension-of.js';
import { Warnings } from './warnings.js';

export interface OwnerOptions {
  readonly loop: EventLoop;
  readonly program: Program;
  readonly data: DataSource;
  /** Starting point, imported already; `null`: none. */
  readonly point: unknown;
  readonly devices: DeviceValues;
  readonly logger: Logger;
  readonly emit: Emit;
  /** The process is done; called once. */
  onEnd(outcome: Outcome): void;
  /** Where several owners share a loop: their errors, warnings and effects are numbered together. */
  readonly numbers?: DiagnosticNumbers;
}

/** How a process starts again. `collect`: the data document was changed, so its data is evaluated first. */
interface Start extends Restart {
  readonly collect?: boolean;
}

/** A forced jump: where the process restarts once its body has ended, with the new data that was pending, if any. */
interface Forced {
  readonly jump: NewPoint;
  readonly swap: NewData | null;
}

/**
 * The owner of one process: it evaluates the data, runs instance after instance of the body, and takes requests (semantics 1).
 * Its life is one coroutine on the process' own event loop; requests come from outside, through `answerRequest`, at any moment.
 */
export class ProcessOwner implements InstanceOwner {
  readonly loop: EventLoop;
  readonly program: Program;
  readonly devices: DeviceValues;
  readonly logger: Logger;
  readonly slots: RequestSlots;
  readonly reporter: Reporter;
  readonly outbound: Outbound;
  readonly warnings: Warnings;
  readonly notes: Notes;
  readonly effects = new EffectsSoFar();
  instance: Instance | null = null;
  readonly #states: StateTrace;
  /** The data document as it was evaluated last. */
  #input: DataSource;
  /** The task that runs the body, while there is one. */
  #body: Task<unknown> | null = null;
  #collecting: Task<Collected> | null = null;
  #forced: Forced | null = null;
  /** Completes when a person has decided what becomes of a process that has failed. */
  #decision: Future<void> | null = null;
  /** The data document of a retry, when it was changed. */
  #newInput: DataSource | null = null;
  /** New data came while the process had failed: the next instance gets it. */
  #dataStored = false;
  #mode: OwnerState = { mode: 'collecting' };
  #instances = 1;
  #failure: Failure | null = null;
  readonly #restarts = new Restarts();

  constructor(private readonly options: OwnerOptions) {
    const { loop, program, devices, logger, emit } = options;
    this.loop = loop;
    this.program = program;
    this.devices = devices;
    this.logger = logger;
    this.#input = options.data;
    this.slots = new RequestSlots(null, options.point);
    this.reporter = new Reporter(emit, () => program.here(), options.numbers);
    this.#states = new StateTrace(emit);
    this.warnings = new Warnings(loop, this.reporter, program);
    this.notes = new Notes(loop, this.reporter, program);
    const dropped = new DroppedLocations(
      loop.clock,
      () => program.here(),
      (count, turns, place) => this.notes.locationsDropped(count, turns, place),
    );
    this.outbound = new Outbound(loop, emit, dropped);
  }

  get state(): OwnerState {
    return this.#mode.mode === 'running'
      ? { mode: 'running', form: this.slots.form, pausable: this.instance?.pausable ?? false }
      : this.#mode;
  }

  /** Begins with evaluating the data. */
  start(): void {
    const life = this.loop.task(this.#live(), { name: 'owner', scope: this });
    // Nobody awaits it: a defect in here must not vanish.
    life.addDoneCallback(() => void life.result());
  }

  /** Halts whatever is going on. */
  halt(): void {
    this.notes.droppedByHalt(this.slots, this.#forced?.jump ?? null);
    this.slots.clear();
    this.slots.halt = true;
    this.#forced = null;
    if (this.#mode.mode === 'running') this.changed();
    else this.#become({ mode: 'halting' });
    this.#collecting?.cancel();
    this.#decision?.resolve(undefined);
    this.#body?.cancel();
  }

  /** Cancels the body in order to start it again, at a point and with the new data that is pending, if any (semantics 1.5.9). */
  force(jump: NewPoint): void {
    const { slots } = this;
    this.#forced = { jump, swap: slots.swap };
    // None of these is for the body that cleans up now.
    slots.jump = slots.swap = null;
    slots.carryPause();
    slots.halt = true;
    this.changed();
    this.#body?.cancel();
  }

  /** Starts a process again that has failed. */
  retry(newInput: DataSource | null): void {
    this.#newInput = newInput;
    this.#decision?.resolve(undefined);
  }

  /** Keeps new data for the next instance of a process that has failed. */
  storeData(data: unknown): void {
    this.slots.appliedData = data;
    this.#dataStored = true;
  }

  /** Whether a data document differs from the one that was evaluated last. */
  isNewInput(input: DataSource): boolean {
    return JSON.stringify(input) !== JSON.stringify(this.#input);
  }

  view(): ProcessView {
    const { slots } = this;
    return {
      name: this.program.name,
      state: this.state,
      pending: slots.pending,
      ...(slots.jump === null ? {} : { pendingPoint: slots.jump.raw }),
      instance: this.#instances,
      location: this.outbound.location,
      term: this.outbound.term,
      suspension: this.#body === null ? null : suspensionOf(this.program, this.#body),
      failure: this.#failure,
      detached: this.detached(),
    };
  }

  detached(): readonly DetachedView[] {
    return detachedWork(this.loop, this.program, this, this.#body);
  }

  /** Tells of the state if it has changed. */
  changed(): void {
    this.#states.show(this.state, this.#instances);
  }

  // The life of a process.

  *#live(): Coroutine<void> {
    if (!(yield* this.#collect())) return void this.#finish('halted');
    for (;;) {
      const start = yield* this.#runInstance();
      if (start === null) return;
      this.#instances++;
      if (start.collect && !(yield* this.#collect())) return void this.#finish('halted');
      const data = start.collect ? this.slots.appliedData : start.data;
      this.slots.recreate(data, start.point);
      this.effects.recreate();
      this.notes.restarted(this.#instances, { ...start, data });
      if (this.slots.pauseCarried) this.notes.pauseCarried();
    }
  }

  /** Evaluates the data, again after each retry, until there is some. False when the process is given up. */
  *#collect(): Coroutine<boolean> {
    for (;;) {
      this.#become({ mode: 'collecting' });
      const task = (this.#collecting = this.loop.task(collect(this.#input, this.program, this.devices), { name: 'data' }));
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
      if (!(yield* this.#retried({ mode: 'collectionFailed' }))) return false;
    }
  }

  /** Waits for a person. False: the process is given up. */
  *#retried(state: OwnerState): Coroutine<boolean> {
    const decision = (this.#decision = this.loop.future<void>());
    this.#newInput = null;
    this.#become(state);
    yield decision;
    this.#decision = null;
    this.#failure = null;
    if (this.#newInput !== null) this.#input = this.#newInput;
    return !this.slots.halt;
  }

  /** Runs the body once. What comes back is where the next instance starts, or `null` when the process is done. */
  *#runInstance(): Coroutine<Start | null> {
    const instance = (this.instance = new Instance(this));
    this.outbound.begin();
    if (this.#instances === 1) this.#declareDuration();
    const body = (this.#body = this.loop.task(this.#run(instance), { name: this.program.name, eager: false }));
    this.#become({ mode: 'running', form: this.slots.form, pausable: false });
    yield endOf(body);
    this.#body = null;
    instance.end();
    this.outbound.end();
    const end = endOfBody(body);
    this.notes.endOfBody(end);
    return yield* this.#judge(end);
  }

  *#run(instance: Instance): Coroutine<void> {
    const result = this.program.start(instance.context.data, instance.context);
    if (thenOf(result) !== null) yield result;
    else if (!this.program.asynchronous) this.warnings.notAsynchronous();
  }

  /** What follows from the way in which the body ended (semantics 1.2, 1.3). */
  *#judge(end: BodyEnd): Coroutine<Start | null> {
    const { slots } = this;
    const forced = this.#forced;
    this.#forced = null;
    if (end.type === 'raised') return yield* this.#fail(end.error, forced);
    if (forced !== null) {
      slots.halt = false;
      const data = forced.swap === null ? slots.appliedData : forced.swap.data;
      return yield* this.#recreated({ reason: 'forced', data, point: forced.jump.point, place: null });
    }
    if (slots.halt) return this.#finish('halted');
    switch (end.type) {
      case 'jump':
        return yield* this.#recreated({ reason: 'jump', data: slots.appliedData, point: end.point, place: this.#placeOf(end.error) });
      case 'swap':
        return yield* this.#recreated({ reason: 'swap', data: end.data, point: end.point, place: this.#placeOf(end.error) });
      case 'cancelled':
        this.warnings.cancelledByNobody();
        return this.#finish('cancelled');
      case 'returned':
        return this.#finish('completed');
    }
  }

  *#fail(error: unknown, forced: Forced | null): Coroutine<Start | null> {
    const { slots } = this;
    const whileHalting = slots.halt;
    if (forced !== null) Object.assign(slots, forced);
    this.#tellNotTaken();
    slots.clear();
    slots.halt = false;
    this.#failure = failureOf(this.program, error, whileHalting);
    const errorId = this.reporter.failure('error', this.#failure);
    this.outbound.forgetTerm();
    if (!(yield* this.#retried({ mode: 'failed', errorId, whileHalting }))) return this.#finish('halted');
    const collect = this.#newInput !== null;
    if (collect && this.#dataStored) this.notes.storedDataDropped();
    this.#dataStored = false;
    return yield* this.#recreated({ reason: 'retry', data: slots.appliedData, point: slots.appliedPoint, place: null, collect });
  }

  /** The instance is over, and another one begins. */
  *#recreated(start: Start): Coroutine<Start | null> {
    this.warnings.messagesLost(this.instance?.mailbox.size ?? 0);
    const failure = this.#restarts.add(this.loop.clock.now);
    return failure === null ? start : yield* this.#fail(failure, null);
  }

  #finish(outcome: 'completed' | 'halted' | 'cancelled'): null {
    this.#tellNotTaken();
    this.notes.messagesNotReceived(this.instance?.mailbox.size ?? 0);
    this.slots.clear();
    this.#become({ mode: 'done', outcome });
    this.options.onEnd(outcome);
    return null;
  }

  /** The body is over: tells of the requests that it never looked at. */
  #tellNotTaken(): void {
    const { slots } = this;
    this.warnings.notTaken(slots);
    if (slots.pauseDue && !slots.paused) this.notes.pauseNotTaken();
  }

  #placeOf(error: unknown): Place | null {
    return this.program.describe(error).place ?? null;
  }

  #declareDuration(): void {
    try {
      const declared = this.program.duration(this.slots.appliedData) ?? null;
      if (declared !== null && this.outbound.sendDuration(declared as DurationInput, false)) this.warnings.negativeDuration();
    } catch (error) {
      this.warnings.durationFailed(error);
    }
  }

  #become(state: OwnerState): void {
    this.#mode = state;
    this.changed();
  }
}
