import type { StuckReport } from '../../model/protocol.js';
import type { Update } from '../../model/snapshot.js';
import { read } from './border.js';
import { Connection } from './connection.js';
import { Heartbeat, type Pulse } from './heartbeat.js';
import { watchRate } from './message-rate.js';
import type { SandboxFrame, SandboxWorker } from './sandbox-frame.js';
import type { Gone, Stuck } from './status.js';
import { stuckReport } from './wire-schemas.js';

export interface LiveWorkerListener {
  /** It does not answer, or it now says where it is stuck. */
  silent(stuck: Stuck): void;
  recovered(): void;
  /** What it could still tell from inside the loop. */
  update(update: Update): void;
  /** Neither it nor its frame answers: memory ran out, and the browser ended both. */
  vanished(): void;
  /** It sends more than a page can take. */
  flooded(): void;
}

/** One worker under watch, from its first answer to its end. */
export class LiveWorker {
  readonly connection: Connection;
  #stuck: Stuck = { line: null };
  #heart: Heartbeat | null = null;
  /** Beats only while the worker is silent: an endless loop leaves the frame alive, running out of memory does not. */
  #frameHeart: Heartbeat | null = null;

  constructor(
    /** Counts the workers of the page, from 1. */
    readonly number: number,
    readonly worker: SandboxWorker,
    readonly frame: SandboxFrame,
  ) {
    this.connection = new Connection(worker.api);
  }

  get stuck(): Stuck {
    return this.#stuck;
  }

  /** Begins the watch, once the worker has answered for the first time. */
  watch(listener: LiveWorkerListener, pulse: Pulse): void {
    const { api, alarm } = this.worker;
    watchRate(api, () => listener.flooded());
    watchRate(alarm, () => listener.flooded());
    const heart = new Heartbeat(
      {
        ping: () =>
          this.connection.ping().then(
            () => heart.answered(),
            () => {},
          ),
        silent: () => {
          listener.silent(this.#stuck);
          this.#watchFrame(listener, pulse);
        },
        recovered: () => {
          this.#frameHeart?.stop();
          this.#frameHeart = null;
          this.#stuck = { line: null };
          listener.recovered();
        },
      },
      pulse,
    );
    this.#heart = heart;
    alarm.addEventListener('message', (event) => {
      const report = reportOf(event.data);
      if (!report) return;
      this.#stuck = { line: report.line };
      if (report.update) listener.update(report.update);
      if (heart.silent) listener.silent(this.#stuck);
    });
    alarm.start();
  }

  /** No alarm for a while. False when there is none to put off. */
  keepWaiting(): boolean {
    if (!this.#heart?.silent) return false;
    this.#heart.keepWaiting();
    return true;
  }

  /** Every pending call settles with `reason`. */
  end(reason: Gone): void {
    this.#heart?.stop();
    this.#frameHeart?.stop();
    this.worker.end();
    this.connection.end(reason);
  }

  #watchFrame(listener: LiveWorkerListener, pulse: Pulse): void {
    if (this.#frameHeart) return;
    const { frame } = this;
    const heart = new Heartbeat({ ping: () => frame.ping(), silent: () => listener.vanished(), recovered: () => {} }, pulse);
    frame.onPong = () => heart.answered();
    this.#frameHeart = heart;
  }
}

/** Garbage on that port says nothing, and must not fill the log. */
function reportOf(message: unknown): StuckReport | null {
  try {
    return read(stuckReport, message);
  } catch {
    return null;
  }
}
