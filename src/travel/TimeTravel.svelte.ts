import { type Instant, Instants, processAt, type RunInfo, stepsAt } from '../../model/at-instant.js';
import type { DeviceView } from '../../model/devices.js';
import type { RunLog } from '../../model/run-log.js';
import type { ServicesView } from '../../model/services.js';
import type { ProcessView } from '../../model/snapshot.js';
import type { StepPath, StepView } from '../../model/steps.js';
import { clockText } from '../../model/time-text.js';
import type { Trace } from '../../model/trace.js';
import type { Glimpse, Moment } from '../../model/travel.js';
import { type Leap, nextInstant, previousInstant } from './find.js';

/** What looking back needs of the rest of the page. */
export interface TravelPort extends RunInfo {
  readonly trace: Trace;
  /** Virtual seconds of the run that is on; untracked. */
  readonly now: number;
  /** Finds the run at an instant, by carrying it out once more; `null`: somebody asked for another instant meanwhile, or it cannot be had. */
  moment(at: number): Promise<Moment | null>;
  /** The bench as it was shortly before an instant, which is known at once; `null`: nothing is. */
  glimpse(at: number): Promise<Glimpse | null>;
}

/** Why nothing can be done to the run while the page shows its past. */
export const pastText = 'You are looking at the past: go back to now, or fork the run from here, to do something to it.';

const nowhere: Readonly<Record<Leap, string>> = {
  event: 'Nothing more has happened in this run.',
  request: 'No more requests were made.',
  suspension: 'This process did not wait anywhere else.',
  state: 'This process came to no other state.',
};

/** Milliseconds between two instants that are asked for from the runtime, and after which one that stays is read aloud. */
const restMilliseconds = { moment: 40, told: 600 } as const;

/**
 * The instant that the page shows. What the trace tells is shown at once; what only the runtime knows, the devices among it, comes a moment
 * later, and of several instants only for the one that was wanted last.
 */
