import type { Json } from '../../model/json.js';
import type { Term } from '../../model/term.js';
import type { EventLoop, Runnable } from '../task/index.js';
import type { DroppedLocations } from './dropped-locations.js';
import { type DurationInput, RemainingTime } from './remaining-time.js';
import type { Emit } from './reporter.js';
import { type DatetimeTerm, type DurationTerm, sameTerm } from './terms.js';

/**
 * Locations and estimates on their way out. The first one sent after a flush queues the next flush behind everything that is
 * ready now; until then newer ones replace older ones (semantics 2.1).
 */
export class Outbound implements Runnable {
  location: { readonly value: Json; readonly at: number } | null = null;
  readonly #remaining = new RemainingTime();
  #flushedTerm: Term = { type: 'unknown' };
  #unsent = false;
  #queued = false;

  constructor(
    private readonly loop: EventLoop,
    private readonly emit: Emit,
    private readonly dropped: DroppedLocations,
  ) {}

  get term(): Term {
    return this.#remaining.term;
  }

  /** A new instance: nothing is known of it. */
  begin(): void {
    this.location = null;
    this.#unsent = false;
    this.forgetTerm();
  }

  sendLocation(value: Json): void {
    if (this.#unsent) this.dropped.add();
    this.location = { value, at: this.loop.clock.seconds };
    this.#unsent = true;
    this.#queue();
  }

  /** Whether the duration was below zero and was taken as zero. */
  sendDuration(duration: DurationInput, pausing: boolean): boolean {
    const clamped = this.#remaining.setDuration(duration, this.loop.clock.seconds, pausing);
    this.#queue();
    return clamped;
  }

  sendTerm(term: DurationTerm | DatetimeTerm): void {
    this.#remaining.setTerm(term);
    this.#queue();
  }

  /** Paused now: what was a moment becomes the length that is left. */
  freeze(): void {
    this.#remaining.freeze(this.loop.clock.seconds);
    this.#queue();
  }

  /** Goes on now: what was a length becomes a moment. */
  thaw(): void {
    this.#remaining.thaw(this.loop.clock.seconds);
    this.#queue();
  }

  /** Nobody knows when the process ends. */
  forgetTerm(): void {
    this.#remaining.forget();
    this.#queue();
  }

  /** Called by the ready queue. */
  run(): void {
    this.#queued = false;
    this.flush();
  }

  /** Sends what has not been sent, now. */
  flush(): void {
    if (this.#unsent && this.location !== null) {
      this.#unsent = false;
      this.emit({ event: 'location', location: this.location.value });
      this.dropped.endTurn();
    }
    if (sameTerm(this.#flushedTerm, this.term)) return;
    this.#flushedTerm = this.term;
    this.emit({ event: 'term', term: this.term });
  }

  /** The instance is over: sends what has not been sent. */
  end(): void {
    this.flush();
    this.dropped.end();
  }

  #queue(): void {
    if (this.#queued) return;
    this.#queued = true;
    this.loop.enqueue(this);
  }
}
