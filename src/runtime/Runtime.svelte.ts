import type { ControlCommand } from '../../model/control.js';
import type { Failure } from '../../model/failure.js';
import type { FaultCommand } from '../../model/faults.js';
import type { ClockCommand, Pace, PreviewReply, ProcessSource, RunOptions } from '../../model/protocol.js';
import type { DataInput, Request, RequestResult } from '../../model/requests.js';
import type { RunLog } from '../../model/run-log.js';
import type { ServiceFaultCommand } from '../../model/service-faults.js';
import type { Content, ContentQuery, ServicesView } from '../../model/services.js';
import type { LoadResult, ProcessInfo, ProtocolInfo, Snapshot, Update } from '../../model/snapshot.js';
import type { DeviceHistory } from '../../model/history.js';
import type { Recording } from '../../model/recording.js';
import { extendTrace, type Trace } from '../../model/trace.js';
import type { ReplayOptions } from '../../model/travel.js';
import { CatchUp, idleMoment } from './catch-up.js';
import { CheckClient } from './check-client.svelte.js';
import type { Connection } from './connection.js';
import type { KeeperListener, Loss } from './keeper.js';
import { emptyView, lose, type PageView, receive, type Remark, remark } from './page-view.js';
import { askedPace } from './pace.js';
import { PastClient } from './past-client.svelte.js';
import { type KeeperLoader, loadKeeper, RuntimeLink } from './runtime-link.js';
import type { RuntimeStatus } from './status.js';

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
/** Without proxies. The type of plain data is recursive, which is more than the type of `$state.snapshot` can follow. */
const plainOptions = (options: unknown): RunOptions => $state.snapshot(options) as RunOptions;
const failureOf = (error: unknown): Failure => ({ kind: 'runtime', name: 'RuntimeError', message: sentenceOf(error) });

/**
 * The page's one client of the runtime: the newest state that came in, and the calls that change it. Every call settles, also when the
 * runtime is stopped or dies under it; calls made before the runtime is there wait for it.
 */
export class Runtime {
  readonly #now: () => number;
  readonly #link: RuntimeLink;
  /** What is asked about the run without changing it. */
  readonly past: PastClient;
  /** The runs of checks. */
  readonly checks: CheckClient;
  #view = $state.raw<PageView>(emptyView);
  #receivedAt = $state.raw(0);
  #status = $state.raw<RuntimeStatus>({ type: 'starting' });
  /** Why the last worker died: told until the next run. */
  #death = $state.raw<string | null>(null);
  #loaded = $state.raw<LoadResult | null>(null);
  #worker = 0;
  /** What was asked of the clock and is not answered yet. */
  #asked: Partial<Pace> = {};
  #bench = { name: 'default', seed: 1, document: '' };
  #previewed = $state.raw<Omit<PreviewReply, 'update'>>({ failures: [], waits: false });
  readonly #catchUp: CatchUp;

