import type { Place } from '../../model/place.js';
import { dataText } from '../../model/messages.js';
import { busyLimit, type EventLoop, type Future, Task } from '../task/index.js';
import type { Program } from './program.js';
import type { Reporter } from './reporter.js';
import type { RequestSlots } from './request-slots.js';

/** What the runtime notices about a process and its author would want to know: one sentence each. */
export class Warnings {
  readonly #said = new Set<string>();

  constructor(
    private readonly reporter: Reporter,
    private readonly program: Program,
  ) {}

  /** Listens to what goes wrong beside the body of the process. */
  watch(loop: EventLoop): void {
    loop.observer = {
      ...loop.observer,
      unretrieved: (future) => this.#unretrieved(future),
      busy: (task) => this.standstill(busyLimit, this.#placeOf(task)),
      uncaught: (error) => this.#about('uncaught-error', 'A callback failed', error),
      blocked: (seconds, label) =>
        this.reporter.notice(
          'blocked',
          `${label} blocked everything for ${seconds} s: call it inside asyncio.toThread().`,
          this.program.here(),
        ),
    };
  }

  /** The loop goes round without letting time pass: so many turns already. */
  standstill(turns: number, place: Place | null): void {
    if (!this.#first(`standstill ${place?.line}`)) return;
    const what = `The process has gone on ${turns.toLocaleString('en')} times without letting time pass`;
    this.reporter.notice(
      'standstill',
      `${what}, so virtual time stands still. Await something that takes time in the loop, such as asyncio.sleep(1).`,
      place,
    );
  }

  /** A catch clause took a halt and let the process go on (semantics 3.2). */
  swallowed(place: Place): void {
    if (!this.#first(`swallowed ${place.line}:${place.column}`)) return;
    this.reporter.notice(
      'cancellation-swallowed',
      `A cancellation was swallowed by the catch clause in line ${place.line}: the halt was ignored there. Throw the error again.`,
      place,
    );
  }

  notAsynchronous(): void {
    this.reporter.notice(
      'not-async',
      `The process function is not async, so it completed as soon as it returned. Did you forget async? A process is written: export default async function ${this.program.name}(context) { … }`,
    );
  }

  cancelledByNobody(): void {
    this.reporter.notice(
      'cancelled',
      'The process ended by a cancellation nobody requested: a CancelledError left its body although it was not halted.',
    );
  }

  /** The process ended with requests that it never looked at. */
  notTaken(slots: RequestSlots): void {
    if (slots.jump !== null)
      this.reporter.notice(
        'jump-not-taken',
        `The jump to ${dataText(slots.jump.raw)} was not taken: the process ended first. A process looks at its wait() and checkpoint() calls.`,
      );
    if (slots.swap !== null)
      this.reporter.notice(
        'swap-not-taken',
        'The new data was not taken: the process ended first. A process looks at its wait() and checkpoint() calls.',
      );
    if (slots.pauseCarried)
      this.reporter.notice(
        'pause-not-kept',
        'The pause could not be kept: the process was started again and did not set context.pausable = true.',
      );
  }

  /** Messages do not survive a recreation (semantics 2.8): so many were not received. */
  messagesLost(count: number): void {
    if (count > 0)
      this.reporter.notice(
        'messages-lost',
        `${count} ${count === 1 ? 'message was' : 'messages were'} lost: the process was started again before it received ${count === 1 ? 'it' : 'them'}.`,
      );
  }

  negativeDuration(): void {
    if (this.#first('negative'))
      this.reporter.notice(
        'negative-duration',
        'The time that is left was given as less than zero; it is taken as 0.',
        this.program.here(),
      );
  }

  durationFailed(error: unknown): void {
    this.#about('duration-failed', 'The duration(data) of the process failed, so the time that is left is unknown', error);
  }

  /** Semantics 2.6.3. */
  lostError(error: unknown): void {
    this.#about('error-lost', 'What wait() was waiting for failed while it was being cancelled', error);
  }

  abandoned(future: Future<unknown>): void {
    this.reporter.notice(
      'abandoned',
      `A second cancellation stopped the waiting for ${future.label ?? (future instanceof Task && future.name ? future.name : 'a task')}: it goes on, detached.`,
    );
  }

  /** A person took a node from the process, or gave it back (semantics 7.5). */
  overridden(path: string, type: 'lost' | 'regained'): void {
    if (type === 'lost')
      this.reporter.notice('overridden', `${path} was taken over by hand: what the process writes there waits until it is given back.`);
    else this.reporter.notice('override-over', `${path} was given back: the process' last value was written again.`);
  }

  #placeOf(task: Task<unknown>): Place | null {
    const frame = this.program.frame(task);
    return frame === null ? this.program.here() : { file: 'process', line: frame.line, column: frame.column };
  }

  #unretrieved(future: Future<unknown>): void {
    const name = future instanceof Task && future.name !== '' ? `The task ${future.name}` : 'A task';
    this.#about('unhandled-error', `${name} failed and nobody awaited it`, future.exception());
  }

  #about(name: string, what: string, error: unknown): void {
    const { repr, place } = this.program.describe(error);
    this.reporter.notice(name, `${what}: ${repr}.`, place ?? null);
  }

  #first(key: string): boolean {
    if (this.#said.has(key)) return false;
    this.#said.add(key);
    return true;
  }
}
