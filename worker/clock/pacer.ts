import type { Speed } from '../../model/snapshot.js';
import type { RealTime } from './real-time.js';
import type { Microseconds } from './virtual-clock.js';

/** What happens at which instant: the virtual clock, or what adds to it. */
export interface PacedClock {
  readonly now: Microseconds;
  /** When the next thing happens; `null`: nothing will. */
  readonly nextAt: Microseconds | null;
  /** Moves on to the next thing and lets it happen, if it is due by `latest`. False when there is none. */
  fireNext(latest?: Microseconds): boolean;
  /** Lets time pass without anything happening; never backwards, never past what is due. */
  passTo(at: Microseconds): void;
}

/** Whatever runs on the virtual clock: what the pacer drives. */
export interface Paced {
  readonly clock: PacedClock;
  /** Nothing is ready: only then may time pass. */
  readonly idle: boolean;
  /** Runs what is ready, at most `limit` entries. True when nothing is left. */
  drain(limit: number): boolean;
}

export interface PacerListener {
  /** After every slice of work, and at least every `refreshMilliseconds` while time passes. */
  slice(): void;
  /** Whether virtual time passes at all: false once a run is over. */
  readonly active: boolean;
}

/** A slice of work may take this long: what a request waits for a busy process. A slice's end costs 5 to 7 µs (performance study, 3). */
const sliceMilliseconds = 1;
/** How often the page hears of a clock that just goes on. */
const refreshMilliseconds = 200;
/**
 * How many timers run between two looks at the real clock: looking costs as much as a few of them, so it is done less often while they are
 * quick. And how many ready entries for each timer.
 */
const timersPerLook = { least: 4, most: 64 } as const;
const entriesPerTimer = 32;
/** Between two looks less than this has passed if timers are quick. */
const quickMilliseconds = sliceMilliseconds / 8;
/** How many ready entries a step runs at once; more run in slices, as ever. */
const entriesPerStep = 10_000;

/**
 * Decides when virtual time passes: a multiple of real time, as fast as possible, or not at all. It alone looks at real time;
 * what happens, and in which order, does not depend on it.
 */
export class Pacer {
  #speed: Speed;
  #held: boolean;
  #scheduled = false;
  #cancelTimer: (() => void) | null = null;
  #closed = false;
  #timersPerLook: number = timersPerLook.least;
  /** Real and virtual time that belong together; virtual time is counted on from there. */
  #anchor: { real: number; virtual: Microseconds };

  constructor(
    private readonly paced: Paced,
    private readonly real: RealTime,
    private readonly listener: PacerListener,
    /** Given here and not set afterwards: time that is spent on preparing a run must not pass in it. */
    start: { readonly speed: Speed; readonly held: boolean },
  ) {
    this.#speed = start.speed;
    this.#held = start.held;
    this.#anchor = { real: real.now(), virtual: paced.clock.now };
  }

  get speed(): Speed {
    return this.#speed;
  }

  get held(): boolean {
    return this.#held;
  }

  /** Virtual seconds per real second; `null` while time jumps from event to event. */
  get rate(): number | null {
    if (this.#held || !this.listener.active) return 0;
    if (this.#speed !== 'max') return this.#speed;
    return this.paced.clock.nextAt === null ? 0 : null;
  }

  setSpeed(speed: Speed): void {
    this.#change(() => (this.#speed = speed));
  }

  hold(): void {
    this.#change(() => (this.#held = true));
  }

  release(): void {
    this.#change(() => (this.#held = false));
  }

  /** Holds the clock and lets the next event happen. */
  step(): void {
    this.hold();
    if (!this.paced.drain(entriesPerStep) || !this.listener.active) return;
    this.paced.clock.fireNext();
    this.paced.drain(entriesPerStep);
  }

  /** Brings the virtual clock up to the present moment, before something from outside happens. */
  catchUp(): void {
    const { clock, idle } = this.paced;
    if (idle && !this.#held && this.#speed !== 'max' && this.listener.active) clock.passTo(this.#target());
    this.#anchor = { real: this.real.now(), virtual: clock.now };
  }

  /** Something is ready, or something about time has changed: work on it in the next turn. */
  wake(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    this.real.soon(() => {
      this.#scheduled = false;
      this.#work();
    });
  }

  /** Time that has passed until now passed under the old rule. */
  #change(apply: () => void): void {
    this.catchUp();
    apply();
    this.wake();
  }

  /** Never calls back again. */
  close(): void {
    this.#closed = true;
    this.#cancelTimer?.();
  }

  #work(): void {
    if (this.#closed) return;
    let now = this.real.now();
    const end = now + sliceMilliseconds;
    let more = false;
    do {
      const before = now;
      more = this.#batch();
      now = this.real.now();
      const quick = now - before < quickMilliseconds;
      this.#timersPerLook = quick ? Math.min(this.#timersPerLook * 2, timersPerLook.most) : timersPerLook.least;
    } while (more && now < end);
    if (!more) this.catchUp();
    this.listener.slice();
    if (more) this.wake();
    else this.#sleep();
  }

  /** Runs what is ready and a few of the timers that are due. True when there is more to do now. */
  #batch(): boolean {
    const { clock } = this.paced;
    const target = this.#speed === 'max' ? Number.POSITIVE_INFINITY : this.#target();
    for (let left = this.#timersPerLook; left > 0; left--) {
      if (!this.paced.drain(entriesPerTimer)) return true;
      if (this.#held || !this.listener.active) return false;
      if (!clock.fireNext(target)) return false;
    }
    return true;
  }

  #sleep(): void {
    if (this.#held || this.#speed === 'max' || !this.listener.active) return;
    const next = this.paced.clock.nextAt;
    const until = next === null ? Number.POSITIVE_INFINITY : (next - this.#target()) / 1000 / this.#speed;
    this.#cancelTimer = this.real.after(Math.max(0, Math.min(until, refreshMilliseconds)), () => this.wake());
  }

  /** Where the virtual clock stands at this real moment, at a speed that is a number. */
  #target(): Microseconds {
    const rate = this.#speed === 'max' ? 1 : this.#speed;
    return Math.floor(this.#anchor.virtual + (this.real.now() - this.#anchor.real) * 1000 * rate);
  }
}
