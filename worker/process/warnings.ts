import type { Place } from '../../model/place.js';
import { dataText } from '../../model/messages.js';
import { busyLimit, type EventLoop, type Future, Task } from '../task/index.js';
import { awaitedAt } from './awaited-at.js';
import type { Program } from './program.js';
import type { Reporter } from './reporter.js';
import type { RequestSlots } from './request-slots.js';

/** What the runtime notices about a process and its author should change (sentences: model/explanations.ts). */
export class Warnings {
  readonly #said = new Set<string>();

  constructor(
    private readonly loop: EventLoop,
    private readonly reporter: Reporter,
    private readonly program: Program,
  ) {
    // What goes wrong beside the body of the process.
    loop.observer = {
      ...loop.observer,
      unretrieved: (future) => this.#unretrieved(future),
      busy: (task) => this.standstill(busyLimit, this.#placeOf(task)),
      uncaught: (error) => this.#about('uncaught-error', error),
      blocked: (seconds, label) => this.reporter.warn('blocked', this.program.here(), label, seconds),
    };
  }

  /** The loop goes round without letting time pass: so many turns already. */
  standstill(turns: number, place: Place | null): void {
    if (this.#first(`standstill ${place?.line}`)) this.reporter.warn('standstill', place, turns);
  }

  /** A catch clause took a halt and let the process go on (semantics 3.2). */
  swallowed(place: Place): void {
    if (this.#first(`swallowed ${place.line}:${place.column}`)) this.reporter.warn('cancellation-swallowed', place, place.line);
  }

  notAsynchronous(): void {
    this.reporter.warn('not-async', null, this.program.name);
  }

  cancelledByNobody(): void {
    this.reporter.warn('cancelled', null);
  }

  /** The process ended with requests that it never looked at. */
  notTaken(slots: RequestSlots): void {
    if (slots.jump !== null) this.reporter.warn('jump-not-taken', null, dataText(slots.jump.raw));
    if (slots.swap !== null) this.reporter.warn('swap-not-taken', null);
    if (slots.pauseCarried) this.reporter.warn('pause-not-kept', null);
  }

  /** Messages do not survive a recreation (semantics 2.8): so many were not received. */
  messagesLost(count: number): void {
    if (count > 0) this.reporter.warn('messages-lost', null, count);
  }

  /** An effect that an earlier instance has reported came about again (semantics 4.4). */
  effectRepeated(what: string): void {
    if (this.#first(`effect ${what}`)) this.reporter.warn('effect-repeated', this.program.here(), what);
  }

  negativeDuration(): void {
    if (this.#first('negative')) this.reporter.warn('negative-duration', this.program.here());
  }

  durationFailed(error: unknown): void {
    this.#about('duration-failed', error);
  }

  /** Semantics 2.6.3. */
  lostError(error: unknown): void {
    this.#about('error-lost', error);
  }

  abandoned(future: Future<unknown>): void {
    const { currentTask } = this.loop;
    const place = currentTask === null ? null : awaitedAt(this.loop, this.program, currentTask);
    const work = future.label ?? (future instanceof Task && future.name ? future.name : 'a task');
    this.reporter.warn('abandoned', place, work);
  }

  /** A person took a node from the process, or gave it back (semantics 7.5). */
  overridden(path: string, type: 'lost' | 'regained'): void {
    this.reporter.warn(type === 'lost' ? 'overridden' : 'override-over', null, path);
  }

  #placeOf(task: Task<unknown>): Place | null {
    const frame = this.program.frame(task);
    return frame === null ? this.program.here() : { file: 'process', line: frame.line, column: frame.column };
  }

  #unretrieved(future: Future<unknown>): void {
    const task = future instanceof Task && future.name !== '' ? `The task ${future.name}` : 'A task';
    const { repr, place } = this.program.describe(future.exception());
    this.reporter.warn('unhandled-error', place ?? null, task, repr);
  }

  #about(name: 'uncaught-error' | 'duration-failed' | 'error-lost', error: unknown): void {
    const { repr, place } = this.program.describe(error);
    this.reporter.warn(name, place ?? null, repr);
  }

  #first(key: string): boolean {
    if (this.#said.has(key)) return false;
    this.#said.add(key);
    return true;
  }
}
