import type { Snapshot, Speed, Update } from '../model/snapshot.js';
import { Pacer, type PacerListener } from './clock/pacer.js';
import type { RealTime } from './clock/real-time.js';
import { type PublishedServices, Publisher } from './publisher.js';
import type { RecordedRun } from './recorded-run.js';
import { snapshotOf } from './snapshot-of.js';

export interface StageOptions {
  /** Counts the runs of the session. */
  readonly number: number;
  readonly recorded: RecordedRun;
  /** The run that ended on another bench: its process is shown until the next one begins. */
  readonly ended: RecordedRun | null;
  readonly speed: Speed;
  readonly held: boolean;
  readonly realTime: RealTime;
  readonly services: PublishedServices;
  revision(): number;
  publish(update: Update): Promise<void>;
}

/** What belongs together while one run is on: the run, how fast its time passes, and what the page hears of it. */
export class Stage {
  readonly recorded: RecordedRun;
  /** The run of which the page shows the process. */
  readonly shown: RecordedRun;
  readonly pacer: Pacer;
  readonly publisher: Publisher;

  constructor(readonly options: StageOptions) {
    const { number, recorded, ended, realTime } = options;
    const shown = ended ?? recorded;
    this.recorded = recorded;
    this.shown = shown;
    this.publisher = new Publisher(number, () => this.#snapshot(), options.publish, options.services, ended?.trace.total ?? 0);
    // What has happened before it is on: refused texts, or all that was replayed.
    if (ended === null) for (const event of recorded.trace.part(0, Number.POSITIVE_INFINITY)) this.publisher.add(event);
    recorded.listener = (event) => this.publisher.add(event);
    const { run, played } = recorded;
    const listener: PacerListener = {
      slice: () => this.#slice(),
      get active() {
        return run.active;
      },
    };
    this.pacer = new Pacer(played, realTime, listener, options);
    run.loop.observer = { ...run.loop.observer, woken: () => this.pacer.wake() };
    this.pacer.wake();
  }

  /** Runs what is ready at this instant, so that the answer shows its effect; what takes longer goes on in slices. */
  settle(): Update {
    this.recorded.played.drain(10_000);
    this.pacer.wake();
    return this.publisher.take();
  }

  close(): void {
    this.pacer.close();
    this.publisher.close();
    this.recorded.listener = () => undefined;
  }

  #slice(): void {
    this.publisher.touch();
    this.publisher.flush();
  }

  #snapshot(): Snapshot {
    const { speed, rate, held } = this.pacer;
    const { run } = this.recorded;
    return snapshotOf(this.options.revision(), { now: run.clock.seconds, speed, rate, held }, run, this.shown.run);
  }
}