  constructor(
    load: KeeperLoader = loadKeeper,
    now: () => number = () => performance.now(),
    idle: (callback: () => void) => void = idleMoment,
  ) {
    const missing = 'The runtime could not be loaded; is the network there? Press Run to try again.';
    this.#link = new RuntimeLink(load, this.#listener(), () => (this.#status = { type: 'unavailable', message: missing }));
    this.past = new PastClient(this.#link.ask);
    this.checks = new CheckClient(this.#link.ask);
    this.#now = now;
    this.#catchUp = new CatchUp({
      missing: () => this.#view.trace,
      ask: (first, limit) => this.#link.ask((connection) => connection.trace(first, limit)),
      take: ({ run, events, first, total }) => {
        const { newest, trace } = this.#view;
        if (run !== newest.run || this.#worker !== newest.worker) return false;
        const joined = extendTrace(trace, events, 0, first);
        this.#view = { ...this.#view, trace: total > joined.total ? { ...joined, total } : joined };
        return true;
      },
      idle,
    });
  }

  /** The newest state of the run. */
  get snapshot(): Snapshot {
    return this.#view.snapshot;
  }

  /** What the services of the run show. */
  get services(): ServicesView {
    return this.#view.services;
  }

  get log(): RunLog {
    return this.#view.log;
  }

  /** Every event of the run, as far as it has come. */
  get trace(): Trace {
    return this.#view.trace;
  }

  /** What the page itself has to say about the run. */
  get remarks(): readonly Remark[] {
    return this.#view.remarks;
  }

  /** When the newest snapshot came in, in milliseconds of the page. */
  get receivedAt(): number {
    return this.#receivedAt;
  }

  /** What the process that was run last declares; `null` before the first run. */
  get info(): ProcessInfo | null {
    return this.#loaded?.ok ? this.#loaded.info : null;
  }

  /** What the steps of the protocol that was run last are and declare; `null`: it was a process alone. */
  get protocol(): ProtocolInfo | null {
    return this.#loaded?.ok ? this.#loaded.protocol : null;
  }

  /** Why the process could not be loaded at the last run, if it could not. */
  get loadFailures(): readonly Failure[] {
    return this.#loaded && !this.#loaded.ok ? this.#loaded.failures : [];
  }

  /** What was worth telling about the process although it could be run. */
  get loadWarnings(): readonly Failure[] {
    return this.#loaded?.ok ? this.#loaded.warnings : [];
  }

  get status(): RuntimeStatus {
    const status = this.#status;
    return this.#death !== null && status.type !== 'silent' && status.type !== 'unavailable'
      ? { type: 'died', message: this.#death }
      : status;
  }

  /** What is wrong with the document of the bench, as it was previewed or run last. */
  get benchFailures(): readonly Failure[] {
    return this.#previewed.failures;
  }

  /** A run is on, on another bench than the one that was asked for last: the next run has that. */
  get benchWaits(): boolean {
    return this.#previewed.waits;
  }

  /**
   * Starts the runtime and shows the bench as it stands before a run: the one that `document` describes, unless it is empty. To be called
   * after the first paint; every other call starts it too.
   */
  start(bench: string, seed: number, document = ''): void {
    this.#bench = { name: bench, seed, document };
    void this.#command((connection) => this.#preview(connection));
  }

  async #preview(connection: Connection): Promise<Update> {
    const asked = this.#bench;
    const { update, failures, waits } = await connection.preview(asked.name, asked.seed, asked.document);
    // What was asked meanwhile is newer.
    if (asked === this.#bench) this.#previewed = { failures, waits };
    return update;
  }

  /** Compiles ahead, so that a following run starts at once. */
  async load(source: ProcessSource): Promise<LoadResult> {
    return this.#link.ask((connection) => connection.load(source)).catch((error: unknown) => ({ ok: false, failures: [failureOf(error)] }));
  }

  /** Ends the present run, if any, and starts another; a runtime that does not answer is replaced first. */
  async run(options: RunOptions): Promise<LoadResult> {
    if (this.#status.type === 'silent' || this.#status.type === 'waiting') this.stop();
    this.#death = null;
    this.#bench = { name: options.bench, seed: options.seed, document: options.source.bench ?? '' };
    try {
      return await this.#link.ask(async (connection) => {
        const { load, update } = await connection.run(plainOptions(options));
        this.#loaded = load;
        const wrong = load.ok ? [] : load.failures.filter(({ place }) => place?.file === 'bench');
        this.#previewed = { failures: wrong, waits: false };
        this.#receive(this.#worker, update);
        return load;
      });
    } catch (error) {
      const load: LoadResult = { ok: false, failures: [failureOf(error)] };
      this.#loaded = load;
      return load;
    }
  }

  async request(request: Request): Promise<RequestResult> {
    try {
      return await this.#link.ask(async (connection) => {
        const { result, update } = await connection.request($state.snapshot(request) as Request);
        this.#receive(this.#worker, update);
        return result;
      });
    } catch (error) {
      return { accepted: false, reason: 'ended', message: sentenceOf(error) };
    }
  }

  /** How the clock is set, with what was asked of it and is not answered yet: a run that starts now has that. */
  get pace(): Pace {
    const { speed, held } = this.snapshot.clock;
    return { speed, held, ...this.#asked };
  }

  async clock(command: ClockCommand): Promise<void> {
    const asked = (this.#asked = askedPace(this.#asked, command));
    await this.#command((connection) => connection.clock(command));
    if (asked === this.#asked) this.#asked = {};
  }

  fault(command: FaultCommand): Promise<void> {
    return this.#command((connection) => connection.fault(command));
  }

  /** How the numbers of a device went over the whole run; `null`: the runtime does not answer. */
  async history(device: string): Promise<DeviceHistory | null> {
    return this.#link.ask((connection) => connection.history(device)).catch(() => null);
  }

  /** Manual control of a node. `null`: done; otherwise why not, in a sentence. */
  async control(command: ControlCommand): Promise<string | null> {
    try {
      return await this.#link.ask(async (connection) => {
        const { result, update } = await connection.control($state.snapshot(command) as ControlCommand);
        this.#receive(this.#worker, update);
        return result.accepted ? null : result.message;
      });
    } catch (error) {
      return sentenceOf(error);
    }
  }

  /** What is wrong with data for a process of the source, by the name of its export (`null`: the default one); nothing when it is fine. */
  async checkData(source: ProcessSource, data: DataInput, process: string | null = null): Promise<readonly Failure[]> {
    const check = (connection: Connection) => connection.checkData(source, $state.snapshot(data) as DataInput, process);
    return this.#link.ask(check).catch((error: unknown) => [failureOf(error)]);
  }

  /** Begins or ends a fault of a service. */
  serviceFault(command: ServiceFaultCommand): Promise<void> {
    return this.#command((connection) => connection.serviceFault(command));
  }

  /** What a service keeps; `null` when it is not there (any more). Raises an error with a sentence when the runtime does not answer. */
  content(query: ContentQuery): Promise<Content> {
    return this.#link.ask((connection) => connection.content(query));
  }

  /**
   * Goes another way from an instant of the past: a new run that is brought there as the present one was, and goes on without what was done
   * after it. The present run is there until then. `null`: there was nothing to go back in, or something newer came in between.
   */
  async fork(at: number, held = false): Promise<LoadResult | null> {
    const recording = await this.past.recording();
    if (recording === null) return null;
    return this.#replay({ recording, from: at, acts: 'drop', speed: this.snapshot.clock.speed, held });
  }

  /** Runs a recording again, with all that was done, from an instant on. `null`: something newer came in between. */
  watch(
    recording: Recording,
    { from = 0, held = false }: { readonly from?: number; readonly held?: boolean } = {},
  ): Promise<LoadResult | null> {
    return this.#replay({ recording, from, acts: 'follow', speed: this.snapshot.clock.speed, held });
  }

  /** Ends the runtime, whatever it does, and starts it anew. The trace so far stays. */
  stop(): void {
    this.#link.stop();
  }

  /** Puts off the alarm about a runtime that does not answer. */
  keepWaiting(): void {
    this.#link.keepWaiting();
  }

  /** The notice about a dead runtime has been read. */
  dismiss(): void {
    this.#death = null;
  }

  async #replay(options: ReplayOptions): Promise<LoadResult | null> {
    if (this.#status.type === 'silent' || this.#status.type === 'waiting') this.stop();
    try {
      return await this.#link.ask(async (connection) => {
        const reply = await connection.replay($state.snapshot(options as unknown) as ReplayOptions);
        if (reply === null) return null;
        this.#death = null;
        const { bench: name, seed, source } = options.recording;
        this.#bench = { name, seed, document: source.bench ?? '' };
        this.#loaded = reply.load;
        this.#receive(this.#worker, reply.update);
        return reply.load;
      });
    } catch (error) {
      return { ok: false, failures: [failureOf(error)] };
    }
  }

  async #command(call: (connection: Connection) => Promise<Update>): Promise<void> {
    try {
      const update = await this.#link.ask(call);
      // The worker that answered: before the first call there was none.
      this.#receive(this.#worker, update);
    } catch (error) {
      this.#remark(sentenceOf(error));
    }
  }

  #listener(): KeeperListener {
    return {
      status: (status) => (this.#status = status),
      ready: (worker, connection) => this.#ready(worker, connection),
      update: (worker, update) => this.#receive(worker, update),
      lost: (loss) => this.#lost(loss),
      remark: (message) => this.#remark(message),
    };
  }

  /** A worker that replaces another one shows its bench, and gets the clock's settings. */
  #ready(worker: number, connection: Connection): void {
    const first = this.#worker === 0;
    this.#worker = worker;
    if (first) return;
    const { speed, held } = this.snapshot.clock;
    const show = (update: Update): void => this.#receive(worker, update);
    const calls = [this.#preview(connection), connection.clock({ type: 'speed', speed })];
    if (held) calls.push(connection.clock({ type: 'hold' }));
    Promise.all(calls.map((call) => call.then(show))).catch((error: unknown) => this.#remark(sentenceOf(error)));
  }

  #receive(worker: number, update: Update): void {
    const before = this.#view;
    this.#view = receive(before, worker, update);
    if (this.#view.snapshot !== before.snapshot) this.#receivedAt = this.#now();
    this.#catchUp.notice();
  }

  #lost({ type, message, stuck }: Loss): void {
    if (type === 'died') this.#death = message;
    this.#view = lose(this.#view, this.snapshot.clock.now, message, stuck.line);
  }

  #remark(message: string): void {
    this.#view = remark(this.#view, this.snapshot.clock.now, message);
  }
}
