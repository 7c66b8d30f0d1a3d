import type { Update } from '../../model/snapshot.js';
import { Refused } from './border.js';
import type { Connection } from './connection.js';
import type { Pulse } from './heartbeat.js';
import { LiveWorker } from './live-worker.js';
import type { SandboxFrame, SandboxWorker } from './sandbox-frame.js';
import { Gone, type RuntimeStatus, type Stuck } from './status.js';

/** What the keeper tells. `worker` counts the workers from 1: what comes from a number lower than the highest seen is late. */
export interface KeeperListener {
  status(status: RuntimeStatus): void;
  /** A worker, maybe a new one, can be asked. */
  ready(worker: number, connection: Connection): void;
  update(worker: number, update: Update): void;
  /** The worker ended with all that ran in it; another one is being started. */
  lost(loss: Loss): void;
  /** Something went wrong that ends nothing: a sentence for the log. */
  remark(message: string): void;
}

export interface Loss {
  readonly type: 'stopped' | 'died';
  readonly message: string;
  /** The loop it was in, when that is known. */
  readonly stuck: Stuck;
}

/** The page around the keeper; handed in so that a test can own it. */
export interface KeeperWorld {
  openFrame(): Promise<SandboxFrame>;
  /** Resolves when the page is about to be drawn. */
  frame(): Promise<void>;
  /** Calls back after a time; returns how to prevent it. */
  after(milliseconds: number, callback: () => void): () => void;
  readonly pulse: Pulse;
}

/** A slow network has brought the script by then; the worker only has to start. */
const startMilliseconds = 15_000;
/** A worker that has not answered by then is busy with something else, and what it does should be seen. */
const framesForAnswer = 6;
/** Between two updates while time jumps from event to event: nobody can read more, and drawing takes the processor from the process. */
const restMilliseconds = 40;
/** Starts in a row that may fail before the page says so. */
const startsAllowed = 3;

const losses = {
  stopped: {
    type: 'stopped',
    message: 'The runtime was stopped by hand. The code and the trace are kept; the cleanup of the process did not run.',
  },
  vanished: {
    type: 'died',
    message:
      'The runtime ended by itself, most likely because the process used up all memory. It was started anew; the code and the trace are kept.',
  },
  flooded: {
    type: 'died',
    message:
      'The process sent far more messages than a page can take, so the runtime was ended and started anew. The code and the trace are kept.',
  },
} as const satisfies Record<string, Omit<Loss, 'stuck'>>;

interface Waiting {
  resolve(connection: Connection): void;
  reject(reason: Gone): void;
}

/** Keeps one worker alive: starts it, notices when it falls silent or dies, replaces it. */
export class Keeper {
  readonly #listener: KeeperListener;
  readonly #world: KeeperWorld;
  #phase: 'idle' | 'starting' | 'ready' = 'idle';
  #frame: SandboxFrame | null = null;
  #live: LiveWorker | null = null;
  /** Started while the present worker is silent, so that *Stop* has a successor at once. */
  #spare: SandboxWorker | null = null;
  #workers = 0;
  #failedStarts = 0;
  #waiting: Waiting[] = [];

  constructor(listener: KeeperListener, world: KeeperWorld) {
    this.#listener = listener;
    this.#world = world;
  }

