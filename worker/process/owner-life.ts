import type { Failure } from '../../model/failure.js';
import type { Outcome, OwnerState } from '../../model/owner.js';
import type { Place } from '../../model/place.js';
import type { DataSource } from '../data/index.js';
import { type Coroutine, type Future, type Task, thenOf } from '../task/index.js';
import { collect, type Collected, type DeviceValues } from './collect.js';
import { declareDuration } from './declare-duration.js';
import { type BodyEnd, endOfBody } from './end-of-body.js';
import { failureOf } from './failure-of.js';
import { Instance, type InstanceOwner } from './instance.js';
import { endOf } from './lookout.js';
import type { Restart } from './notes.js';
import type { Program } from './program.js';
import type { NewData, NewPoint } from './request-slots.js';
import { Restarts } from './restarts.js';

/** How a process starts again. `collect`: the data document was changed, so its data is evaluated first. */
interface Start extends Restart {
  readonly collect?: boolean;
}

/** A forced jump: where the process restarts once its body has ended, with the new data that was pending, if any. */
interface Forced {
  readonly jump: NewPoint;
  readonly swap: NewData | null;
}

/** What a life needs of its owner. */
export interface LifeOwner extends InstanceOwner {
  readonly program: Program;
  readonly devices: DeviceValues;
}

/**
 * The life of a process as one coroutine: its data is evaluated, instance after instance of the body runs, and what follows from the end of
 * each is decided (semantics 1.2, 1.3). Requests reach into it from outside.
 */
export class OwnerLife {
  mode: OwnerState = { mode: 'collecting' };
  instance: Instance | null = null;
  /** Counts the instances, from 1. */
  instances = 1;
  /** Why it failed, while a person decides. */
  failure: Failure | null = null;
  /** The task that runs the body, while there is one. */
  body: Task<unknown> | null = null;
  #collecting: Task<Collected> | null = null;
  #forced: Forced | null = null;
  /** Completes when a person has decided what becomes of a process that has failed. */
  #decision: Future<void> | null = null;
  /** The data document of a retry, when it was changed. */
  #newInput: DataSource | null = null;
  /** New data came while the process had failed: the next instance gets it. */
  #dataStored = false;
  readonly #restarts = new Restarts();

  /** `input`: the data document as it was evaluated last. `onEnd` is called once, when the process is done. */
  constructor(
    private readonly owner: LifeOwner,
    private input: DataSource,
    private readonly onEnd: (outcome: Outcome) => void,
  ) {}

