import type { Json } from '../../model/json.js';
import { CancelledError, type Coroutine, type EventLoop, type Future } from '../task/index.js';
import { type ContextPort, ProcessContext } from './context.js';
import type { Diagnostic } from './diagnostics.js';
import type { Effect } from './effects.js';
import type { EffectsSoFar } from './effects-so-far.js';
import type { Logger } from './logger.js';
import { Mailbox } from './mailbox.js';
import type { Notes } from './notes.js';
import type { Outbound } from './outbound.js';
import type { DurationInput } from './remaining-time.js';
import type { Reporter } from './reporter.js';
import type { RequestSlots } from './request-slots.js';
import { PauseRequest } from './requests.js';
import type { DatetimeTerm, DurationTerm } from './terms.js';
import { type Awaitable, type RequestSource, startWait } from './wait.js';
import type { Warnings } from './warnings.js';

/** What an instance shares with its owner, and with the instances before and after it. */
export interface InstanceOwner {
  readonly loop: EventLoop;
  readonly slots: RequestSlots;
  readonly outbound: Outbound;
  readonly reporter: Reporter;
  readonly warnings: Warnings;
  readonly notes: Notes;
  readonly logger: Logger;
  readonly effects: EffectsSoFar;
  /** Form or pausability may have changed. */
  changed(): void;
  /** The process is told of a request, or begins to keep a pause; called where that happens, so that the place can be told. */
  observed(by: ObservationPoint): void;
}

/** Where a process learns of requests (semantics 1.5.1). */
export type ObservationPoint = 'checkpoint' | 'wait' | 'test';

/** One life of a process: from a start (or a recreation) to the end of its body. Implements what its context offers. */
export class Instance implements ContextPort, RequestSource {
  readonly context: ProcessContext;
  readonly mailbox: Mailbox;
  #ended = false;
  #pausable = false;
  /** Completes when there is something to look at for a `wait()` or a paused `checkpoint()`. */
  #signal: Future<void> | null = null;
  /** A `wait()` has cancelled its awaitable and raises a request once that has ended: nobody else takes the request meanwhile. */
  #reacting = false;
  readonly #passed: Future<void>;

  constructor(private readonly owner: InstanceOwner) {
    const { slots, loop } = owner;
    this.context = new ProcessContext(this, slots.appliedData, slots.appliedPoint);
    this.mailbox = new Mailbox(loop);
    this.#passed = loop.future();
    this.#passed.setResult(undefined);
  }

  get loop(): EventLoop {
    return this.owner.loop;
  }

  get logger(): Logger {
    return this.owner.logger;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The body is over. Tasks of it that wait for requests or messages are cancelled: none will come. */
  end(): void {
    this.#ended = true;
    this.mailbox.close();
    this.#signal?.cancel();
  }

  get pausable(): boolean {
    return this.#pausable;
  }
  set pausable(value: boolean) {
    this.#pausable = value;
    const pauses = value && this.owner.slots.becomePausable();
    this.owner.changed();
    if (pauses) this.wake();
  }

  sendLocation(location: Json): void {
    this.owner.outbound.sendLocation(location);
  }

  sendDuration(duration: DurationInput): void {
    const { form } = this.owner.slots;
    const clamped = this.owner.outbound.sendDuration(duration, form === 'pausing' || form === 'paused');
    if (clamped) this.owner.warnings.negativeDuration();
  }

  sendTerm(term: DurationTerm | DatetimeTerm): void {
    this.owner.outbound.sendTerm(term);
  }

  report(kind: 'error' | 'warning', diagnostic: Diagnostic): void {
    this.owner.reporter.diagnostic(kind, diagnostic);
  }

  reportEffect(effect: Effect): void {
    const { reporter, effects, warnings } = this.owner;
    const what = reporter.effect(effect);
    if (effects.add(what)) warnings.effectRepeated(what);
  }

  receive(): Future<unknown> {
    return this.mailbox.receive();
  }

  // Observation points (semantics 1.5.1).

  checkpoint(): Future<void> {
    if (!this.#urgent && !this.owner.slots.pauseDue) return this.#passed;
    const task = this.loop.task(this.#pausing(), { name: 'checkpoint' });
    task.kind = 'checkpoint';
    this.owner.notes.started(task);
    return task;
  }

  wait<T>(awaitable: Awaitable<T>): Future<T> {
    const task = startWait(this.loop, this, awaitable);
    this.owner.notes.started(task as Future<unknown>);
    return task;
  }

  test(): void {
    const { slots } = this.owner;
    if (this.#urgent) throw this.#take('test');
    if (!slots.pauseDue) return;
    slots.pauseRaised();
    this.owner.observed('test');
    throw new PauseRequest();
  }

  /** A request has been made or a pause lifted: whoever waits looks at the slots. */
  wake(): void {
    if (this.#signal?.done === false) this.#signal.setResult(undefined);
  }

  // What `wait()` looks at.

  get undelivered(): boolean {
    return this.#urgent || (!this.#reacting && this.owner.slots.pauseUnraised);
  }

  nextRequest(): Future<void> {
    if (this.#signal === null || this.#signal.done) this.#signal = this.loop.future();
    return this.#signal;
  }

  *deliver(before: Coroutine<void>): Coroutine<never> {
    this.#reacting = true;
    try {
      yield* before;
    } finally {
      this.#reacting = false;
      this.wake();
    }
    throw this.#take('wait');
  }

  lost(error: unknown): void {
    this.owner.warnings.lostError(error);
  }

  resultLost(result: unknown): void {
    this.owner.notes.resultLost(result);
  }

  abandoned(future: Future<unknown>): void {
    this.owner.warnings.abandoned(future);
  }

  get #urgent(): boolean {
    return this.owner.slots.urgent && !this.#reacting;
  }

  /** What to raise, in the order of 1.5.2. The request may be gone by now: dropped by a halt, or, a pause, kept by a `checkpoint()` elsewhere. */
  #take(by: ObservationPoint): unknown {
    const { slots } = this.owner;
    const request = slots.takeUrgent();
    if (request === null && (slots.halt || this.#ended)) return new CancelledError();
    if (request === null && slots.pauseUnraised) slots.pauseRaised();
    this.owner.observed(by);
    this.owner.changed();
    return request ?? new PauseRequest();
  }

  /** `checkpoint()` with something pending: a jump or swap is raised, a pause waits until it is lifted (semantics 2.5). */
  *#pausing(): Coroutine<void> {
    const { slots, outbound } = this.owner;
    if (this.#urgent) throw this.#take('checkpoint');
    const me = {};
    slots.sit(me);
    outbound.freeze();
    this.owner.observed('checkpoint');
    this.owner.changed();
    try {
      while (slots.sits(me) && !this.#urgent) {
        const signal = this.nextRequest();
        signal.kind = 'checkpoint';
        yield signal;
      }
      // Resumed: whatever has come since then is observed at the next point, not here.
      if (!slots.sits(me)) return;
    } finally {
      slots.rise(me);
      this.owner.changed();
    }
    throw this.#take('checkpoint');
  }
}
