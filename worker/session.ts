import type { TraceEvent } from '../model/events.js';
import type { Failure } from '../model/failure.js';
import type { DeviceHistory } from '../model/history.js';
import { noRunText } from '../model/messages.js';
import type { ControlCommand } from '../model/control.js';
import type { FaultCommand } from '../model/faults.js';
import type { ClockCommand, ControlReply, PreviewReply, ProcessSource, RequestReply, RunOptions } from '../model/protocol.js';
import type { DataInput, Request } from '../model/requests.js';
import type { ServiceFaultCommand } from '../model/service-faults.js';
import type { Content, ContentQuery } from '../model/services.js';
import type { LoadResult, Snapshot, Update } from '../model/snapshot.js';
import { carryOver } from './carry-over.js';
import { chooseBench } from './choose-bench.js';
import { Pacer, type PacerListener } from './clock/pacer.js';
import type { RealTime } from './clock/real-time.js';
import { evaluateNow } from './process/collect.js';
import { type PublishedServices, Publisher } from './publisher.js';
import { Run } from './run.js';

export interface SessionOptions {
  readonly realTime: RealTime;
  /** Takes an update; resolves when it has been shown. */
  publish(update: Update): Promise<void>;
  /** A loop of the user's text goes round: called every few thousand rounds. */
  guard?(line: number, column: number): void;
}

/** Turns of the event loop at one instant after which the process is said to stand still. */
const standstillTurns = 100_000;

type StageOptions = Omit<RunOptions, 'source'> &
  Pick<ConstructorParameters<typeof Run>[0], 'document' | 'fallback'> & { readonly source: ProcessSource | null };
const emptyBench: StageOptions = { source: null, data: { value: null }, seed: 1, bench: 'default', speed: 1, held: false };

/** What belongs together while one run is on. */
interface Stage {
  readonly run: Run;
  readonly pacer: Pacer;
  readonly publisher: Publisher;
  readonly seed: number;
  /** The run that ended on another bench: its process is shown until the next one begins. */
  readonly ended: Run | null;
}

/** One playground session: at most one run at a time, its clock, and what the page hears of it. */
export class Session {
  #runs = 0;
  #revision = 0;
  #servicesRevision = 0;
  #stage: Stage | null = null;
  /** The bench that was named last: what is loaded and checked without being run is for it. */
  #bench = emptyBench.bench;

  constructor(private readonly options: SessionOptions) {}

  /** Loads a process without starting it. Its top level runs, as that of an imported module does. */
  load(source: ProcessSource): LoadResult {
    return this.#scratch(source).load;
  }

  /** Ends the run that is on, if any, and starts another. */
  run(options: RunOptions): { readonly load: LoadResult; readonly update: Update } {
    this.#bench = options.bench;
    const before = this.#stage?.run;
    const stage = this.#open(++this.#runs, { ...options, fallback: before?.bench.description });
    if (before) carryOver(before, stage.run);
    stage.run.start();
    // The answer goes out before the process runs: should that never return, the page knows what was started.
    stage.pacer.wake();
    return { load: stage.run.load, update: stage.publisher.take() };
  }

