import type { Json } from '../../model/json.js';
import type { Coroutine, EventLoop, Future } from '../task/index.js';
import { type ContextPort, ProcessContext } from './context.js';
import type { Diagnostic } from './diagnostics.js';
import type { Effect } from './effects.js';
import type { Logger } from './logger.js';
import { Mailbox } from './mailbox.js';
import type { DurationInput } from './remaining-time.js';
import type { RequestSlots } from './request-slots.js';
import type { DatetimeTerm, DurationTerm } from './terms.js';
import { type Awaitable, type RequestSource, startWait } from './wait.js';

/** What an instance tells its owner. */
export interface InstanceListener {
  readonly logger: Logger;
  /** Form or pausability may have changed. */
  changed(): void;
  /** Entering or leaving `paused` freezes and thaws the estimate. */
  pausedChanged(paused: boolean): void;
  location(location: Json): void;
  duration(duration: DurationInput): void;
  term(term: DurationTerm | DatetimeTerm): void;
  report(kind: 'error' | 'warning', diagnostic: Diagnostic): void;
  effect(effect: Effect): void;
  /** The error of an awaitable that was cancelled by a request (semantics 2.6.3). */
  lostError(error: unknown): void;
  abandoned(future: Future<unknown>): void;
}

/** One life of a process: from a start (or a recreation) to the end of its body. Implements what its context offers. */
export class Instance implements ContextPort, RequestSource {
  readonly context: ProcessContext;
  readonly mailbox: Mailbox;
  ended = false;
  #pausable = false;
  /** Completes when a request has come that `wait()` or a paused `checkpoint()` has to look at. */
  #signal: Future<void> | null = null;
  /** How many `checkpoint()` calls of concurrent tasks are paused. */
  #sitting = 0;
  readonly #passed: Future<void>;

  constructor(
    /** 1, 2, … */
    readonly number: number,
    readonly loop: EventLoop,
    readonly slots: RequestSlots,
    private readonly listener: InstanceListener,
  ) {
    this.context = new ProcessContext(this, slots.appliedData, slots.appliedPoint);
    this.mailbox = new Mailbox(loop);
    this.#passed = loop.future();
    this.#passed.setResult(undefined);
  }

  get logger(): Logger {
    return this.listener.logger;
  }

  get pausable(): boolean {
    return this.#pausable;
  }
  set pausable(value: boolean) {
    this.#pausable = value;
    if (value) this.slots.becomePausable();
    this.listener.changed();
    this.wake();
  }

  sendLocation(location: Json): void {
    this.listener.location(location);
  }

  sendDuration(duration: DurationInput): void {
    this.listener.duration(duration);
  }

  sendTerm(term: DurationTerm | DatetimeTerm): void {
    this.listener.term(term);
  }

  report(kind: 'error' | 'warning', diagnostic: Diagnostic): void {
    this.listener.report(kind, diagnostic);
  }

  reportEffect(effect: Effect): void {
    this.listener.effect(effect);
  }

  checkpoint(): Future<void> {
    if (!this.slots.urgent && !this.slots.pauseDue) return this.#passed;
    const task = this.loop.task(this.#pausing(), { name: 'checkpoint' });
    task.kind = 'checkpoint';
    return task;
  }

  wait<T>(awaitable: Awaitable<T>): Future<T> {
    return startWait(this.loop, this, awaitable);
  }

  test(): void {
    const { slots } = this;
    if (!slots.urgent && !slots.pauseDue) return;
    const request = slots.takeForTest();
    this.listener.changed();
    throw request;
  }

  receive(): Future<unknown> {
    return this.mailbox.receive();
  }

  // What `wait()` looks at.

  get undelivered(): boolean {
    return this.slots.undelivered;
  }

  nextRequest(): Future<void> {
    if (this.#signal === null || this.#signal.done) this.#signal = this.loop.future();
    return this.#signal;
  }

  take(): unknown {
    const request = this.slots.takeNext();
    this.listener.changed();
    return request;
  }

  lost(error: unknown): void {
    this.listener.lostError(error);
  }

  abandoned(future: Future<unknown>): void {
    this.listener.abandoned(future);
  }

  /** A request has been put into the slots, or a pause was lifted. */
  wake(): void {
    if (this.#signal !== null && !this.#signal.done && (this.slots.undelivered || !this.slots.paused)) this.#signal.setResult(undefined);
  }

  /** `checkpoint()` with something pending: a jump or swap is raised, a pause waits until it is lifted (semantics 2.5). */
  *#pausing(): Coroutine<void> {
    const { slots, listener } = this;
    const resumes = slots.resumes;
    if (!slots.urgent) {
      slots.enterPause();
      listener.pausedChanged(true);
    }
    this.#sitting++;
    try {
      while (!slots.urgent) {
        const signal = this.nextRequest();
        signal.kind = 'checkpoint';
        yield signal;
        // A pause that came after the resume is observed at the next point, not here.
        if (slots.resumes !== resumes) return;
      }
    } finally {
      this.#sitting--;
      if (this.#sitting === 0 && slots.paused && !slots.urgent) {
        slots.paused = false;
        listener.changed();
      }
    }
    throw this.#takeUrgent();
  }

  #takeUrgent(): unknown {
    const request = this.slots.takeUrgent();
    // Another task of the process still sits in its checkpoint().
    if (this.#sitting > 0 && this.slots.pauseDue) this.slots.enterPause();
    this.listener.changed();
    return request;
  }
}
