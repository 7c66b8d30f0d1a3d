/** What the tests of this folder stand on: workers of a few lines behind real message ports, and time that they own. */
import * as Comlink from 'comlink';
import type { WireApi } from '../../model/protocol.js';
import type { Snapshot, Update } from '../../model/snapshot.js';
import { Keeper, type KeeperListener, type Loss } from './keeper.js';
import type { Pulse } from './heartbeat.js';
import type { SandboxFrame, SandboxWorker } from './sandbox-frame.js';
import type { RuntimeStatus } from './status.js';
import { beatMilliseconds } from './watchdog.js';

export const snapshotOf = (revision: number, more: Partial<Snapshot> = {}): Snapshot => ({
  revision,
  clock: { now: 0, speed: 1, rate: 0, held: false },
  process: null,
  steps: null,
  bench: 'default',
  ambient: 22,
  devices: [],
  ...more,
});
export const updateOf = (run: number, revision: number, more: Partial<Update> = {}): Update => ({
  run,
  snapshot: snapshotOf(revision),
  events: [],
  first: 0,
  dropped: 0,
  ...more,
});

/** A worker as the page sees it from outside: what it answers, and whether it does. */
export class FakeWorker implements SandboxWorker {
  readonly api: MessagePort;
  readonly alarm: MessagePort;
  /** The other ends. */
  readonly theirs: MessagePort;
  readonly theirAlarm: MessagePort;
  onUncaught: (message: string) => void = () => {};
  ended = false;
  /** Names of the calls that came, in order. */
  readonly calls: string[] = [];
  /** Hangs: nothing is answered. */
  stuck = false;
  answers: Partial<Record<keyof WireApi, (...values: readonly unknown[]) => unknown>> = {};

  constructor() {
    const api = new MessageChannel();
    const alarm = new MessageChannel();
    [this.api, this.theirs, this.alarm, this.theirAlarm] = [api.port1, api.port2, alarm.port1, alarm.port2];
    const names: readonly (keyof WireApi)[] = [
      'ping',
      'next',
      'load',
      'run',
      'request',
      'clock',
      'fault',
      'control',
      'history',
      'checkData',
      'serviceFault',
      'content',
      'preview',
      'trace',
      'recording',
      'moment',
      'foresee',
      'glimpse',
      'replay',
      'check',
      'endCheck',
    ];
    Comlink.expose(
      Object.fromEntries(names.map((name) => [name, (...values: readonly unknown[]) => this.#answer(name, values)])),
      this.theirs as unknown as Comlink.Endpoint,
    );
  }

  end(): void {
    this.ended = true;
    for (const port of [this.api, this.theirs, this.alarm, this.theirAlarm]) port.close();
  }

  #answer(name: keyof WireApi, values: readonly unknown[]): unknown {
    if (this.stuck) return new Promise(() => {});
    this.calls.push(name);
    const answer = this.answers[name];
    if (answer) return answer(...values);
    if (name === 'ping') return 0;
    if (name === 'preview') return { update: updateOf(0, 0), failures: [], waits: false };
    return name === 'clock' || name === 'fault' ? updateOf(0, 0) : new Promise(() => {});
  }
}

export class FakeFrame implements SandboxFrame {
  readonly workers: FakeWorker[] = [];
  /** Ended by the browser: it answers nothing any more. */
  dead = false;
  removed = false;
  onPong: () => void = () => {};

  constructor(readonly prepare: (worker: FakeWorker) => void = () => {}) {}

  spawn(): FakeWorker {
    const worker = new FakeWorker();
    this.prepare(worker);
    this.workers.push(worker);
    return worker;
  }

  ping(): void {
    if (!this.dead) this.onPong();
  }

  remove(): void {
    this.removed = true;
  }
}

/** A page whose time the test owns. */
export class FakePage implements Pulse {
  time = 0;
  invisible = false;
  readonly #beats = new Set<() => void>();
  readonly #listeners = new Set<() => void>();
  readonly timeouts: (() => void)[] = [];

  now(): number {
    return this.time;
  }

  every(_milliseconds: number, callback: () => void): () => void {
    this.#beats.add(callback);
    return () => this.#beats.delete(callback);
  }

  hidden(): boolean {
    return this.invisible;
  }

  onVisibility(callback: () => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  show(visible: boolean): void {
    this.invisible = !visible;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Lets beats pass, with everything that they cause. */
  async beat(times: number): Promise<void> {
    for (let index = 0; index < times; index++) {
      this.time += beatMilliseconds;
      for (const callback of [...this.#beats]) callback();
      await messages();
    }
  }
}

/** Resolves when every message that is under way has been delivered and answered. */
export async function messages(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  }
}

/** A keeper over fakes, with what it told. */
export function fakeKeeper(prepare: (worker: FakeWorker) => void = () => {}) {
  const page = new FakePage();
  const frames: FakeFrame[] = [];
  const told = {
    statuses: [] as RuntimeStatus[],
    losses: [] as Loss[],
    remarks: [] as string[],
    updates: [] as (readonly [number, Update])[],
  };
  const listener: KeeperListener = {
    status: (status) => told.statuses.push(status),
    ready: () => {},
    update: (worker, update) => told.updates.push([worker, update]),
    lost: (loss) => told.losses.push(loss),
    remark: (message) => told.remarks.push(message),
  };
  const keeperFor = (heard: KeeperListener): Keeper =>
    new Keeper(heard, {
      openFrame: () => {
        const frame = new FakeFrame(prepare);
        frames.push(frame);
        return Promise.resolve(frame);
      },
      frame: messages,
      after: (_milliseconds, callback) => {
        page.timeouts.push(callback);
        return () => page.timeouts.splice(page.timeouts.indexOf(callback), 1);
      },
      pulse: page,
    });
  const worker = (index: number): FakeWorker => frames.flatMap((frame) => frame.workers)[index]!;
  return { page, frames, told, worker, keeperFor, keeper: keeperFor(listener) };
}
