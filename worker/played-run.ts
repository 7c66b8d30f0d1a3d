import type { Act, TimedAct } from '../model/recording.js';
import type { Paced, PacedClock } from './clock/pacer.js';
import type { Microseconds } from './clock/virtual-clock.js';
import type { Run } from './run.js';

export interface PlayedRunOptions {
  /** What is done to the run at set instants, in their order. */
  readonly acts?: readonly TimedAct[];
  /**
   * As the lists of a scenario have it: the acts of one instant are done back to back, and time passes until the last one even when the
   * process is done. Otherwise each comes after what the one before brought about, and the time of a run ends with it, as in a session.
   */
  readonly asListed?: boolean;
  /** Turns at one instant after which the process is said to stand still. */
  readonly standstillTurns: number;
  /** Nothing is ready: what is seen of the process now will not change before the next thing happens. Called at least once before that. */
  rested?(): void;
}

/** Turns for which an act waits until its instant comes to rest; a process that lets no time pass must still be halted. */
const patience = 10_000;

/**
 * A run with what is done to it from outside, in one order of time: timers as they are due, and each act once everything that was due by its
 * instant is over. Whoever drives it (the pacer, a replay, `simulate`) decides only when: the same acts give the same events.
 */
export class PlayedRun implements Paced, PacedClock {
  readonly #acts: TimedAct[];
  readonly #options: PlayedRunOptions;
  /** How many acts have been done, and the one that comes next. */
  #made = 0;
  #next: TimedAct | undefined;
  /** Timers that have fired. */
  #fired = 0;

  constructor(
    readonly run: Run,
    options: PlayedRunOptions,
  ) {
    this.#options = options;
    this.#acts = [...(options.acts ?? [])];
    this.#next = this.#acts[0];
  }

  /** For those who drive it, acts are due as timers are. */
  get clock(): PacedClock {
    return this;
  }

  get now(): Microseconds {
    return this.run.clock.now;
  }

  get idle(): boolean {
    return this.run.loop.idle;
  }

  /** What was done so far. */
  get done(): readonly TimedAct[] {
    return this.#acts.slice(0, this.#made);
  }

  /** Whether everything that was to be done has been. */
  get over(): boolean {
    return this.#next === undefined;
  }

  /** Whether something is still to be done at an instant or before it. */
  dueBy(at: Microseconds): boolean {
    return this.#next !== undefined && this.#next.at <= at;
  }

  /**
   * Takes over what has been added to a list of acts of which it had the beginning. False when it cannot: what has a place among turns comes
   * too late once that is passed.
   */
  follow(acts: readonly TimedAct[]): boolean {
    const added = acts.slice(this.#acts.length);
    if (added.some(({ turns }) => turns !== undefined)) return false;
    this.#acts.push(...added);
    this.#next = this.#acts[this.#made];
    return true;
  }

  /** How far the run has come: what is ready and timers happen one by one, always in the same order. */
  get turns(): number {
    return this.run.loop.turns + this.#fired;
  }

  get nextAt(): Microseconds | null {
    const act = this.#next;
    const timerAt = this.run.clock.nextAt;
    // (An act that has a place among the turns comes when that is reached.)
    if (act === undefined || act.turns !== undefined) return timerAt;
    return timerAt === null ? act.at : Math.min(act.at, timerAt);
  }

  passTo(at: Microseconds): void {
    const act = this.#next;
    this.run.clock.passTo(act === undefined ? at : Math.min(at, act.at));
  }

  fireNext(latest: Microseconds = Number.POSITIVE_INFINITY): boolean {
    const { clock } = this.run;
    const act = this.#next;
    const goesOn = this.#options.asListed === true || this.run.active;
    if (act === undefined || act.turns !== undefined || (goesOn && clock.nextAt !== null && clock.nextAt <= act.at)) {
      if (!goesOn || !clock.fireNext(latest)) return false;
      this.#fired++;
      return true;
    }
    if (act.at > latest) return false;
    clock.passTo(act.at);
    do this.#make();
    while (this.#options.asListed === true && this.#next?.at === act.at);
    return true;
  }

  drain(limit: number): boolean {
    const { loop } = this.run;
    const { standstillTurns } = this.#options;
    const end = this.turns + limit;
    do {
      const placed = this.#next?.turns;
      if (placed !== undefined && (this.turns >= placed || this.now > this.#next!.at)) {
        this.#make();
        continue;
      }
      let stop = placed === undefined ? end : Math.min(end, placed);
      const before = loop.turnsAtInstant;
      // To the turn: where a sentence stands among the events must not depend on how the work is cut into pieces.
      if (before < standstillTurns) stop = Math.min(stop, this.turns + standstillTurns - before);
      const idle = loop.drain(stop - this.turns);
      if (before < standstillTurns && loop.turnsAtInstant === standstillTurns) this.run.noteStandstill(standstillTurns);
      if (idle) {
        this.#options.rested?.();
        if (placed === undefined || this.turns < placed) return true;
      }
    } while (this.turns < end);
    return false;
  }

  /** Before the run begins: does what is to be done beforehand, and what else is. */
  prepare(more: readonly Act[] = []): void {
    this.#acts.splice(this.#made, 0, ...more.map((act): TimedAct => ({ at: this.now, act, prepared: true })));
    this.#next = this.#acts[this.#made];
    while (this.#next?.prepared === true) this.#make();
  }

  /** Does something now, after everything that was due, and remembers it. */
  do<T>(act: Act, make: () => T): T {
    const rested = this.#rest();
    // What is done by hand to a bench where nothing runs any more is done to the bench, and not to the run that has ended.
    if (this.run.active || act.type === 'request')
      this.#acts.splice(this.#made++, 0, { at: this.now, act, ...(rested ? {} : { turns: this.turns }) });
    return make();
  }

  /**
   * Goes on until everything has happened that happens up to an instant, or until so many things have. True when that instant has been
   * reached, or the run is over.
   */
  playTo(at: Microseconds, limit: number): boolean {
    const end = this.turns + limit;
    while (this.turns < end) {
      if (!this.drain(end - this.turns)) continue;
      if (this.fireNext(at)) continue;
      if (this.run.active) this.passTo(at);
      return true;
    }
    return false;
  }

  /** Lets everything happen that is due at this instant. False when that does not come to an end. */
  #rest(): boolean {
    const end = this.turns + patience;
    while (this.turns < end) {
      if (this.drain(end - this.turns) && !this.fireNext(this.now)) return true;
    }
    return false;
  }

  #make(): void {
    const { act } = this.#next!;
    this.#next = this.#acts[++this.#made];
    switch (act.type) {
      case 'request':
        this.run.request(act.what);
        break;
      case 'control':
        this.run.control(act.what);
        break;
      case 'fault':
        this.run.faults.device(act.what);
        break;
      case 'service-fault':
        this.run.faults.service(act.what);
        break;
    }
  }
}
