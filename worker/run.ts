import type { BenchDescription } from '../model/bench.js';
import type { ControlCommand, ControlResult } from '../model/control.js';
import type { EndOutcome, TraceEvent } from '../model/events.js';
import type { Json } from '../model/json.js';
import type { Outcome } from '../model/owner.js';
import type { ProcessSource } from '../model/protocol.js';
import type { DataInput, Request, RequestResult } from '../model/requests.js';
import type { LoadResult, ProcessView } from '../model/snapshot.js';
import { chooseBench } from './choose-bench.js';
import { VirtualClock } from './clock/virtual-clock.js';
import { Bench } from './hardware/index.js';
import type { LoadEnvironment } from './languages.js';
import type { DeviceValues } from './process/collect.js';
import { createLogger, type Logger, type LogLevel } from './process/logger.js';
import { ProcessOwner } from './process/owner.js';
import { answerRequest } from './process/owner-requests.js';
import type { Program } from './process/program.js';
import type { Emit, UntimedEvent } from './process/reporter.js';
import type { Warnings } from './process/warnings.js';
import { type Prepared, prepare, wrongPoint } from './prepare.js';
import type { PreparedProtocol } from './prepare-protocol.js';
import { RunFaults } from './run-faults.js';
import { type ServiceEvent, Services } from './services/index.js';
import { ProtocolRun } from './steps/protocol-run.js';
import { EventLoop } from './task/index.js';

export interface RunOptions {
  /** `null`: a bench without a process. */
  readonly source: ProcessSource | null;
  readonly data: DataInput;
  readonly point?: Json | undefined;
  readonly seed: number;
  /** The name of the bench; left out: the default one. */
  readonly bench?: string;
  /** The text that describes the bench, where there is no source that has it. */
  readonly document?: string | undefined;
  /** The bench to stand on when the one that is asked for cannot be built; left out: the default one. */
  readonly fallback?: BenchDescription | undefined;
  /** Takes every event, in order of virtual time. */
  onEvent(event: TraceEvent): void;
  /** Every change of a device becomes an event. */
  devices?: boolean;
  /** A loop of the user's text goes round: called every few thousand rounds. */
  guard?: LoadEnvironment['guard'] | undefined;
}

const nothing: Prepared = { ok: false, failures: [] };

/**
 * One run of one process, or of a protocol of several, on a bench of its own, on a clock of its own: the same code, data, seed, requests and faults give the
 * same events. Somebody else lets its time pass.
 */
export class Run {
  readonly clock = new VirtualClock();
  readonly loop = new EventLoop(this.clock);
  readonly bench: Bench;
  readonly services: Services;
  readonly faults: RunFaults;
  readonly load: LoadResult;
  /** The default export; `null` when the process could not be loaded. */
  readonly program: Program | null;
  /** Of one process alone. */
  readonly owner: ProcessOwner | null;
  readonly protocol: ProtocolRun | null;
  /** The process is done. */
  done = false;
  #doneAs: Outcome = 'completed';
  #ended = false;
  readonly #emit: Emit;
  /** What a person does where nothing runs, before a run or after its end, is not part of a recording: the next one begins with it. */
  readonly #emitByHand: Emit = (event) => {
    if (this.program !== null && !this.#ended) this.#emit(event);
  };
  readonly #programOf: (name: string | null) => Program | null;

