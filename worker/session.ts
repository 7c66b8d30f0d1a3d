import type { ControlCommand } from '../model/control.js';
import type { Failure } from '../model/failure.js';
import type { FaultCommand } from '../model/faults.js';
import type { DeviceHistory } from '../model/history.js';
import type { CheckOptions, CheckRun } from '../model/lessons/check.js';
import { noRunText } from '../model/messages.js';
import type { ClockCommand, ControlReply, Pace, PreviewReply, ProcessSource, RequestReply, RunOptions } from '../model/protocol.js';
import type { Recording } from '../model/recording.js';
import type { DataInput, Request } from '../model/requests.js';
import type { ServiceFaultCommand } from '../model/service-faults.js';
import type { Content, ContentQuery } from '../model/services.js';
import type { LoadResult, Update } from '../model/snapshot.js';
import type { Foresight, Glimpse, Moment, ReplayOptions, RunReply, TracePart } from '../model/travel.js';
import { carriedOver } from './carry-over.js';
import { checkRun } from './check-run.js';
import { chooseBench } from './choose-bench.js';
import type { RealTime } from './clock/real-time.js';
import { microseconds } from './clock/virtual-clock.js';
import { foresee } from './foresee.js';
import { Past } from './past.js';
import { evaluateNow } from './process/collect.js';
import type { PublishedServices } from './publisher.js';
import { type Recipe, RecordedRun, type RecordedRunOptions } from './recorded-run.js';
import { bringTo, replayOf } from './replay.js';
import { Stage } from './stage.js';

export interface SessionOptions {
  readonly realTime: RealTime;
  /** Takes an update; resolves when it has been shown. */
  publish(update: Update): Promise<void>;
  /** A loop of the user's text goes round: called every few thousand rounds. */
  guard?(line: number, column: number): void;
}

const emptyBench: Recipe = { source: null, data: { value: null }, point: null, seed: 1, bench: 'default' };
const atRealSpeed: Pace = { speed: 1, held: false };

/** One playground session: at most one run at a time, its clock, what the page hears of it, and looks into its past. */
export class Session {
  #runs = 0;
  #revision = 0;
  #servicesRevision = 0;
  #stage: Stage | null = null;
  #past: Past | null = null;
  /** Counts what puts another run in the place of the present one: a replay that is being brought to its instant may come too late. */
  #changes = 0;
  /** Counts what was asked about requests: the newest question is the one that matters. */
  #foresights = 0;
  /** Counts the runs of checks: the newest is the one that matters. */
  #checks = 0;
  /** The bench that was named last: what is loaded and checked without being run is for it. */
  #bench = emptyBench.bench;

  constructor(private readonly options: SessionOptions) {}

  /** Loads a process without starting it. Its top level runs, as that of an imported module does. */
  load(source: ProcessSource): LoadResult {
    return this.#scratch(source).load;
  }

  /** Ends the run that is on, if any, and starts another. */
  run({ source, data, point = null, seed, bench, ...pace }: RunOptions): RunReply {
    this.#bench = bench;
    const before = this.#stage?.recorded.run;
    const recorded = this.#newRun({ source, data, point, seed, bench }, { fallback: before?.bench.description });
    const stage = this.#open(++this.#runs, recorded, pace);
    if (before) recorded.played.prepare(carriedOver(before, recorded.run));
    recorded.run.start();
    // The answer goes out before the process runs: should that never return, the page knows what was started.
    stage.pacer.wake();
    return { load: recorded.run.load, update: stage.publisher.take() };
  }

  request(request: Request): RequestReply {
    const stage = this.#caughtUp();
    const { run, played } = stage.recorded;
    const answer = played.do({ type: 'request', what: request }, () => run.request(request));
    return { result: answer ?? { accepted: false, reason: 'not-running', message: noRunText }, update: stage.settle() };
  }

  clock(command: ClockCommand): Update {
    const stage = this.#present();
    const { pacer } = stage;
    switch (command.type) {
      case 'speed':
        pacer.setSpeed(command.speed);
        break;
      case 'hold':
        pacer.hold();
        break;
      case 'release':
        pacer.release();
        break;
      case 'step':
        pacer.step();
        break;
    }
    return stage.settle();
  }

