import type { Moment } from '../model/travel.js';
import type { RealTime } from './clock/real-time.js';
import type { LoadEnvironment } from './languages.js';
import type { RecordedRun } from './recorded-run.js';
import { bringTo, replayOf } from './replay.js';
import { snapshotOf } from './snapshot-of.js';

/**
 * Looks into the past of one run: has it once more, in a run of which nobody hears, up to the instant that was asked for. That run is kept,
 * so that going on forwards costs only what lies in between.
 */
export class Past {
  #replay: RecordedRun | null = null;
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
    const { seconds } = this.of.run.clock;
    const until = Math.max(0, Math.min(at, seconds));
    const replay = this.#replayBefore(until);
    if (replay === null || !(await bringTo(replay, until, this.real, wanted))) return null;
    const { run } = replay;
    // Where the replay was left by an older look it stands a little earlier, never later.
    const clock = { now: until, speed: 1, rate: 0, held: true } as const;
    return { at: until, snapshot: snapshotOf(0, clock, run), services: run.services.view() };
  }

  /** Whoever looks gets `null`. */
  close(): void {
    this.#looks++;
    this.#replay = null;
  }

  /** The run of the last look, if it is not beyond that instant, or a new one. */
  #replayBefore(seconds: number): RecordedRun | null {
    const { recording } = this.of;
    if (recording === null) return null;
    const known = this.#replay;
    if (known !== null && known.run.clock.seconds <= seconds && known.played.follow(recording.acts)) return known;
    this.#replay = replayOf(recording, this.guard);
    return this.#replay;
  }
}
