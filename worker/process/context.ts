import type { Json } from '../../model/json.js';
import type { EventLoop, Future } from '../task/index.js';
import { type Diagnostic, RuntimeAnalysis } from './diagnostics.js';
import type { Effect } from './effects.js';
import { exportLocation } from './export-location.js';
import { inspect } from './inspect.js';
import type { Logger } from './logger.js';
import type { DurationInput } from './remaining-time.js';
import { ContextEndedError } from './requests.js';
import type { DatetimeTerm, DurationTerm } from './terms.js';
import type { Awaitable } from './wait.js';

/** What a context asks of the instance it belongs to. */
export interface ContextPort {
  readonly loop: EventLoop;
  readonly ended: boolean;
  readonly logger: Logger;
  pausable: boolean;
  sendLocation(location: Json): void;
  sendDuration(duration: DurationInput): void;
  sendTerm(term: DurationTerm | DatetimeTerm): void;
  report(kind: 'error' | 'warning', diagnostic: Diagnostic): void;
  reportEffect(effect: Effect): void;
  checkpoint(): Future<void>;
  wait<T>(awaitable: Awaitable<T>): Future<T>;
  test(): void;
  receive(): Future<unknown>;
}

/**
 * A process' view of its owner (semantics 2). One context serves one instance; used after the instance has ended, every member
 * but `data` and `point` raises `ContextEndedError`.
 */
export class ProcessContext<Data = unknown, Location = unknown, Point = unknown> {
  readonly #port: ContextPort;
  /** The starting data; stays the same also after a swap was delivered. */
  readonly data: Data;
  /** The starting point; `null` on a first start. */
  readonly point: Point | null;

  constructor(port: ContextPort, data: Data, point: Point | null) {
    this.#port = port;
    this.data = data;
    this.point = point;
  }

  /** Whether the process can be paused now. Taking it back does not withdraw a pause that is pending. */
  get pausable(): boolean {
    return this.#live().pausable;
  }
  set pausable(value: boolean) {
    if (typeof value !== 'boolean') throw new TypeError(`context.pausable is true or false, not ${inspect(value)}.`);
    this.#live().pausable = value;
  }

  get logger(): Logger {
    return this.#live().logger;
  }

  /** Shows where the process is: JSON, or an object with `export()`. The last one sent in a turn of the event loop is shown. Raises `TypeError` for anything else. */
  sendLocation(location: Location): void {
    this.#live().sendLocation(exportLocation(location));
  }

  /** Says how much running time remains from now: seconds, a quantity of time or a term. */
  sendDuration(duration: DurationInput): void {
    this.#live().sendDuration(duration);
  }

  sendTerm(term: DurationTerm | DatetimeTerm): void {
    this.#live().sendTerm(term);
  }

  sendAnalysis(analysis: Partial<Pick<RuntimeAnalysis, 'errors' | 'warnings' | 'effects'>>): void {
    const port = this.#live();
    const { errors, warnings, effects } = new RuntimeAnalysis(analysis);
    for (const effect of effects) port.reportEffect(effect);
    for (const error of errors) port.report('error', error);
    for (const warning of warnings) port.report('warning', warning);
  }

  /** Reports an error. The process goes on: reporting is not failing. */
  sendError(diagnostic: Diagnostic): void {
    this.#live().report('error', diagnostic);
  }

  sendWarning(diagnostic: Diagnostic): void {
    this.#live().report('warning', diagnostic);
  }

  sendEffect(effect: Effect): void {
    this.#live().reportEffect(effect);
  }

  /** Pauses here if a pause is pending; raises a pending jump or swap. Returns without giving others a turn when nothing is pending. */
  checkpoint(): Future<void> {
    return this.#live().checkpoint();
  }

  /** Waits for an awaitable; a pending pause, jump or swap cancels it and is raised. A function is called only when nothing is pending. */
  wait<T>(awaitable: Awaitable<T>): Future<T> {
    return this.#live().wait(awaitable);
  }

  /** Raises a pending request, without waiting; a pending pause each time. For loops that never await. */
  test(): void {
    this.#live().test();
  }

  /** The oldest message; waits for one. Only a halt interrupts it: write `wait(context.receive())` to let requests through. */
  receive(): Future<unknown> {
    return this.#live().receive();
  }

  /** Its argument, for static typing only. */
  cast<T>(request: T): T {
    return request;
  }

  #live(): ContextPort {
    if (this.#port.ended) throw new ContextEndedError();
    return this.#port;
  }
}
