import type { TraceEvent } from '../model/events.js';
import type { Place } from '../model/place.js';
import type { Request, RequestResult } from '../model/requests.js';
import type { Foresight } from '../model/travel.js';
import type { RealTime } from './clock/real-time.js';
import { microseconds } from './clock/virtual-clock.js';
import type { LoadEnvironment } from './languages.js';
import type { ObservationPoint } from './process/instance.js';
import type { ProcessOwner } from './process/owner.js';
import { innermostOf, suspensionOf } from './process/suspension-of.js';
import type { RecordedRun } from './recorded-run.js';
import { bringTo, replayOf } from './replay.js';
import { inSlices } from './slices.js';

/** How far is looked ahead: virtual seconds, and milliseconds of work. */
const ahead = { seconds: 3600, milliseconds: 200 } as const;
/** Virtual seconds in which a process that has been told of a jump leaves, cleanup included, or else goes on. */
const leaveSeconds = 60;
/** Something that came of the request: when, and where in the process. */
interface Effect {
  readonly at: number;
  readonly place: Place | null;
  readonly by: Foresight['by'];
}

/**
 * What a request would do to a run that stands where it stands now: in a run of which nobody hears it is made, and that goes on until it has had
 * its effect. `null`: not wanted any more.
 */
export async function foresee(
  of: RecordedRun,
  request: Request,
  real: RealTime,
  guard: LoadEnvironment['guard'],
  wanted: () => boolean,
): Promise<Foresight | null> {
  const { recording } = of;
  if (recording === null) return null;
  const replay = replayOf(recording, guard, true);
  if (!(await bringTo(replay, of.run.clock.seconds, real, wanted))) return null;
  const watch = new Watch(replay, request);
  const verdict = replay.played.do({ type: 'request', what: request }, () => replay.run.request(request));
  if (verdict === null) return null;
  if (!verdict.accepted) return { verdict, effect: 'never', at: null, place: null, by: null };
  // What comes of it at once, before any time passes.
  replay.played.playTo(watch.now, 10_000);
  const until = watch.now + microseconds(ahead.seconds);
  const stopAt = real.now() + ahead.milliseconds;
  const done = await inSlices(
    real,
    () => {
      if (watch.settled || real.now() > stopAt) return true;
      return replay.played.playTo(until, watch.turnsPerLook) || replay.standsStillAt(replay.played.now);
    },
    wanted,
  );
  return done ? watch.foresight(verdict) : null;
}

/** Notices what comes of one request. */
class Watch {
  /** Whole microseconds. */
  readonly now: number;
  readonly #owner: ProcessOwner | null;
  readonly #before: Effect;
  readonly #instance: number;
  #taken: Effect | null = null;
  #paused: Effect | null = null;
  #restarted: Effect | null = null;
  #ended: number | null = null;

  constructor(
    private readonly replay: RecordedRun,
    private readonly request: Request,
  ) {
    const { run, played } = replay;
    this.now = played.now;
    this.#owner = ownerOf(replay, request.step ?? '');
    this.#before = { at: this.now / 1e6, ...suspended(this.#owner) };
    this.#instance = this.#owner?.life.instances ?? 0;
    if (this.#owner !== null) this.#owner.onObserved = (by) => this.#observed(by);
    replay.listener = (event) => {
      if ((event.step ?? '') === (run.protocol === null ? '' : (request.step ?? ''))) this.#told(event);
    };
  }

  /** Things that may happen between two looks: that a message was received is seen by looking. */
  get turnsPerLook(): number {
    return this.request.type === 'message' ? 1 : 64;
  }

  /** Nothing more has to be seen. */
  get settled(): boolean {
    if (this.#ended !== null) return true;
    switch (this.request.type) {
      case 'pause':
        return this.#paused !== null;
      case 'jump':
      case 'swap':
        return this.#restarted !== null || (this.#taken !== null && this.replay.played.now / 1e6 > this.#taken.at + leaveSeconds);
      case 'message':
        return this.#received;
      case 'halt':
      case 'skip':
        return false;
      default:
        return true;
    }
  }

  foresight(verdict: RequestResult): Foresight {
    const restarted = this.#restarted;
    if (restarted !== null) return { verdict, effect: 'recreates', ...restarted };
    const effect = this.#effect();
    if (effect !== null) return { verdict, effect: effect.at > this.now / 1e6 ? 'later' : 'now', ...effect };
    if (this.#ended !== null) return { verdict, effect: 'never', at: this.#ended, place: null, by: null };
    return { verdict, effect: 'unknown', at: this.replay.run.clock.seconds, place: null, by: null };
  }

  #effect(): Effect | null {
    switch (this.request.type) {
      case 'pause':
        return this.#paused;
      case 'jump':
      case 'swap':
        return this.#taken;
      case 'message':
        return this.#received ? this.#taken : null;
      case 'halt':
      case 'skip':
        return this.#ended === null ? null : { ...this.#before, at: this.#ended };
      default:
        return this.#before;
    }
  }

  /** The process has taken every message that was sent. */
  get #received(): boolean {
    const { instance } = this.#owner?.life ?? {};
    if (instance === null || instance === undefined || instance.mailbox.size > 0) return false;
    const waits = this.#before.by === 'receive' && this.replay.played.now === this.now;
    this.#taken ??= { at: this.replay.run.clock.seconds, place: waits ? this.#before.place : null, by: 'receive' };
    return true;
  }

  #observed(by: ObservationPoint): void {
    const here = this.#here(by);
    if (this.request.type === 'jump' || this.request.type === 'swap') this.#taken ??= here;
    else if (this.request.type === 'pause' && by === 'checkpoint') this.#paused ??= here;
  }

  #told(event: TraceEvent): void {
    if (event.event === 'note' && event.name === 'restarted') {
      const { at, place, by } = this.#taken ?? this.#before;
      this.#restarted ??= { at: Math.max(at, event.t), place: event.place ?? place, by };
    } else if (event.event === 'state' && event.mode === 'done' && event.instance >= this.#instance) this.#ended = event.t;
    else if (event.event === 'step' && event.state === 'ended') this.#ended = event.t;
  }

  #here(by: Foresight['by']): Effect {
    const place = this.#owner?.program.here() ?? suspended(this.#owner).place;
    return { at: this.replay.run.clock.seconds, place, by };
  }
}

/** Of a step that is a process, or of the process alone. */
function ownerOf({ run }: RecordedRun, step: string): ProcessOwner | null {
  if (run.protocol === null) return run.owner;
  return run.protocol.owners().find(([path]) => path === step)?.[1] ?? null;
}

/** The innermost await of a process. */
function suspended(owner: ProcessOwner | null): Pick<Effect, 'place' | 'by'> {
  const body = owner?.life.body ?? null;
  if (owner === null || body === null || innermostOf(body) === null) return { place: null, by: null };
  const frame = suspensionOf(owner.program, body)?.at.at(-1);
  return frame === undefined
    ? { place: null, by: null }
    : { place: { file: 'process', line: frame.line, column: frame.column }, by: frame.kind };
}
