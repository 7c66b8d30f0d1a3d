import { dataText } from '../../model/messages.js';
import type { RestartReason } from '../../model/explanations.js';
import type { Place } from '../../model/place.js';
import type { EventLoop, Future } from '../task/index.js';
import { awaitedAt } from './awaited-at.js';
import type { BodyEnd } from './end-of-body.js';
import { inspect } from './inspect.js';
import { LeftBehind } from './left-behind.js';
import type { Program } from './program.js';
import type { Reporter } from './reporter.js';
import type { NewPoint, RequestSlots } from './request-slots.js';

/** Where an instance starts, and why there is another one. */
export interface Restart {
  readonly reason: RestartReason;
  readonly point: unknown;
  readonly data: unknown;
  /** Where the request was raised that left the process. */
  readonly place: Place | null;
}

/** What happens as the rules have it and is easily missed, so that one can see why (sentences: model/explanations.ts). */
export class Notes {
  readonly #leftBehind: LeftBehind;

  constructor(
    private readonly loop: EventLoop,
    private readonly reporter: Reporter,
    private readonly program: Program,
  ) {
    this.#leftBehind = new LeftBehind(loop, program);
    loop.observer = {
      ...loop.observer,
      detached: (job) => this.#detached(job),
      unawaited: (future) => this.#leftBehind.finished(future),
    };
  }

  restarted(instance: number, { reason, point, data, place }: Restart): void {
    this.reporter.note('restarted', place, instance, reason, point == null ? null : short(point), data == null ? null : short(data));
  }

  /** A pause outlives the recreation of the process (semantics 1.5.6). */
  pauseCarried(): void {
    this.reporter.note('pause-carried', null);
  }

  pauseNotTaken(): void {
    this.reporter.note('pause-not-taken', null);
  }

  /** A halt drops whatever is pending (semantics 1.5.11), a forced jump that has not been made yet included. */
  droppedByHalt(slots: RequestSlots, forced: NewPoint | null): void {
    const what: string[] = [];
    const jump = slots.jump ?? forced;
    if (slots.swap !== null) what.push('the new data');
    if (jump !== null) what.push(`the jump to ${dataText(jump.raw, 40)}`);
    if (slots.pending.pause) what.push('the pause');
    if (what.length > 0) this.reporter.note('dropped-by-halt', null, what);
  }

  storedDataDropped(): void {
    this.reporter.note('stored-data-dropped', null);
  }

  refused(detail: string): void {
    this.reporter.note('request-refused', null, detail);
  }

  messagesNotReceived(count: number): void {
    if (count > 0) this.reporter.note('messages-not-received', null, count);
  }

  /** A `wait()` or a `checkpoint()` that the process should await. */
  started(future: Future<unknown>): void {
    this.#leftBehind.started(future);
  }

  /** A `wait()` gave up something that had a result already (semantics 2.6). */
  resultLost(result: unknown): void {
    const { currentTask } = this.loop;
    const place = (currentTask === null ? null : awaitedAt(this.loop, this.program, currentTask)) ?? this.program.here();
    this.reporter.note('result-lost', place, short(result));
  }

  locationsDropped(count: number, turns: number, place: Place | null): void {
    this.reporter.note('locations-dropped', place, count, turns);
  }

  /** The body of an instance is over; tells what it has left behind. */
  endOfBody(end: BodyEnd): void {
    for (const { type, task, place, count } of this.#leftBehind.take(end.type === 'returned')) this.reporter.note(type, place, task, count);
  }

  #detached(job: Future<unknown>): void {
    const { loop, program } = this;
    // Whoever cancels it inside a wait() does not wait for it any more; it is awaited itself.
    const at = awaitedAt(loop, program, job) ?? (loop.currentTask === null ? null : awaitedAt(loop, program, loop.currentTask));
    this.reporter.note('detached', at ?? program.here(), job.label ?? 'a blocking action');
  }
}

function short(value: unknown): string {
  const text = inspect(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
