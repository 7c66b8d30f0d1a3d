import type { TraceEvent } from '../model/events.js';
import { suspensionsSampledText } from '../model/messages.js';
import type { StepPath } from '../model/steps.js';
import type { SuspensionFrame, SuspensionKind } from '../model/suspension.js';
import type { Microseconds } from './clock/virtual-clock.js';
import type { ProcessOwner } from './process/owner.js';
import { awaitsOf, innermostOf } from './process/suspension-of.js';
import type { Task } from './task/index.js';
import type { Run } from './run.js';

/** The first samples are one in so many suspensions. */
const samplesApart = 256;

/** Where a process was suspended when it was looked at last. */
interface Seen {
  /** The innermost await: its task, where it stands, and since when. As long as it is the same, so is all that waits for it. */
  readonly task: Task<unknown>;
  readonly site: number;
  readonly since: number;
  readonly at: readonly SuspensionFrame[];
}

/** One process that is looked at. */
interface Watched {
  /** `null`: it was not suspended, or that was not told. */
  last: Seen | null;
  /** Not looked at before that instant. */
  quietUntil: Microseconds;
}

/**
 * Tells when a process suspends somewhere else and when it goes on. Looked at whenever an instant has come to rest, millions of times in a long
 * run: a look builds nothing unless something has changed, and what it builds it keeps.
 *
 * Beyond `limit` suspensions it tells samples: a suspension and its end, and then nothing for a while, of virtual time so that the same run
 * tells the same ones. The whiles become longer, so that all of them together stay bounded.
 */
export class SuspensionTrace {
  /** The process alone: not in the map, since looking it up would cost as much as the look. */
  readonly #alone: Watched = { last: null, quietUntil: 0 };
  readonly #steps = new Map<StepPath, Watched>();
  /** Awaits that were told, one object for each: the same ones come again and again. */
  readonly #frames = new Map<object, Map<string, SuspensionFrame>>();
  /** Suspensions that were told since samples began, or since their spacing was doubled. */
  #told = 0;
  /** Between two samples; 0: everything is told. */
  #spacing: Microseconds = 0;

  constructor(
    private readonly run: Run,
    private readonly onEvent: (event: TraceEvent) => void,
    private readonly limit = Number.POSITIVE_INFINITY,
  ) {}

  look(): void {
    const { protocol, owner } = this.run;
    if (protocol === null) {
      if (owner !== null) this.#look(null, owner, this.#alone);
      return;
    }
    for (const [step, one] of protocol.owners()) {
      let watched = this.#steps.get(step);
      if (watched === undefined) this.#steps.set(step, (watched = { last: null, quietUntil: 0 }));
      this.#look(step, one, watched);
    }
  }

  #look(step: StepPath | null, owner: ProcessOwner, watched: Watched): void {
    if (this.run.clock.now < watched.quietUntil) return;
    const { last } = watched;
    const body = owner.life.body;
    const task = body === null ? null : innermostOf(body);
    if (task === null ? last === null : isSame(last, task)) return;
    this.#compare(step, watched, body === null || task === null ? null : this.#see(owner, body, task));
  }

  #compare(step: StepPath | null, watched: Watched, next: Seen | null): void {
    const { last } = watched;
    watched.last = next;
    // Another task at the same await since the same moment: it went on and came back within the instant.
    if (last !== null && next !== null && last.since === next.since && areSame(last.at, next.at)) return;
    const t = this.run.clock.seconds;
    if (last !== null) {
      this.onEvent(eventOf(t, step, 'resumed', last.at));
      if (this.#spacing > 0) {
        watched.last = null;
        watched.quietUntil = this.run.clock.now + this.#spacing;
        return;
      }
    }
    if (next === null) return;
    this.onEvent(eventOf(t, step, 'suspended', next.at));
    if (++this.#told >= this.limit) this.#sampleLess();
  }

  #sampleLess(): void {
    const { clock } = this.run;
    if (this.#spacing === 0) {
      this.onEvent({ t: clock.seconds, event: 'log', level: 'info', message: suspensionsSampledText(this.limit) });
      // One in so many at first. Then the time between them doubles, each time after as many as before.
      this.#spacing = Math.max(1, Math.ceil(clock.now / this.limit)) * samplesApart;
    } else this.#spacing *= 2;
    this.#told = 0;
  }

  #see({ program }: ProcessOwner, body: Task<unknown>, task: Task<unknown>): Seen | null {
    let frames = this.#frames.get(program);
    if (frames === undefined) this.#frames.set(program, (frames = new Map<string, SuspensionFrame>()));
    const known = frames;
    const { at } = awaitsOf(body, (one: Task<unknown>, kind: SuspensionKind) => {
      const key = `${one.site} ${kind}`;
      const frame = known.get(key);
      if (frame !== undefined) return frame;
      const made = program.frame(one);
      if (made === null) return null;
      const whole = { ...made, kind };
      known.set(key, whole);
      return whole;
    });
    return at.length === 0 ? null : { task, site: task.site, since: task.suspendedAt, at };
  }
}

/** (Written out: they are made by the million.) */
function eventOf(t: number, step: StepPath | null, event: 'suspended' | 'resumed', at: readonly SuspensionFrame[]): TraceEvent {
  return step === null ? { t, event, at } : { t, step, event, at };
}

function isSame(last: Seen | null, task: Task<unknown>): boolean {
  return last !== null && last.task === task && last.site === task.site && last.since === task.suspendedAt;
}

/** Frames are kept, so that the same await is the same object. */
function areSame(one: readonly SuspensionFrame[], other: readonly SuspensionFrame[]): boolean {
  return one.length === other.length && one.every((frame, index) => frame === other[index]);
}