export class TimeTravel {
  readonly #port: TravelPort;
  readonly #instants = new Instants();
  #at = $state.raw<number | null>(null);
  #hover = $state.raw<number | null>(null);
  #moment = $state.raw<Moment | null>(null);
  #glimpse = $state.raw<Glimpse | null>(null);
  #told = $state('');
  #note = $state('');
  #wanted: number | null = null;
  #asking = false;
  #glimpsing = false;
  /** When the last instant was asked for from the runtime, in milliseconds. */
  #askedAt = Number.NEGATIVE_INFINITY;
  #last: { readonly trace: Trace; readonly instant: Instant } | null = null;
  #timers: { moment?: ReturnType<typeof setTimeout>; told?: ReturnType<typeof setTimeout> } = {};
  readonly #instant = $derived.by(() => (this.shown === null ? null : this.#find(this.shown)));
  readonly #process = $derived.by(() => (this.#exact ? this.#exact.snapshot.process : this.#folded('')));
  readonly #steps = $derived.by(() =>
    this.#exact ? this.#exact.snapshot.steps : this.#instant && stepsAt(this.#instant.fold, this.#port),
  );

  constructor(port: TravelPort) {
    this.#port = port;
  }

  /** The instant that was chosen, in virtual seconds; `null`: the present. */
  get at(): number | null {
    return this.#at;
  }

  /** The instant that is pointed at. */
  get hover(): number | null {
    return this.#hover;
  }

  /** The instant that the page shows; `null`: the present. */
  get shown(): number | null {
    return this.#hover ?? this.#at;
  }

  /** Why nothing can be done; `null`: it can. */
  get blocked(): string | null {
    return this.shown === null ? null : pastText;
  }

  /** Read aloud when an instant was chosen and stays. */
  get told(): string {
    return this.#told;
  }

  /** Why what was tried last led nowhere; empty: it did. */
  get note(): string {
    return this.#note;
  }

  get log(): RunLog | null {
    return this.#instant?.log ?? null;
  }

  /** The process alone, or the first that was on. */
  get process(): ProcessView | null {
    return this.#process;
  }

  get steps(): StepView | null {
    return this.#steps;
  }

  /** The bench nearest to the instant that is known; `null`: none is, yet. */
  get bench(): { readonly devices: readonly DeviceView[]; readonly ambient: number } | null {
    if (this.shown === null) return null;
    return this.#exact?.snapshot ?? this.#glimpse ?? this.#moment?.snapshot ?? null;
  }

  /** The services nearest to the instant that are known; `null`: none are, yet. */
  get services(): ServicesView | null {
    return this.shown === null ? null : (this.#moment?.services ?? null);
  }

  /** The devices that are shown are not of this instant yet. */
  get catchingUp(): boolean {
    return this.shown !== null && this.#exact === null;
  }

  /** Shows an instant; `null`, or one that has not come yet: the present. */
  go(at: number | null): void {
    this.#at = at === null || at > this.#port.now ? null : Math.max(0, at);
    this.#hover = null;
    this.#note = '';
    this.#ask();
    this.#tell();
  }

  /** Shows an instant as long as it is pointed at. */
  point(at: number | null): void {
    this.#hover = at === null || at >= this.#port.now ? null : Math.max(0, at);
    this.#ask();
  }

  /** Goes on to the next instant of a kind; false: there is none. `path`: the process that is shown. */
  leap(leap: Leap, path: StepPath): boolean {
    const next = nextInstant(this.#port.trace, this.#at ?? Number.POSITIVE_INFINITY, leap, path);
    if (next !== null) this.go(next);
    else this.#note = nowhere[leap];
    return next !== null;
  }

  /** Goes to the last instant before at which something happened. */
  back(): boolean {
    const previous = previousInstant(this.#port.trace, this.#at ?? Number.POSITIVE_INFINITY);
    if (previous !== null) this.go(previous);
    else this.#note = 'This is the beginning of the run.';
    return previous !== null;
  }

  /** Another run begins: its past is another. */
  clear(): void {
    this.#at = this.#hover = this.#moment = this.#glimpse = null;
    this.#wanted = null;
    this.#told = this.#note = '';
  }

  /** Something was to be done that cannot be done to the past. */
  refuse(): string {
    this.#note = pastText;
    return pastText;
  }

  /** Makes looking back cheap while nobody does: a thousand events at a time, in tasks of their own. Returns how to stop. */
  prepare(everyMilliseconds = 50): () => void {
    const timer = setInterval(() => this.#instants.advance(this.#port.trace), everyMilliseconds);
    return () => clearInterval(timer);
  }

  get #exact(): Moment | null {
    return this.#moment !== null && this.#moment.at === this.shown ? this.#moment : null;
  }

  #folded(path: StepPath): ProcessView | null {
    return this.#instant && processAt(this.#instant.fold, path, this.#port);
  }

  /** The same instant stays the same while only what comes after it grows. */
  #find(at: number): Instant {
    const { trace } = this.#port;
    const instant = this.#instants.at(trace, at);
    if (this.#last?.trace.events === trace.events && this.#last.instant.count === instant.count) return this.#last.instant;
    this.#last = { trace, instant };
    return instant;
  }

  #ask(): void {
    this.#wanted = this.shown;
    clearTimeout(this.#timers.moment);
    if (this.#wanted === null) return;
    // At once, unless instants come fast: each has the runtime carry out a part of the run.
    const rest = this.#askedAt + restMilliseconds.moment - performance.now();
    if (rest <= 0) void this.#fetch();
    else this.#timers.moment = setTimeout(() => void this.#fetch(), rest);
    void this.#glance();
  }

  /** What is known at once: also while the instant changes, one question after the other. */
  async #glance(): Promise<void> {
    if (this.#glimpsing) return;
    this.#glimpsing = true;
    try {
      for (let glanced: number | null = null; this.#wanted !== null && this.#wanted !== glanced;) {
        glanced = this.#wanted;
        const glimpse = await this.#port.glimpse(glanced);
        if (this.shown !== null) this.#glimpse = glimpse;
      }
    } finally {
      this.#glimpsing = false;
    }
  }

  async #fetch(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#askedAt = performance.now();
    try {
      while (this.#wanted !== null) {
        const wanted = this.#wanted;
        const moment = await this.#port.moment(wanted);
        if (moment !== null && this.shown !== null) this.#moment = { ...moment, at: wanted };
        if (this.#wanted === wanted) break;
      }
    } finally {
      this.#asking = false;
    }
  }

  #tell(): void {
    clearTimeout(this.#timers.told);
    const at = this.#at;
    if (at === null) this.#told = this.#told === '' ? '' : 'You see the present again.';
    else this.#timers.told = setTimeout(() => (this.#told = `You see ${clockText(at, 1)}, the past.`), restMilliseconds.told);
  }
}