  constructor(private readonly options: RunOptions) {
    this.#emit = (event) => options.onEvent({ t: this.clock.seconds, ...event });
    const bench = chooseBench(options.bench ?? 'default', options.source?.bench ?? options.document, options.fallback);
    const store = (path: string, bytes: Uint8Array): void => this.services.store(path, bytes);
    this.bench = new Bench(this.loop, bench.description, { seed: options.seed, store });
    this.services = new Services({
      loop: this.loop,
      description: bench.description.services,
      emitOfNow: () => this.#tellerOfServices(),
    });
    this.bench.onOverride(({ path, type, holder }) =>
      (this.protocol ? this.protocol.warningsOf(holder) : this.owner?.warnings)?.overridden(path, type),
    );
    this.faults = new RunFaults({ clock: this.clock, bench: this.bench, services: this.services, emit: this.#emitByHand });
    if (options.devices) {
      this.bench.onChange(({ path, value, unit }) => this.#emit({ event: 'device', path, value, ...(unit === undefined ? {} : { unit }) }));
    }
    const prepared =
      bench.failures.length > 0
        ? { ok: false as const, failures: bench.failures }
        : options.source === null
          ? nothing
          : prepare(options.source, options.point ?? null, this.#environment());
    const protocol = prepared.ok && prepared.protocol ? this.#protocolOf(prepared.protocol) : null;
    const wrong = protocol?.pointProblem(options.point ?? null) ?? null;
    const checked = wrong === null ? prepared : wrongPoint(wrong);
    this.load = checked.ok
      ? { ok: true, info: checked.info, protocol: checked.protocol?.info ?? null, warnings: checked.program.warnings }
      : checked;
    this.program = checked.ok ? checked.program : null;
    this.protocol = checked.ok ? protocol : null;
    this.owner = checked.ok && !checked.protocol ? this.#ownerOf(checked.program, checked.point) : null;
    this.#programOf = checked.ok && checked.protocol ? checked.protocol.program : () => this.program;
    if (!checked.ok) for (const failure of checked.failures) this.#emit({ event: 'load-error', failure });
  }

  /** The process that runs, of a protocol the first that is on; `null` before the first. */
  process(): ProcessView | null {
    return (this.protocol ? this.protocol.process() : this.owner?.view()) ?? null;
  }

  get devices(): DeviceValues {
    const { bench } = this;
    return { paths: bench.paths, value: (path) => bench.deviceValue(path), watch: (path) => bench.watch(path) };
  }

  /** A process by the name of its export; `null`: the default one. Without a protocol there is only that. */
  programOf(name: string | null): Program | null {
    return this.#programOf(name);
  }

  sourceIs(source: ProcessSource): boolean {
    const mine = this.options.source;
    return (
      mine !== null &&
      source.language === mine.language &&
      source.code === mine.code &&
      source.protocol === mine.protocol &&
      source.bench === mine.bench
    );
  }

  /** Begins; what is ready runs when the loop is drained. */
  start(): void {
    const { owner, protocol, program } = this;
    if (program === null) return;
    this.#emit({ event: 'load', language: program.language, process: program.name });
    protocol?.start(this.options.point ?? null);
    for (const warning of program.warnings) owner?.reporter.failure('warning', warning);
    owner?.life.start();
  }

  /** Answers a request at the present instant. `null` when there is no process. */
  request(request: Request): RequestResult | null {
    if (this.protocol !== null) return this.protocol.request(request);
    return this.owner === null ? null : answerRequest(this.owner, request, this.#emit);
  }

  /** Tells what services do for the process whose code runs right now. A mail that two instances of it send is a side effect that repeats. */
  #tellerOfServices(): (event: ServiceEvent) => void {
    const emit = this.protocol?.emitOfNow() ?? this.#emit;
    const owner = this.protocol ? this.protocol.ownerOfNow : this.owner;
    return (event) => {
      emit(event);
      if (event.type === 'accepted') owner?.sideEffect(`Mail “${event.about}” to ${(event.to ?? []).join(', ')}`);
    };
  }

  /** A person takes a node over, sets it or gives it back, at the present instant. */
  control(command: ControlCommand): ControlResult {
    const value = command.type === 'set' ? { value: command.value } : {};
    return this.bench.manual.do(command, ({ accepted, reason }) =>
      this.#emitByHand({ event: 'control', path: command.node, action: command.type, ...value, accepted, reason }),
    );
  }

  /** Whether anything still goes on that people may want to see. */
  get active(): boolean {
    return this.program !== null && (!this.done || this.#detached > 0);
  }

  /** The loop goes round without letting time pass: says where. */
  noteStandstill(turns: number): void {
    const frame = this.process()?.suspension?.at.at(-1);
    this.#warnings?.standstill(turns, frame ? { file: 'process', line: frame.line, column: frame.column } : null);
  }

  /** Writes the last line of the trace, once; its outcome is `running` when a limit came first. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const note of this.faults.notes()) this.#emit(note);
    this.#emit({ event: 'end', outcome: this.#outcome(), claims: this.bench.claims(), detached: this.#detached });
  }

  get #detached(): number {
    return (this.protocol ?? this.owner)?.detached().length ?? 0;
  }

  get #warnings(): Warnings | null {
    return (this.protocol ?? this.owner)?.warnings ?? null;
  }

  #outcome(): EndOutcome {
    if (this.done) return this.#doneAs;
    const mode = this.process()?.state.mode;
    return mode === 'failed' || mode === 'collectionFailed' ? mode : 'running';
  }

  #ownerOf(program: Program, point: unknown): ProcessOwner {
    this.bench.claimant = () => program.name;
    return new ProcessOwner({
      loop: this.loop,
      program,
      data: this.options.data,
      point,
      devices: this.devices,
      logger: this.#loggerOf(this.#emit),
      emit: this.#emit,
      onEnd: (outcome) => {
        this.bench.releaseAll(program.name);
        this.#finish(outcome);
      },
    });
  }

  #protocolOf(prepared: PreparedProtocol): ProtocolRun {
    const protocol = new ProtocolRun({
      loop: this.loop,
      protocol: prepared,
      program: (name) => prepared.program(name),
      devices: this.devices,
      loggerOf: (emit) => this.#loggerOf(emit),
      emit: this.#emit,
      stepEnded: (label) => this.bench.releaseAll(label),
      ended: (outcome) => this.#finish(outcome),
    });
    this.bench.claimant = () => protocol.claimant;
    return protocol;
  }

  #finish(outcome: Outcome): void {
    this.#doneAs = outcome;
    this.done = true;
  }

  #environment(): LoadEnvironment {
    return {
      loop: this.loop,
      bench: this.bench,
      services: this.services,
      seed: this.options.seed,
      log: (level, message) => (this.protocol?.emitOfNow() ?? this.#emit)(this.#logged(level, message)),
      swallowed: (place) => this.#warnings?.swallowed(place),
      ...(this.options.guard === undefined ? {} : { guard: this.options.guard }),
    };
  }

  #loggerOf(emit: Emit): Logger {
    return createLogger((level, message) => emit(this.#logged(level, message)));
  }

  #logged(level: LogLevel, message: string): UntimedEvent {
    const place = this.program?.here() ?? null;
    return { event: 'log', level, message, ...(place ? { place } : {}) };
  }
}
