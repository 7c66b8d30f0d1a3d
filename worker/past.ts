import type { Moment } from '../model/travel.js';
import type { RealTime } from './clock/real-time.js';
import type { LoadEnvironment } from './languages.js';
import type { RecordedRun } from './recorded-run.js';
import { bringTo, replayOf } from './replay.js';
import { snapshotOf } from './snapshot-of.js';

/** Replays that are kept. Each holds a run: a bench, a process and what it has made so far. */
const most = 8;

/**
 * Looks into the past of one run: has it once more, in a run of which nobody hears, up to the instant that was asked for. Some of those are kept
 * where they were left, at different instants, and go on from there when somebody looks at a later one: a step forwards costs only what lies
 * in between, and any instant a part of the whole.
 */
export class Past {
  #kept: RecordedRun[] = [];
  /** Counts the looks: the newest is the one that matters. */
  #looks = 0;

  constructor(
    private readonly of: RecordedRun,
    private readonly real: RealTime,
    private readonly guard: LoadEnvironment['guard'],
  ) {}

  /** The run at `at` virtual seconds, or at its latest instant before that; `null` when a newer look came in between. */
  async moment(at: number): Promise<Moment | null> {
    const look = ++this.#looks;
    const wanted = (): boolean => look === this.#looks;
    const until = Math.max(0, Math.min(at, this.of.run.clock.seconds));
    const replay = this.#takeBefore(until);
    if (replay === null) return null;
    const there = await bringTo(replay, until, this.real, wanted);
    this.#keep(replay);
    if (!there) return null;
    const { run } = replay;
    const clock = { now: until, speed: 1, rate: 0, held: true } as const;
    return { at: until, snapshot: snapshotOf(0, clock, run), services: run.services.view() };
  }

  /** Whoever looks gets `null`. */
  close(): void {
    this.#looks++;
    this.#kept = [];
  }

  /** The replay that is nearest before that instant, for one look alone; or a new one. */
  #takeBefore(seconds: number): RecordedRun | null {
    const { recording } = this.of;
    if (recording === null) return null;
    const index = this.#kept.findLastIndex(({ run }) => run.clock.seconds <= seconds);
    const [nearest] = index < 0 ? [] : this.#kept.splice(index, 1);
    return nearest?.played.follow(recording.acts) === true ? nearest : replayOf(recording, this.guard, true);
  }

  /** Keeps a replay among the others, in the order of their instants. Of too many, the one goes that is nearest after another: it saves least. */
  #keep(replay: RecordedRun): void {
    this.#kept = [...this.#kept, replay].sort((one, other) => one.played.now - other.played.now);
    if (this.#kept.length <= most) return;
    const saves = this.#kept.map(({ played }, index) => played.now - (this.#kept[index - 1]?.played.now ?? 0));
    this.#kept.splice(saves.indexOf(Math.min(...saves)), 1);
  }
}