  /** The connection to the worker, once it answers. Starts one when there is none; rejects with `Gone` when that is impossible. */
  connection(): Promise<Connection> {
    if (this.#phase === 'ready' && this.#live) return Promise.resolve(this.#live.connection);
    const connection = new Promise<Connection>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    if (this.#phase === 'idle') {
      this.#failedStarts = 0;
      void this.#start();
    }
    return connection;
  }

  /** Ends the worker, whatever it does, and starts another. */
  stop(): void {
    if (this.#phase === 'ready') this.#replace(losses.stopped);
  }

  /** Puts the alarm off for a while. */
  keepWaiting(): void {
    if (this.#live?.keepWaiting()) this.#listener.status({ type: 'waiting', stuck: this.#live.stuck });
  }

  async #start(): Promise<void> {
    this.#phase = 'starting';
    this.#listener.status({ type: 'starting' });
    try {
      this.#frame ??= await this.#world.openFrame();
      const live = this.#spawn(this.#frame);
      await this.#firstAnswer(live);
      this.#begin(live);
    } catch (error) {
      this.#startFailed(error instanceof Error ? error.message : String(error));
    }
  }

  #spawn(frame: SandboxFrame): LiveWorker {
    const worker = this.#spare ?? frame.spawn();
    this.#spare = null;
    this.#live = new LiveWorker(++this.#workers, worker, frame);
    return this.#live;
  }

  async #firstAnswer(live: LiveWorker): Promise<void> {
    const giveUp = (why: string): void => live.connection.end(new Gone(why));
    live.worker.onUncaught = giveUp;
    const cancel = this.#world.after(startMilliseconds, () => giveUp('It did not start in time.'));
    await live.connection.ping().finally(cancel);
    live.worker.onUncaught = (message) => this.#listener.remark(`Something outside of the process failed: ${message}`);
  }

  #begin(live: LiveWorker): void {
    this.#phase = 'ready';
    this.#failedStarts = 0;
    live.watch(
      {
        silent: (stuck) => {
          this.#spare ??= live.frame.spawn();
          this.#listener.status({ type: 'silent', stuck });
        },
        recovered: () => {
          this.#dropSpare();
          this.#listener.status({ type: 'ready' });
        },
        update: (update) => this.#listener.update(live.number, update),
        vanished: () => {
          this.#dropFrame();
          this.#replace(losses.vanished);
        },
        flooded: () => this.#replace(losses.flooded),
      },
      this.#world.pulse,
    );
    this.#listener.status({ type: 'ready' });
    this.#listener.ready(live.number, live.connection);
    for (const { resolve } of this.#waiting.splice(0)) resolve(live.connection);
    void this.#follow(live);
  }

  /** Takes one update after the other and shows each in the frame that draws it; asking for the next one says that this one is on screen. */
  async #follow(live: LiveWorker): Promise<void> {
    for (;;) {
      try {
        const update = await live.connection.next();
        await this.#frameFor(live);
        this.#listener.update(live.number, update);
        if (update.snapshot.clock.rate === null) await this.#rest();
      } catch (error) {
        if (this.#live !== live || error instanceof Gone) return;
        this.#listener.remark(error instanceof Refused ? error.message : `The runtime could not tell what happened: ${String(error)}`);
        await this.#world.frame();
      }
    }
  }

  /** While an answer is awaited nothing else is shown: who has pressed *Halt* waits for it, and drawing would stand in its way. */
  async #frameFor(live: LiveWorker): Promise<void> {
    let frames = 0;
    do await this.#world.frame();
    while (live.connection.asking && ++frames < framesForAnswer);
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => void this.#world.after(restMilliseconds, resolve));
  }

  #replace(reason: Omit<Loss, 'stuck'>): void {
    const loss: Loss = { ...reason, stuck: this.#live?.stuck ?? { line: null } };
    this.#live?.end(new Gone(loss.message));
    this.#live = null;
    this.#listener.lost(loss);
    void this.#start();
  }

  #dropSpare(): void {
    this.#spare?.end();
    this.#spare = null;
  }

  #dropFrame(): void {
    this.#spare = null;
    this.#frame?.remove();
    this.#frame = null;
  }

  /** A frame in which no worker starts is not worth keeping. */
  #startFailed(why: string): void {
    this.#live?.end(new Gone(why));
    this.#live = null;
    this.#dropFrame();
    if (++this.#failedStarts < startsAllowed) return void this.#start();
    this.#phase = 'idle';
    const message = `The runtime cannot be started, so nothing can be run: ${why} Press Run to try again, or reload the page.`;
    this.#listener.status({ type: 'unavailable', message });
    for (const { reject } of this.#waiting.splice(0)) reject(new Gone(message));
  }
}