  fault(command: FaultCommand): Update {
    const stage = this.#caughtUp();
    const { run, played } = stage.recorded;
    played.do({ type: 'fault', what: command }, () => run.faults.device(command));
    return stage.settle();
  }

  control(command: ControlCommand): ControlReply {
    const stage = this.#caughtUp();
    const { run, played } = stage.recorded;
    const result = played.do({ type: 'control', what: command }, () => run.control(command));
    return { result, update: stage.settle() };
  }

  /** How the numbers of a device went over the whole run, for a plot. */
  history(device: string): DeviceHistory {
    return this.#present().recorded.run.bench.history(device);
  }

  /**
   * What is wrong with data for the process that `source` is, or for one of its exports (`null`: the default one). Nothing is said
   * about a process that cannot be loaded.
   */
  checkData(source: ProcessSource, data: DataInput, process: string | null = null): readonly Failure[] {
    const present = this.#stage?.recorded.run;
    const run = present?.program && present.sourceIs(source) ? present : this.#scratch(source);
    const program = run.programOf(process);
    if (program === null) return [];
    const collected = evaluateNow(data, program, run.devices);
    return collected.ok ? [] : collected.failures;
  }

  serviceFault(command: ServiceFaultCommand): Update {
    const stage = this.#caughtUp();
    const { run, played } = stage.recorded;
    played.do({ type: 'service-fault', what: command }, () => run.faults.service(command));
    return stage.settle();
  }

  /** What a service of the run keeps; `null` when it is not there. */
  content(query: ContentQuery): Content {
    return this.#present().shown.run.services.content(query);
  }