  /** Begins with evaluating the data. */
  start(): void {
    const life = this.owner.loop.task(this.#live(), { name: 'owner', scope: this.owner });
    // Nobody awaits it: a defect in here must not vanish.
    life.addDoneCallback(() => void life.result());
  }

  /** Halts whatever is going on. */
  halt(): void {
    const { slots, notes } = this.owner;
    notes.droppedByHalt(slots, this.#forced?.jump ?? null);
    slots.clear();
    slots.halt = true;
    this.#forced = null;
    if (this.mode.mode === 'running') this.owner.changed();
    else this.#become({ mode: 'halting' });
    this.#collecting?.cancel();
    this.#decision?.resolve(undefined);
    this.body?.cancel();
  }

  /** Cancels the body in order to start it again, at a point and with the new data that is pending, if any (semantics 1.5.9). */
  force(jump: NewPoint): void {
    const { slots } = this.owner;
    this.#forced = { jump, swap: slots.swap };
    // None of these is for the body that cleans up now.
    slots.jump = slots.swap = null;
    slots.carryPause();
    slots.halt = true;
    this.owner.changed();
    this.body?.cancel();
  }

  /** Starts a process again that has failed. */
  retry(newInput: DataSource | null): void {
    this.#newInput = newInput;
    this.#decision?.resolve(undefined);
  }

  /** Keeps new data for the next instance of a process that has failed. */
  storeData(data: unknown): void {
    this.owner.slots.appliedData = data;
    this.#dataStored = true;
  }

  /** Whether a data document differs from the one that was evaluated last. */
  isNewInput(input: DataSource): boolean {
    return JSON.stringify(input) !== JSON.stringify(this.input);
  }

  *#live(): Coroutine<void> {
    if (!(yield* this.#collect())) return void this.#finish('halted');
    for (;;) {
      const start = yield* this.#runInstance();
      if (start === null) return;
      this.instances++;
      if (start.collect && !(yield* this.#collect())) return void this.#finish('halted');
      const data = start.collect ? this.owner.slots.appliedData : start.data;
      this.owner.slots.recreate(data, start.point);
      this.owner.effects.recreate();
      this.owner.notes.restarted(this.instances, { ...start, data });
      if (this.owner.slots.pauseCarried) this.owner.notes.pauseCarried();
    }
  }

  /** Evaluates the data, again after each retry, until there is some. False when the process is given up. */
  *#collect(): Coroutine<boolean> {
    for (;;) {
      this.#become({ mode: 'collecting' });
      const task = (this.#collecting = this.owner.loop.task(collect(this.input, this.owner.program, this.owner.devices), { name: 'data' }));
      yield endOf(task);
      this.#collecting = null;
      if (this.owner.slots.halt) return false;
      const collected = task.result();
      if (collected.ok) {
        for (const warning of collected.warnings) this.owner.reporter.failure('warning', warning);
        this.owner.slots.appliedData = collected.value;
        return true;
      }
      for (const failure of collected.failures) this.owner.reporter.failure('error', failure);
      this.failure = collected.failures[0] ?? null;
      this.owner.outbound.forgetTerm();
      if (!(yield* this.#retried({ mode: 'collectionFailed' }))) return false;
    }
  }

  /** Waits for a person. False: the process is given up. */
  *#retried(state: OwnerState): Coroutine<boolean> {
    const decision = (this.#decision = this.owner.loop.future<void>());
    this.#newInput = null;
    this.#become(state);
    yield decision;
    this.#decision = null;
    this.failure = null;
    if (this.#newInput !== null) this.input = this.#newInput;
    return !this.owner.slots.halt;
  }

  /** Runs the body once. What comes back is where the next instance starts, or `null` when the process is done. */
  *#runInstance(): Coroutine<Start | null> {
    const instance = (this.instance = new Instance(this.owner));
    this.owner.outbound.begin();
    if (this.instances === 1) declareDuration(this.owner);
    const body = (this.body = this.owner.loop.task(this.#run(instance), { name: this.owner.program.name, eager: false }));
    this.#become({ mode: 'running', form: this.owner.slots.form, pausable: false });
    yield endOf(body);
    this.body = null;
    instance.end();
    this.owner.outbound.end();
    const end = endOfBody(body);
    this.owner.notes.endOfBody(end);
    return yield* this.#judge(end);
  }

  *#run(instance: Instance): Coroutine<void> {
    const result = this.owner.program.start(instance.context.data, instance.context);
    if (thenOf(result) !== null) yield result;
    else if (!this.owner.program.asynchronous) this.owner.warnings.notAsynchronous();
  }

  /** What follows from the way in which the body ended (semantics 1.2, 1.3). */
  *#judge(end: BodyEnd): Coroutine<Start | null> {
    const { slots } = this.owner;
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
        this.owner.warnings.cancelledByNobody();
        return this.#finish('cancelled');
      case 'returned':
        return this.#finish('completed');
    }
  }

  *#fail(error: unknown, forced: Forced | null): Coroutine<Start | null> {
    const { slots } = this.owner;
    const whileHalting = slots.halt;
    if (forced !== null) Object.assign(slots, forced);
    this.#tellNotTaken();
    slots.clear();
    slots.halt = false;
    this.failure = failureOf(this.owner.program, error, whileHalting);
    const errorId = this.owner.reporter.failure('error', this.failure);
    this.owner.outbound.forgetTerm();
    if (!(yield* this.#retried({ mode: 'failed', errorId, whileHalting }))) return this.#finish('halted');
    const collect = this.#newInput !== null;
    if (collect && this.#dataStored) this.owner.notes.storedDataDropped();
    this.#dataStored = false;
    return yield* this.#recreated({ reason: 'retry', data: slots.appliedData, point: slots.appliedPoint, place: null, collect });
  }

  /** The instance is over, and another one begins. */
  *#recreated(start: Start): Coroutine<Start | null> {
    this.owner.warnings.messagesLost(this.instance?.mailbox.size ?? 0);
    const failure = this.#restarts.add(this.owner.loop.clock.now);
    return failure === null ? start : yield* this.#fail(failure, null);
  }

  #finish(outcome: 'completed' | 'halted' | 'cancelled'): null {
    this.#tellNotTaken();
    this.owner.notes.messagesNotReceived(this.instance?.mailbox.size ?? 0);
    this.owner.slots.clear();
    this.#become({ mode: 'done', outcome });
    this.onEnd(outcome);
    return null;
  }

  /** The body is over: tells of the requests that it never looked at. */
  #tellNotTaken(): void {
    const { slots } = this.owner;
    this.owner.warnings.notTaken(slots);
    if (slots.pauseDue && !slots.paused) this.owner.notes.pauseNotTaken();
  }

  #placeOf(error: unknown): Place | null {
    return this.owner.program.describe(error).place ?? null;
  }

  #become(state: OwnerState): void {
    this.mode = state;
    this.owner.changed();
  }
}