  request(request: Request): RequestReply {
    const stage = this.#present();
    stage.pacer.catchUp();
    const result = stage.run.request(request) ?? { accepted: false, reason: 'not-running', message: noRunText };
    return { result, update: this.#settle(stage) };
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
    return this.#settle(stage);
  }

  fault(command: FaultCommand): Update {
    const stage = this.#present();
    stage.pacer.catchUp();
    stage.run.faults.device(command);
    return this.#settle(stage);
  }

  control(command: ControlCommand): ControlReply {
    const stage = this.#present();
    stage.pacer.catchUp();
    const result = stage.run.control(command);
    return { result, update: this.#settle(stage) };
  }

  /** How the numbers of a device went over the whole run, for a plot. */
  history(device: string): DeviceHistory {
    return this.#present().run.bench.history(device);
  }

  /**
   * What is wrong with data for the process that `source` is, or for one of its exports (`null`: the default one). Nothing is said
   * about a process that cannot be loaded.
   */
  checkData(source: ProcessSource, data: DataInput, process: string | null = null): readonly Failure[] {
    const present = this.#stage?.run;
    const run = present?.program && present.sourceIs(source) ? present : this.#scratch(source);
    const program = run.programOf(process);
    if (program === null) return [];
    const collected = evaluateNow(data, program, run.devices);
    return collected.ok ? [] : collected.failures;
  }

  serviceFault(command: ServiceFaultCommand): Update {
    const stage = this.#present();
    stage.pacer.catchUp();
    stage.run.faults.service(command);
    return this.#settle(stage);
  }

  /** What a service of the run keeps; `null` when it is not there. */
  content(query: ContentQuery): Content {
    const { run, ended } = this.#present();
    return (ended ?? run).services.content(query);
  }

  /**
   * A bench as it stands before a run. While one is on, it goes on where it is: the other bench is for the next one. A document in which
   * something is wrong changes nothing.
   */
  preview(bench: string, seed: number, document = ''): PreviewReply {
    this.#bench = bench;
    const before = this.#stage;
    const options = { ...emptyBench, bench, seed, document };
    if (before === null) return this.#previewed(this.#open(0, options), chooseBench(bench, document).failures);
    const { description, failures } = chooseBench(bench, document);
    const same = JSON.stringify(description) === JSON.stringify(before.run.bench.description);
    if (failures.length > 0 || (same && (this.#runs > 0 || before.seed === seed))) return this.#previewed(before, failures);
    if (before.run.active) return this.#previewed(before, [], true);
    const stage = this.#runs === 0 ? this.#open(0, options) : this.#exchange(before, options);
    carryOver(before.run, stage.run);
    return this.#previewed(stage, []);
  }

  #previewed(stage: Stage, failures: readonly Failure[], waits = false): PreviewReply {
    return { update: stage.publisher.take(), failures, waits };
  }

  /** Puts another bench in the place of that of a run that has ended; the page goes on to show what came of that. */
  #exchange({ run, pacer, ended }: Stage, options: StageOptions): Stage {
    const { speed, held } = pacer;
    const stage = this.#open(this.#runs, { ...options, speed, held }, ended ?? run);
    stage.run.clock.passTo(run.clock.now);
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
  #open(number: number, options: StageOptions, ended: Run | null = null): Stage {
    this.#stage?.pacer.close();
    this.#stage?.publisher.close();
    const services = this.#publishServices(() => run, ended);
    const publisher = new Publisher(number, () => this.#snapshot(stage), this.options.publish, services);
    const run = this.#newRun(options, (event) => publisher.add(event));
    const listener: PacerListener = {
      slice: () => this.#slice(stage),
      get active() {
        return run.active;
      },
    };
    const pacer = new Pacer(run.loop, this.options.realTime, listener, options);
    const stage: Stage = { run, pacer, publisher, seed: options.seed, ended };
    this.#stage = stage;
    run.loop.observer = { ...run.loop.observer, woken: () => pacer.wake() };
    pacer.wake();
    return stage;
  }

  /** The services of a run that has ended are shown until the next one begins; what can go wrong is of the bench that stands there. */
  #publishServices(present: () => Run, ended: Run | null): PublishedServices {
    // What is shown of another bench is newer than all that was shown before.
    const base = this.#servicesRevision + 1;
    const revision = (): number => {
      this.#servicesRevision = base + present().services.revision + (ended?.services.revision ?? 0);
      return this.#servicesRevision;
    };
    return {
      get revision() {
        return revision();
      },
      view: () => {
        const now = present().services.view();
        if (ended === null) return { ...now, revision: revision() };
        const { files, web, mail } = ended.services.view();
        return { files, web: { ...web, addresses: now.web.addresses }, mail, faults: now.faults, revision: revision() };
      },
    };
  }

  /** A run of which nobody hears: for what can be told without starting it. */
  #scratch(source: ProcessSource): Run {
    return this.#newRun({ ...emptyBench, source, bench: this.#bench }, () => undefined);
  }

  #newRun({ source, data, point, seed, bench, document, fallback }: StageOptions, onEvent: (event: TraceEvent) => void): Run {
    const { guard } = this.options;
    return new Run({ source, data, point, seed, bench, document, fallback, onEvent, ...(guard === undefined ? {} : { guard }) });
  }

  #present(): Stage {
    return this.#stage ?? this.#open(0, emptyBench);
  }

  /** Runs what is ready at this instant, so that the answer shows its effect; what takes longer goes on in slices. */
  #settle(stage: Stage): Update {
    stage.run.loop.drain(10_000);
    if (stage.run.done) stage.run.end();
    stage.pacer.wake();
    return stage.publisher.take();
  }

  #slice(stage: Stage): void {
    const { run, publisher } = stage;
    if (run.done) run.end();
    if (run.loop.turnsAtInstant > standstillTurns) run.noteStandstill(run.loop.turnsAtInstant);
    publisher.touch();
    publisher.flush();
  }

  #snapshot({ run, pacer, ended }: Stage): Snapshot {
    const shown = ended ?? run;
    return {
      revision: ++this.#revision,
      clock: { now: run.clock.seconds, speed: pacer.speed, rate: pacer.rate, held: pacer.held },
      process: shown.process(),
      steps: shown.protocol?.view() ?? null,
      bench: run.bench.description.name,
      ambient: run.bench.environment.ambient,
      devices: run.bench.views(),
    };
  }
}