  /** Events of the present run, from number `first` on (from 0). */
  trace(first: number, limit: number): TracePart {
    const { trace } = this.#present().shown;
    return { run: this.#runs, first, events: this.#runs === 0 ? [] : trace.part(first, limit), total: this.#runs === 0 ? 0 : trace.total };
  }

  /** What the present run was made from and what was done to it so far; `null` before the first run. */
  recording(): Recording | null {
    return this.#stage?.shown.recording ?? null;
  }

  /** The present run as it stood at `at` virtual seconds; `null`: there is none, or a newer call came in between. */
  async moment(at: number): Promise<Moment | null> {
    const { realTime, guard } = this.options;
    this.#past ??= new Past(this.#present().shown, realTime, guard);
    return this.#past.moment(at);
  }

  /** The bench as it was shortly before `at` virtual seconds, as far as that is known without a replay. */
  glimpse(at: number): Glimpse | null {
    return this.#stage?.shown.keyframes.before(at) ?? null;
  }

  /** What a request that is made now would do; `null`: there is no run, or a newer call came in between. */
  async foresee(request: Request): Promise<Foresight | null> {
    const { realTime, guard } = this.options;
    const [look, change] = [++this.#foresights, this.#changes];
    const { recorded, pacer } = this.#present();
    pacer.catchUp();
    return foresee(recorded, request, realTime, guard, () => look === this.#foresights && change === this.#changes);
  }

  /** Has the run of a check beside the one that is on, which goes on as it does; `null`: it was ended, or a newer one is wanted. */
  async check(options: CheckOptions): Promise<CheckRun | null> {
    const { realTime, guard } = this.options;
    const check = ++this.#checks;
    return checkRun(options, realTime, guard, () => check === this.#checks);
  }

  /** Nobody wants the run of a check any more. */
  endCheck(): void {
    this.#checks++;
  }

  /** Puts a run made from a recording in the place of the present one, once it has been brought to its instant. */
  async replay({ recording, from, acts, ...pace }: ReplayOptions): Promise<RunReply | null> {
    const change = ++this.#changes;
    const last = microseconds(Math.max(0, from));
    const done = acts === 'follow' ? recording.acts : recording.acts.filter(({ at }) => at <= last);
    const replay = replayOf({ ...recording, acts: done }, this.options.guard);
    const { load } = replay.run;
    const wanted = (): boolean => change === this.#changes;
    if (load.ok && !(await bringTo(replay, from, this.options.realTime, wanted))) return null;
    this.#bench = recording.bench;
    const stage = this.#open(++this.#runs, replay, pace);
    return { load, update: stage.publisher.take() };
  }

  /**
   * A bench as it stands before a run. While one is on, it goes on where it is: the other bench is for the next one. A document in which
   * something is wrong changes nothing.
   */
  preview(bench: string, seed: number, document = ''): PreviewReply {
    this.#bench = bench;
    const before = this.#stage;
    const newBench = (ended?: RecordedRun): RecordedRun => this.#newRun({ ...emptyBench, bench, seed }, { document, trace: ended?.trace });
    const { description, failures } = chooseBench(bench, document);
    if (before === null) return this.#previewed(this.#open(0, newBench(), atRealSpeed), failures);
    const { run } = before.recorded;
    const same = JSON.stringify(description) === JSON.stringify(run.bench.description);
    if (failures.length > 0 || (same && (this.#runs > 0 || before.recorded.seed === seed))) return this.#previewed(before, failures);
    if (run.active) return this.#previewed(before, [], true);
    const next = this.#runs === 0 ? newBench() : newBench(before.shown);
    const stage = this.#runs === 0 ? this.#open(0, next, before.pacer) : this.#exchange(before, next);
    next.played.prepare(carriedOver(run, next.run));
    return this.#previewed(stage, []);
  }

  #previewed(stage: Stage, failures: readonly Failure[], waits = false): PreviewReply {
    return { update: stage.publisher.take(), failures, waits };
  }

  /** Puts another bench in the place of that of a run that has ended; the page goes on to show what came of that. */
  #exchange({ recorded, pacer, shown }: Stage, next: RecordedRun): Stage {
    const stage = this.#open(this.#runs, next, pacer, shown);
    next.run.clock.passTo(recorded.run.clock.now);
    return stage;
  }

  /**
   * What the page has not heard yet, to be told from inside a loop that does not return, when nothing can be asked.
   * Whoever takes it must send it: it is not told again.
   */
  unheard(): Update | null {
    return this.#stage?.publisher.take() ?? null;
  }

  /** Puts a run in the place of the one that is on, if any. */
  #open(number: number, recorded: RecordedRun, { speed, held }: Pace, ended: RecordedRun | null = null): Stage {
    this.#changes++;
    this.#stage?.close();
    if (ended === null) {
      this.#past?.close();
      this.#past = null;
    }
    const { realTime, publish } = this.options;
    const revision = (): number => ++this.#revision;
    const services = this.#publishServices(recorded, ended);
    this.#stage = new Stage({ number, recorded, ended, speed, held, realTime, services, revision, publish });
    return this.#stage;
  }

  /** The services of a run that has ended are shown until the next one begins; what can go wrong is of the bench that stands there. */
  #publishServices({ run: present }: RecordedRun, ended: RecordedRun | null): PublishedServices {
    // What is shown of another bench is newer than all that was shown before.
    const base = this.#servicesRevision + 1;
    const revision = (): number => {
      this.#servicesRevision = base + present.services.revision + (ended?.run.services.revision ?? 0);
      return this.#servicesRevision;
    };
    return {
      get revision() {
        return revision();
      },
      view: () => {
        const now = present.services.view();
        if (ended === null) return { ...now, revision: revision() };
        const { files, web, mail } = ended.run.services.view();
        return { files, web: { ...web, addresses: now.web.addresses }, mail, faults: now.faults, revision: revision() };
      },
    };
  }

  /** A run of which nobody hears: for what can be told without starting it. */
  #scratch(source: ProcessSource) {
    return this.#newRun({ ...emptyBench, source, bench: this.#bench }).run;
  }

  #newRun(recipe: Recipe, more: Omit<RecordedRunOptions, 'recipe' | 'guard'> = {}): RecordedRun {
    const { guard } = this.options;
    return new RecordedRun({ recipe, guard, ...more });
  }

  #present(): Stage {
    return this.#stage ?? this.#open(0, this.#newRun(emptyBench), atRealSpeed);
  }

  /** The present run at the present moment, before something is done to it. */
  #caughtUp(): Stage {
    const stage = this.#present();
    stage.pacer.catchUp();
    return stage;
  }
}
